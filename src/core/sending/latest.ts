/** The last judgements of what a subscription asks for: of events and, where they are few, of the register. */
import { type Register, type TimelineEntry, timeline } from '../register.ts';
import type { Criteria, JudgementEvent } from '../types.ts';
import { eventLine } from './event-words.ts';
import type { Linked } from './letter.ts';
import { headlineWords, type Names, publicationWords } from './names.ts';
import { readFromWords, recordWhenWords } from './register-words.ts';
import { type Facets, headlineGrades, matches, meets } from './route.ts';
import { safeUrl } from './safe.ts';

const MOST = 3;
const ENDED = new Set(['retracted', 'withdrawn']);

/**
 * The newest few, a line each.
 *
 * @param events newest first
 * @param eventUrl page of an event
 */
export function latestJudgements(
  criteria: Criteria,
  events: readonly JudgementEvent[],
  { names, register }: { names: Names; register: Register },
  eventUrl: (key: string) => string,
): Linked[] {
  const known = events
    .filter((event) => !event.held && !ENDED.has(event.status) && matches(criteria, event, names))
    .slice(0, MOST);
  const lines = known.map((event) => ({
    day: event.day ?? '',
    line: { text: eventLine(event, names), url: eventUrl(event.key), note: publicationWords(event) },
  }));
  const told = new Set(events.map((event) => event.register.judgement));
  return [...lines, ...recorded(criteria, told, names, register)]
    .sort((a, b) => b.day.localeCompare(a.day))
    .slice(0, MOST)
    .map(({ line }) => line);
}

/** Judgements of what is asked for from before we watched. */
function recorded(
  criteria: Criteria,
  told: ReadonlySet<string | null>,
  names: Names,
  register: Register,
): { day: string; line: Linked }[] {
  return [...register.byAuthority.keys()]
    .flatMap((slug) => timeline(slug, register))
    .filter((entry) => !told.has(entry.judgement.id) && meets(criteria, facetsOf(entry, names)))
    .sort((a, b) => b.day.localeCompare(a.day))
    .slice(0, MOST)
    .map(({ judgement, day }) => {
      const grade = headlineWords({ ...judgement, grade: null }, names) ?? 'no overall grade is given';
      const who = `${names.inspectorate(judgement.inspectorate)}, ${names.service(judgement.service)}`;
      const when = recordWhenWords(judgement);
      return {
        day,
        line: {
          text: `${names.authority(judgement.authority).shortName}: ${grade} (${who})`,
          url: safeUrl(judgement.sourceUrl),
          note: [when, readFromWords(judgement.readFrom) ?? 'from the official record'].filter(Boolean).join(', '),
        },
      };
    });
}

const facetsOf = ({ judgement, direction }: TimelineEntry, names: Names): Facets => ({
  authorities: [judgement.authority],
  regions: [names.authority(judgement.authority).region],
  inspectorates: [judgement.inspectorate],
  services: [judgement.service],
  grades: headlineGrades({ headlines: judgement.headlines, grade: null }),
  directions: direction === null ? [] : [direction],
  statuses: judgement.readFrom ? [] : ['confirmed'],
});
