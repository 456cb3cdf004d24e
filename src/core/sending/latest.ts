/** The last judgements of what a subscription asks for: of events and, where they are few, of the register. */
import { type Register, type TimelineEntry, timeline } from '../register.ts';
import type { Criteria, JudgementEvent, RegisterJudgement } from '../types.ts';
import { eventLine, movementWords, verdictWords } from './event-words.ts';
import { areasInOrder } from './in-order.ts';
import type { Linked } from './letter.ts';
import { headlineWords, type Names, publicationWords, readableId } from './names.ts';
import { readFromWords, recordWhenWords } from './register-words.ts';
import { type Facets, headlineGrades, matches, meets } from './route.ts';
import { headerText, safeUrl } from './safe.ts';

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
    line: {
      text: eventLine(event, names),
      url: eventUrl(event.key),
      note: noteOf([publicationWords(event), areaWords(event, names)]),
    },
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
  return (
    [...register.byAuthority.keys()]
      .flatMap((slug) => timeline(slug, register))
      // An outcome without any grade is no judgement that an alert tells of.
      .filter(({ judgement }) => judgement.gradesReported !== 'none')
      .filter((entry) => !told.has(entry.judgement.id) && meets(criteria, facetsOf(entry, names)))
      .sort((a, b) => b.day.localeCompare(a.day))
      .slice(0, MOST)
      .map((entry) => {
        const { judgement, day } = entry;
        const from = readFromWords(judgement.readFrom) ?? 'from the official record';
        return {
          day,
          line: {
            text: recordLine(entry, names),
            url: safeUrl(judgement.sourceUrl),
            note: noteOf([recordWhenWords(judgement), from, areaWords({ ...judgement, grade: null }, names)]),
          },
        };
      })
  );
}

/** A judgement of the register in the words in which an alert would have told it. */
function recordLine({ judgement, direction, previousGrade, streak }: TimelineEntry, names: Names): string {
  const { authority, inspectorate, service, scale } = judgement;
  const verdict = verdictWords({ ...judgement, grade: null, gradeState: 'none_by_framework' }, names);
  const view = { match: 'confirmed' as const, judgement: judgement.id, previousGrade, direction, streak };
  const moved = movementWords({ direction, previousGrade, streak, scale, register: view }, names);
  const who = `${names.inspectorate(inspectorate)}, ${names.service(service)}`;
  return headerText(`${names.authority(authority).shortName}: ${verdict} (${who})${moved === '' ? '' : `, ${moved}`}`);
}

/** Where areas stand alone and differ, each with its grade; null beside an overall grade. */
function areaWords(
  of: Pick<JudgementEvent, 'headlines' | 'grade' | 'scale'> &
    Pick<RegisterJudgement, 'judgements'> &
    Parameters<typeof areasInOrder>[1],
  names: Names,
): string | null {
  // Of areas with one grade the line itself tells all.
  const grades = new Set(of.judgements.map(({ grade }) => grade));
  if (headlineWords(of, names) !== null || grades.size < 2) return null;
  return areasInOrder(of.judgements, of, names)
    .map(({ area, grade }) => `${readableId(area)}: ${names.grade(grade, of.scale)}`)
    .join('; ');
}

const noteOf = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(', ');

const facetsOf = ({ judgement, direction }: TimelineEntry, names: Names): Facets => ({
  authorities: [judgement.authority],
  regions: [names.authority(judgement.authority).region],
  inspectorates: [judgement.inspectorate],
  services: [judgement.service],
  grades: headlineGrades({ headlines: judgement.headlines, grade: null }),
  directions: direction === null ? [] : [direction],
  statuses: judgement.readFrom ? [] : ['confirmed'],
});
