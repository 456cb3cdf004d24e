/** Areas that inspectors looked at: what was inspected is not yet what the grade is of. */
import type { Rating } from '../statement.ts';
import { CLAUSES, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';

/**
 * "rated inadequate following an inspection of help for care leavers", "having looked at help for care leavers, inspectors
 * find it good": what was inspected is not yet what the grade is of.
 */
export function isInspectedOnly(area: Mention, { mention, sentence }: Rating, reading: Reading): boolean {
  const after = area.from >= mention.to;
  const from = after ? mention.to : sentence.from;
  const looked = mentionsIn(reading, 'looked_at', from, area.from).at(-1);
  if (!after && looksAtTwo(from, area.from, mention.from, reading)) return true;
  const ends = (i: number) =>
    [':', '–', ';', '('].includes(reading.tokens[i]?.w ?? '') || startsClass(reading, i, ...CLAUSES, 'found_word');
  if (!looked || someFrom(looked.to, area.from, ends)) return false;
  const opener = reading.tokens[looked.from - 1]?.w ?? '';
  // "good in every area that they looked at, including adoption"
  if (after && reading.tokens[area.from - 1]?.w === 'including') return false;
  return after || opener === 'having' || (opener === 'after' && looked.to - looked.from > 1);
}

/** "It assessed how the council helps children and looks after those in its care, and gave it a good": of two things it is neither. */
function looksAtTwo(start: number, area: number, grade: number, reading: Reading): boolean {
  const looks = (i: number) => reading.tokens[i]?.w === 'assessed' || startsClass(reading, i, 'looked_at');
  let from = area - 1;
  const first = Math.max(start, area - LOOKED_REACH);
  while (from >= first && !looks(from)) from--;
  if (from < first) return false;
  const areas = mentionsIn(reading, 'area', from, grade);
  const it = (i: number) =>
    reading.tokens[i]?.w === 'it' &&
    (reading.endsAt[i - 1] ?? []).some((m) => ['judged', 'gave'].includes(m.cls)) &&
    ['and', ',', 'before'].includes(reading.tokens[i - 2]?.w ?? '');
  return areas.length > 1 && someFrom((areas.at(-1) as Mention).to, grade, it);
}
/** From the verb to the last of what they looked at. */
const LOOKED_REACH = 40;
