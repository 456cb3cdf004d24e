/** The last judgements of what a subscription asks for: of events, and where they are few, of the official record. */
import { type Register, timeline } from '../register.ts';
import type { Criteria, JudgementEvent } from '../types.ts';
import { eventLine } from './event-words.ts';
import type { Linked } from './letter.ts';
import { headlineWords, type Names, publicationWords } from './names.ts';
import { readFromWords, recordWhenWords } from './register-words.ts';
import { headlineGrades, matches } from './route.ts';
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

/** Judgements of the authorities asked for from before we watched; what a combination asks for only events can answer. */
function recorded(
  criteria: Criteria,
  told: ReadonlySet<string | null>,
  names: Names,
  register: Register,
): { day: string; line: Linked }[] {
  const { authorities, inspectorates, services, grades, regions, directions, statuses, anyOf, except } = criteria;
  if ([regions, directions, statuses, anyOf, except].some((part) => part?.length)) return [];
  const meets = (wanted: readonly string[], found: readonly string[]) =>
    wanted.length === 0 || found.some((value) => wanted.includes(value));
  return authorities
    .flatMap((slug) => timeline(slug, register))
    .filter(
      ({ judgement }) =>
        !told.has(judgement.id) &&
        meets(inspectorates, [judgement.inspectorate]) &&
        meets(services, [judgement.service]) &&
        meets(grades, headlineGrades({ headlines: judgement.headlines, grade: null })),
    )
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
