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
  // "good for all three aspects looked at, namely leadership and adoption"
  if (after && mentionsIn(reading, 'names_parts', looked.to, area.from).length > 0) return false;
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

/** "They spent a week looking at adoption, and their report says that it is inadequate": the one thing that they looked at. */
export function isItLookedAt({ mention }: Rating, area: Mention, reading: Reading): boolean {
  const looked = mentionsIn(reading, 'looked_at', area.from - LOOKED_BEFORE, area.from).at(-1);
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  const it = startsClass(reading, mention.from - 1, 'be') ? mention.from - 2 : mention.from - 1;
  const said = w(it - 1) === 'that' ? it - 2 : it - 1;
  const other = (i: number) => w(i) === ';' || startsClass(reading, i, 'contrast', 'council_word', 'thing_judged');
  return (
    looked !== undefined &&
    area.from - looked.to <= 1 &&
    w(it) === 'it' &&
    ['says', 'said', 'say', 'concluded', 'concludes', 'found', 'finds'].includes(w(said)) &&
    !someFrom(area.to, said, other)
  );
}
/** "looking at", "looking at the" */
const LOOKED_BEFORE = 4;
