/**
 * What whoever asks by grade or direction is to know before they rely on it: of a service that is given no overall grade any more
 * nothing would ever come.
 */
import type { Criteria } from '../types.ts';
import { listWords, monthWords, type Names } from './names.ts';
import { NO_HEADLINE } from './route.ts';

type Given = Names['withoutOverall'][number];

/** @param criteria null for whoever has not chosen yet */
export function withoutOverallNote(criteria: Criteria | null, names: Names): string | null {
  const missed = names.withoutOverall.filter(
    (given) => criteria === null || (isConcerned(criteria, given) && isBlocked(criteria)),
  );
  if (missed.length === 0) return null;
  const who = missed.map(
    ({ inspectorate, service, since }) =>
      `${names.inspectorate(inspectorate)} for ${names.service(service)} since ${monthWords(since)}`,
  );
  const begin = `No overall grade has been given by ${listWords(who)}`;
  if (criteria !== null && asksForNone(criteria))
    return `${begin}: which way such a judgement has gone is told only where all its areas are graded alike. Leave the direction out to be told of each.`;
  return `${begin}: whoever asks for a grade or a direction is not told of such a judgement. Ask for “no overall grade” to be told.`;
}

function isConcerned({ inspectorates, services, anyOf = [] }: Criteria, given: Given): boolean {
  const fits = (wanted: readonly string[], found: string) => wanted.length === 0 || wanted.includes(found);
  if (!fits(inspectorates, given.inspectorate) || !fits(services, given.service)) return false;
  return anyOf.length === 0 || anyOf.some((part) => isConcerned(part, given));
}

/** No judgement without an overall grade gets through any part. */
function isBlocked({ grades, directions, anyOf = [] }: Criteria): boolean {
  if (grades.length > 0 && !grades.includes(NO_HEADLINE)) return true;
  return directions.length > 0 || (anyOf.length > 0 && anyOf.every(isBlocked));
}

const asksForNone = ({ grades, anyOf = [] }: Criteria): boolean =>
  grades.includes(NO_HEADLINE) || anyOf.some(asksForNone);
