/** A row of a digest as its letter names it: whose, by whom, which grade. */
import type { EventRow } from './columns.ts';
import type { DigestLinks } from './digest-links.ts';
import { verdictWords } from './event-words.ts';
import type { Linked } from './letter.ts';
import { type Names, publicationWords } from './names.ts';
import { homeWeek } from './told-earlier.ts';

export const link = (row: EventRow, names: Names, links: Pick<DigestLinks, 'event'>): Linked => ({
  text: names.authority(row.event.authority).shortName,
  url: links.event(row.event.key),
});
export const who = ({ event }: EventRow, names: Names) =>
  `${names.inspectorate(event.inspectorate)}, ${names.service(event.service)}`;
export const gradeWords = ({ event }: EventRow, names: Names) => verdictWords(event, names);

/** `told in week 2026-W47 as published 22 November 2026`; null where no week told it with another day. */
export function toldInWords({ told }: Pick<EventRow, 'told'>): string | null {
  if (!told) return null;
  const day = publicationWords(told.event);
  return `told in week ${told.week} ${day === null ? 'without a day of publication' : `as published ${day}`}`;
}

/** `now published 24 November 2026, so of week 2026-W48`. */
export function movedWords({ event }: Pick<EventRow, 'event'>): string {
  const day = publicationWords(event);
  return day === null ? 'now published on a day not known' : `now published ${day}, so of week ${homeWeek(event)}`;
}
