/** A row of a digest as its letter names it: whose, by whom, which grade. */
import type { EventRow } from './columns.ts';
import type { DigestLinks } from './digest-links.ts';
import { verdictWords } from './event-words.ts';
import type { Linked } from './letter.ts';
import type { Names } from './names.ts';

export const link = (row: EventRow, names: Names, links: Pick<DigestLinks, 'event'>): Linked => ({
  text: names.authority(row.event.authority).shortName,
  url: links.event(row.event.key),
});
export const who = ({ event }: EventRow, names: Names) =>
  `${names.inspectorate(event.inspectorate)}, ${names.service(event.service)}`;
export const gradeWords = ({ event }: EventRow, names: Names) => verdictWords(event, names);
