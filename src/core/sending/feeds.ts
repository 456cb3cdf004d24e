/** Events as an Atom (RFC 4287) and a JSON feed: per authority, per grade, per subscription, per week. */

import { html } from 'hono/html';
import { decidingQuote, leadReport } from '../deciding-quote.ts';
import { inMarks } from '../quotation.ts';
import type { EventRow } from './columns.ts';
import { correctionWords } from './correction-words.ts';
import { movedWords, toldInWords } from './digest-row-words.ts';
import { disputedWords } from './disputed-words.ts';
import { eventLine, overallToldWords, SAMPLE_LINE, setRightWords, surenessWords } from './event-words.ts';
import { type Names, statusWords } from './names.ts';
import { publicEvent } from './public-event.ts';
import { reasonSentence, reasonsTold } from './put-right.ts';
import { oneLine, plain, safeUrl } from './safe.ts';
import { leadSource } from './sources-named.ts';
import { takenBackWords } from './taken-back.ts';
import { apartMark, toldApartWords } from './told-apart.ts';
import { saidBefore } from './was-told.ts';

export interface FeedMeta {
  title: string;
  /** Stable name of the feed, a URI: stays when addresses change. */
  id: string;
  /** Where the feed itself is served. */
  self: string;
  home: string;
  /** Time of the newest entry, or the week's end. Never the time of asking, or the same feed would differ. */
  updated: Date;
  sample: boolean;
  /** The first part, and the next older one, of a feed that goes on (RFC 5005, section 3). */
  first?: string;
  next?: string | null;
  /** What to know about the whole, such as how well the week was covered. */
  about?: string;
}

/** Page of an event, and the stable id of its entry. */
export interface EntryLinks {
  event(key: string): string;
}

/** Of the first key: what is called otherwise as more is known is no new entry. */
const entryId = ({ event, firstKey }: EventRow) => `urn:gradewatch:event:${encodeURIComponent(firstKey ?? event.key)}`;

function summaryWords(row: EventRow, names: Names): string {
  const { event, was, isMoved } = row;
  const quote = decidingQuote(event);
  const source = leadSource(event, names);
  const takenBack = takenBackWords(event);
  if (takenBack) return [takenBack.means, takenBack.reason].filter(Boolean).join(' ');
  return [
    wrongWords(row, names),
    was ? null : toldApartWords(event, names)?.replace(/\.$/, ''),
    toldInWords(row),
    isMoved ? reasonsTold(row).join('; ') : was && reasonSentence(event, was)?.replace(/\.$/, ''),
    disputedWords(event, names)?.replace(/\.$/, ''),
    setRightWords(event, names) ?? (quote && inMarks(oneLine(quote))),
    overallToldWords(event, names)?.replace(/\.$/, ''),
    source && `${source.text}${source.note ? ` (${source.note})` : ''}`,
    `${statusWords(event)}; confidence ${surenessWords(event)}`,
  ]
    .filter(Boolean)
    .join(' – ');
}

/** What had been told and is not so; null where nothing is put right. */
function wrongWords(row: EventRow, names: Names): string | null {
  const { event, was, isMoved } = row;
  if (!was) return null;
  if (isMoved) return `Correction: ${movedWords(row)}`;
  if (was.as)
    return correctionWords({ event, notice: { notice: 'correction', was }, names })?.replace(/\.$/, '') ?? null;
  return `Correction: we had said ${saidBefore(was, event, names)}`;
}

const aboutWords = ({ sample, about }: FeedMeta): string =>
  [...(sample ? [SAMPLE_LINE] : []), ...(about ? [oneLine(about)] : [])].join(' ');

/** The event in one line, marked where it is told otherwise than before, or is another than it looks like; what was taken back says so itself. */
function entryTitle({ event, section }: EventRow, names: Names): string {
  const mark = section === 'correction' ? 'Correction: ' : apartMark(event);
  return `${takenBackWords(event) ? '' : mark}${eventLine(event, names)}`;
}

/** When readers last had something new to learn of it: since then its entry says what it says. */
const updatedAt = ({ learntAt, changedAt }: EventRow): Date =>
  changedAt && changedAt > learntAt ? changedAt : learntAt;

/** The newest change among the rows; null where there are none. */
export const newestUpdate = (rows: readonly EventRow[]): Date | null =>
  rows.length === 0 ? null : new Date(Math.max(...rows.map((row) => updatedAt(row).getTime())));

const pagingLinks = ({ first, next }: FeedMeta) => [
  first
    ? html`
  <link rel="first" href="${first}"/>`
    : '',
  next
    ? html`
  <link rel="next" href="${next}"/>`
    : '',
];

/** Newest first is the caller's order. */
export function atomFeed(meta: FeedMeta, rows: readonly EventRow[], names: Names, links: EntryLinks): string {
  const entries = rows.map((row) => {
    const { event } = row;
    const lead = safeUrl(leadReport(event)?.url);
    const official = safeUrl(row.official);
    return html`
  <entry>
    <id>${entryId(row)}</id>
    <title>${entryTitle(row, names)}</title>
    <updated>${updatedAt(row).toISOString()}</updated>${
      event.day === null || event.dayUntil
        ? ''
        : html`
    <published>${event.day}T00:00:00Z</published>`
    }
    <link rel="alternate" href="${links.event(event.key)}"/>${
      lead === null
        ? ''
        : html`
    <link rel="via" href="${lead}"/>`
    }${
      official === null
        ? ''
        : html`
    <link rel="related" href="${official}" title="Official report"/>`
    }
    <category term="${event.inspectorate}"/><category term="${event.authority}"/>
    <summary>${summaryWords(row, names)}</summary>
  </entry>`;
  });
  const subtitle = aboutWords(meta);
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
  <id>${meta.id}</id>
  <title>${oneLine(meta.title)}</title>${
    subtitle === ''
      ? ''
      : html`
  <subtitle>${subtitle}</subtitle>`
  }
  <updated>${meta.updated.toISOString()}</updated>
  <link rel="self" href="${meta.self}"/>${pagingLinks(meta)}
  <link rel="alternate" href="${meta.home}"/>
  <author><name>Gradewatch</name></author>${entries}
</feed>
`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${plain(String(feed))}`;
}

/** JSON Feed 1.1; each item carries the event in its public shape. */
export function jsonFeed(meta: FeedMeta, rows: readonly EventRow[], names: Names, links: EntryLinks): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: oneLine(meta.title),
    home_page_url: meta.home,
    feed_url: meta.self,
    ...(meta.next ? { next_url: meta.next } : {}),
    language: 'en-GB',
    ...(aboutWords(meta) === '' ? {} : { description: aboutWords(meta) }),
    items: rows.map((row) => ({
      id: entryId(row),
      url: links.event(row.event.key),
      external_url: safeUrl(leadReport(row.event)?.url) ?? undefined,
      title: entryTitle(row, names),
      content_text: summaryWords(row, names),
      date_published: row.event.day === null || row.event.dayUntil ? undefined : `${row.event.day}T00:00:00Z`,
      date_modified: updatedAt(row).toISOString(),
      tags: [row.event.authority, row.event.inspectorate, row.event.service],
      _gradewatch: publicEvent(row.event, names, row.official),
    })),
  });
}
