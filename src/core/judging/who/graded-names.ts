/** Names that are ordinary words too, and of which a grade is said: nothing but a council gets one. */
import { mentionsIn, type Reading } from '../text/reading.ts';

/** "Reading was found to be inadequate", "Reading, from inadequate to good": what is said of it is a grade. */
export function isGraded({ from, to }: { from: number; to: number }, reading: Reading): boolean {
  const is = (cls: string, i: number) => (reading.startsAt[i] ?? []).some((m) => m.cls === cls);
  const gradeNear = (at: number) => [2, 3, 4].some((n) => is('grade', at + n));
  const next = reading.tokens[to]?.w ?? '';
  const moves = next === ',' ? to + 1 : to;
  if (reading.tokens[moves]?.w === 'from' && is('grade', moves + 1)) return true;
  // "Reading, rated good in 2016"
  const apposed = next === ',' ? (reading.startsAt[to + 1] ?? []).find((m) => m.cls === 'judged') : undefined;
  if (apposed && [0, 1, 2].some((n) => is('grade', apposed.to + n))) return true;
  // "Reading, which has a new director, requires improvement"
  if (next === ',' && ['which', 'where', 'whose'].includes(reading.tokens[to + 1]?.w ?? ''))
    for (let i = to + 2; i < to + LONGEST_RELATIVE; i++) {
      if (reading.tokens[i]?.w === ',')
        return is('grade', i + 1) || ((is('be', i + 1) || is('has', i + 1)) && gradeNear(i));
      // "Reading, which was told that it requires improvement"
      if (is('grade', i) && ['be', 'gave', 'judged', 'has'].some((cls) => is(cls, to + 2))) return true;
    }
  // "with Reading 'inadequate' and …"
  const before = reading.tokens[from - 1]?.w;
  if ((before === 'with' || before === 'while') && is('grade', to)) return true;
  // "the first inspections rate Reading inadequate"
  if (is('grade', to) && (reading.endsAt[from - 1] ?? []).some((m) => m.cls === 'judged')) return true;
  // "Reading was handed to a trust and stayed inadequate": one subject, two verbs.
  const verb = (reading.startsAt[to] ?? []).find((m) => ['be', 'has'].includes(m.cls));
  for (let i = verb?.to ?? to + LONGEST_PREDICATE; i < to + LONGEST_PREDICATE; i++) {
    if (!reading.tokens[i]?.word) break;
    if (['and', 'but', 'yet'].includes(reading.tokens[i]?.w ?? ''))
      return (reading.startsAt[i + 1] ?? []).some((m) => ['remain', 'be'].includes(m.cls) && is('grade', m.to));
  }
  if (isToldOf(to, reading)) return true;
  // A line of a list: "Reading – good".
  if (['–', ':', '|'].includes(next) && is('grade', to + 1)) return true;
  // "The fourth, Reading, is judged inadequate"
  const start = next === ',' && before === ',' ? to + 1 : to;
  for (let i = start; i < start + 4; i++) {
    const judged = (reading.startsAt[i] ?? []).find((m) => m.cls === 'judged');
    if (judged) return [0, 1, 2].some((n) => is('grade', judged.to + n));
    if (i > start && is('grade', i) && reading.tokens[i + 1]?.w !== 'place') return true;
    if (!is('be', i) && !is('has', i)) return false;
  }
  return false;
}

/** "Reading was told that it requires improvement", "Reading learned that its services are good" */
function isToldOf(at: number, reading: Reading): boolean {
  const is = (cls: string, i: number) => (reading.startsAt[i] ?? []).some((m) => m.cls === cls);
  const has = is('be', at) || is('has', at) ? 1 : 0;
  if (!TOLD.has(reading.tokens[at + has]?.w ?? '')) return false;
  const that = reading.tokens[at + has + 1]?.w === 'that' ? 1 : 0;
  const whose = at + has + 1 + that;
  if (['it', 'they'].includes(reading.tokens[whose]?.w ?? '')) return [1, 2, 3].some((n) => is('grade', whose + n));
  const its = ['its', 'their'].includes(reading.tokens[whose]?.w ?? '');
  return (
    its &&
    (is('service', whose + 1) || is('thing_judged', whose + 1)) &&
    mentionsIn(reading, 'grade', whose, whose + LONGEST_PREDICATE).length > 0
  );
}
const TOLD = new Set(['told', 'said', 'found', 'learned', 'learnt', 'heard']);

const LONGEST_RELATIVE = 18;
const LONGEST_PREDICATE = 10;
