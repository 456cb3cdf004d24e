/** Items a source no longer lists: scrolled out as everything does, or taken away while older ones still stand. */
import type { Identified } from './identity.ts';

/** An item stored as `listed`. */
export interface ListedItem {
  key: string;
  published: Date | null;
  firstSeen: Date;
}

export interface Unlisted {
  /** Older than what is listed now: the list is short, nothing is wrong. */
  scrolledOut: string[];
  /** Newer than something still listed: perhaps withdrawn. Its address tells (404, 410, or a redirect to a home page). */
  missing: string[];
}

/** Share of a list that may go missing at once before the list, not the items, is doubted. */
const DOUBTFUL_SHARE = 0.5;

/**
 * What became of items that were listed and are not in this reading.
 *
 * @param listed  items stored as listed
 * @param current keys of the items in this reading, known and fresh
 * @param reading the entries of this reading
 * @returns nothing at all for an empty reading, and nothing missing when half the list is gone: that is a broken page
 */
export function unlisted(
  listed: readonly ListedItem[],
  current: ReadonlySet<string>,
  reading: readonly Identified[],
): Unlisted {
  if (reading.length === 0) return { scrolledOut: [], missing: [] };
  const gone = listed.filter(({ key }) => !current.has(key));
  const dates = reading.flatMap(({ entry }) => (entry.published ? [Date.parse(entry.published)] : []));
  const kept = listed.filter(({ key }) => current.has(key));
  // Without dates, an item seen before all that remain is taken to have scrolled out.
  const oldestShown = dates.length > 0 ? Math.min(...dates) : Number.POSITIVE_INFINITY;
  const oldestKept = Math.min(...kept.map(({ firstSeen }) => firstSeen.getTime()));
  const isNewer = ({ published, firstSeen }: ListedItem) =>
    published && dates.length > 0 ? published.getTime() > oldestShown : firstSeen.getTime() > oldestKept;
  const missing = gone.filter(isNewer).map(({ key }) => key);
  const scrolledOut = gone.filter((item) => !isNewer(item)).map(({ key }) => key);
  return missing.length > Math.max(2, reading.length * DOUBTFUL_SHARE)
    ? { scrolledOut, missing: [] }
    : { scrolledOut, missing };
}

/**
 * Whether the address of a missing item says that it was withdrawn.
 *
 * @param answer status of the last hop, the address asked for and the one that answered
 */
export function isWithdrawn(answer: { status: number; asked: string; answered: string }): boolean {
  if (answer.status === 404 || answer.status === 410) return true;
  if (answer.status < 200 || answer.status >= 300) return false;
  const [asked, answered] = [new URL(answer.asked), new URL(answer.answered)];
  return asked.pathname.length > 1 && answered.pathname.replace(/\/(index\.\w+|home)?$/, '') === '';
}
