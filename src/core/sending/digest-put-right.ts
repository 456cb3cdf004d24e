/** What a digest says of judgements told before: those put right, and those that are told no more. */
import { dayStart, londonDay } from '../dates.ts';
import type { EventRow } from './columns.ts';
import type { Digest } from './digest.ts';
import type { DigestLinks } from './digest-links.ts';
import { gradeWords, link, who } from './digest-row-words.ts';
import { asideWords } from './digest-set-aside.ts';
import type { Block } from './letter.ts';
import { dayWords, type Names, publicationWords } from './names.ts';
import { reasonsGiven } from './put-right.ts';
import { insteadWords, saidBefore, toldWords } from './was-told.ts';

export function corrections(digest: Digest, names: Names, links: DigestLinks): Block[] {
  if (digest.corrections.length === 0) return [];
  const ends: Partial<Record<string, string>> = {
    retracted: 'retracted: we were wrong',
    withdrawn: 'the inspectorate withdrew its report',
  };
  return [
    { kind: 'section', title: `Corrections (${digest.corrections.length})` },
    {
      kind: 'items',
      items: digest.corrections.map(({ row, notice: { was }, at }) => {
        const before = was === null ? 'not known' : saidBefore(was, row.event, names);
        const since = at < dayStart(digest.range.until) ? '' : `, put right on ${dayWords(londonDay(at))}`;
        const instead = (was && insteadWords(was, row.event, names)) ?? gradeWords(row, names);
        return {
          ...link(row, names, links),
          note: `was ${before}; ${ends[row.event.status] ?? `now ${instead}`}${reasonNote(row)}; ${who(row, names)}${publishedNote(row)}${since}`,
        };
      }),
    },
  ];
}

export function setAside(digest: Digest, names: Names, links: DigestLinks): Block[] {
  if (digest.setAside.length === 0) return [];
  return [
    { kind: 'section', title: `Told when the week closed, not now (${digest.setAside.length})` },
    {
      kind: 'items',
      items: digest.setAside.map(({ row, why }) => ({
        ...link(row, names, links),
        note: `was told as ${row.was ? toldWords(row.was, row.event, names) : 'not known'}; ${asideWords(why)}; ${who(row, names)}${publishedNote(row)}`,
      })),
    },
  ];
}

/** Why, in the words of the person who decided it; where nobody did, the reports say it. */
function reasonNote({ event, was = null }: EventRow): string {
  const reasons = reasonsGiven(event, was);
  return reasons.length === 0 ? '' : `; the reason: ${reasons.join('; ')}`;
}

/** So that the reader of a correction finds the digest that told it. */
function publishedNote({ event }: EventRow): string {
  const words = publicationWords(event);
  return words === null ? '' : `, published ${words}`;
}
