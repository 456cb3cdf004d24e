/** What a digest says of judgements told before: those put right, and those that are told no more. */
import { dayStart, londonDay } from '../dates.ts';
import { isTakenBack } from '../events/notices.ts';
import type { EventRow } from './columns.ts';
import type { Digest } from './digest.ts';
import { activitiesPutRight } from './digest-activities.ts';
import type { DigestLinks } from './digest-links.ts';
import { gradeWords, link, movedWords, toldInWords, who } from './digest-row-words.ts';
import { asideWords } from './digest-set-aside.ts';
import { publicationNote } from './event-words.ts';
import type { Block } from './letter.ts';
import { dayWords, type Names } from './names.ts';
import { reasonsTold } from './put-right.ts';
import { insteadWords, saidBefore, toldWords } from './was-told.ts';

export function corrections(digest: Digest, names: Names, links: DigestLinks): Block[] {
  const items = [
    ...digest.corrections.map((correction) => correctedItem(correction, { digest, names, links })),
    ...activitiesPutRight(digest, names),
  ];
  if (items.length === 0) return [];
  return [
    { kind: 'section', title: `Corrections (${items.length})` },
    { kind: 'items', items },
  ];
}

/** What was taken back, or became another than is asked for, in the very week that would have told it. */
export function putRight(digest: Digest, names: Names, links: DigestLinks): Block[] {
  if (digest.putRight.length === 0) return [];
  return [
    { kind: 'section', title: `Told and put right within this week: not counted above (${digest.putRight.length})` },
    {
      kind: 'items',
      items: digest.putRight.map((correction) => correctedItem(correction, { digest, names, links })),
    },
  ];
}

/** Beside what stands, what had been told of it first and why that was put right: `first told as good; the reason: …`. */
export const firstToldNote = (row: EventRow, names: Names): string | null =>
  row.was ? `first told as ${saidBefore(row.was, row.event, names)}${reasonNote(row)}` : null;

const ENDS: Partial<Record<string, string>> = {
  retracted: 'retracted: we were wrong',
  withdrawn: 'the inspectorate withdrew its report',
};

function correctedItem(
  { row, notice: { was }, at }: Digest['corrections'][number],
  { digest, names, links }: { digest: Digest; names: Names; links: DigestLinks },
) {
  const before = was === null ? 'not known' : saidBefore(was, row.event, names);
  const since = at < dayStart(digest.range.until) ? '' : `, put right on ${dayWords(londonDay(at))}`;
  const instead = (was && insteadWords(was, row.event, names)) ?? gradeWords(row, names);
  const rest = `${who(row, names)}${publishedNote(row)}${since}`;
  const note = row.isMoved
    ? `${before}, ${toldInWords(row)}; ${movedWords(row)}${reasonNote(row)}; ${rest}`
    : `was ${before}; ${ENDS[row.event.status] ?? `now ${instead}`}${reasonNote(row)}; ${rest}`;
  return { ...link(row, names, links), note };
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
function reasonNote(row: EventRow): string {
  const reasons = reasonsTold(row);
  return reasons.length === 0 ? '' : `; the reason: ${reasons.join('; ')}`;
}

/** So that the reader of a correction finds the digest that told it. */
function publishedNote(row: EventRow): string {
  if (row.isMoved) return '';
  const told = isTakenBack(row.event) ? null : toldInWords(row);
  return [publicationNote(row.event), told].flatMap((words) => (words === null ? [] : [`, ${words}`])).join('');
}
