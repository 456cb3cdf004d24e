/** How a judgement is told that a person split off from another: it looks like that one, and is not told a second time. */
import type { JudgementEvent } from '../types.ts';
import { disputedOther } from './disputed-words.ts';
import type { Linked } from './letter.ts';
import { headlineWords, type Names, publicationWords } from './names.ts';
import { oneLine } from './safe.ts';
import { takenBackWords } from './taken-back.ts';

/** What stands before its line where it is news; empty where it looks like no other. */
export const apartMark = ({ toldApart }: Pick<JudgementEvent, 'toldApart'>): string =>
  toldApart ? 'Another judgement: ' : '';

/** From which judgement, and why; null where nobody told it apart, or it stands no longer. */
export function toldApartWords(event: JudgementEvent, names: Names): string | null {
  const { toldApart, authority, inspectorate, service, scale } = event;
  if (!toldApart || takenBackWords(event)) return null;
  const { of, reason } = toldApart;
  const why = `The reason: ${oneLine(reason).replace(/[.\s]+$/, '')}.`;
  if (of === null) return `A person told this apart from other reports: it is a judgement of its own. ${why}`;
  const { headlines, disputed } = of;
  const grade =
    disputedOther(disputed, scale, names) ||
    (headlineWords({ headlines, grade: null, scale }, names) ?? 'no overall grade');
  const day = publicationWords(of);
  const who = `${names.authority(authority).shortName}: ${grade} (${names.inspectorate(inspectorate)}, ${names.service(service)})`;
  return `A person told this apart from “${who}”${day ? `, published ${day}` : ''}: it is a judgement of its own. ${why}`;
}

/** Where that judgement stands; none where it is not told of. @param url its page */
export const otherLink = (event: JudgementEvent, url: string | null | undefined): Linked[] =>
  event.toldApart?.of && url && !takenBackWords(event) ? [{ text: 'The judgement it was told apart from', url }] : [];
