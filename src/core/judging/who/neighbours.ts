/** Councils named beside the one an article is about: neighbours with a grade of their own, and lists that end with "among them". */
import type { Rating } from '../statement.ts';
import { commaAfter, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';
import type { Subjects } from './subjects.ts';

/** "Nearby Northshire": compared with, and no helper. */
export const isNeighbour = (reading: Reading, { from }: Mention): boolean =>
  startsClass(reading, from - 1, 'neighbour_word') || startsClass(reading, from - 2, 'neighbour_word');

/** "Nearby Northshire's services are rated good", "neighbouring Northshire got the same": from the name straight to its verb. */
export function isSubjectOf(reading: Reading, from: number, grade: number): boolean {
  for (let i = from; i < grade; i++) {
    // "Neighbouring Southshire, inspected in 2017, is good"
    const closing = reading.tokens[i]?.w === ',' ? commaAfter(i, Math.min(grade, i + LONGEST_ASIDE), reading) : i;
    if (closing === null) return false;
    if (closing > i) i = closing + 1;
    if (startsClass(reading, i, 'be', 'has', 'gave', 'judged', 'remain', 'up', 'down')) return true;
    if (reading.tokens[i]?.w === "'s") continue;
    const part = (reading.startsAt[i] ?? []).find((m) => ['service', 'council_word', 'thing_judged'].includes(m.cls));
    if (!part) return false;
    i = part.to - 1;
  }
  // "Nearby Northshire requires improvement": the grade is the verb.
  return (reading.startsAt[grade] ?? []).some((m) => m.cls === 'grade' && m.id === 'requires_improvement');
}

/** From the comma that opens what is said in passing to the one that closes it. */
const LONGEST_ASIDE = 8;
/** "Nine councils require improvement, Northshire, Southshire and Kelbury among them": every name of the list. */
export function listedAmong(
  named: Mention[],
  { to: grade }: Mention,
  { to }: Rating['sentence'],
  reading: Reading,
): Mention[] | null {
  const end = mentionsIn(reading, 'among_them', grade, to).at(-1);
  if (!end) return null;
  const listed = named.filter((m) => m.from >= grade && m.to <= end.from);
  return listed.length > 1 && (listed.at(-1) as Mention).to === end.from ? listed : null;
}

/** "Nearby Northshire got the same": theirs is no news here. */
export const isOfNeighbour = ([name]: Mention[], reading: Reading, subjects: Subjects): boolean =>
  name !== undefined &&
  ((subjects.bystanders.has(name) && isNeighbour(reading, name)) || isAmongNeighbours(name, reading, subjects));

/** "Neighbours Southshire are good and Kelbury requires improvement", after the opening: all of them, and not whom the text is about. */
function isAmongNeighbours(name: Mention, reading: Reading, { inTitle, inLead, ranked }: Subjects): boolean {
  const sentence = reading.sentences[reading.sentenceOf[name.from] ?? 0];
  if (!sentence || sentence.depth < 1 || inTitle.has(name.id) || ranked[0] === name.id) return false;
  if (inTitle.size === 0 && inLead.size > 1 && sentence.depth < OPENING) return false;
  const first = [0, 1, 2].map((n) => sentence.from + n).find((i) => reading.tokens[i]?.w === 'neighbours');
  return first !== undefined && !startsClass(reading, first + 1, 'be', 'has', 'gave', 'judged');
}
const OPENING = 3;

/** "Staff are overwhelmed in Northshire, while a neighbour earns good", "two were told they are good and a third that it requires improvement": whose grade it is nobody says. */
export function isOfUnnamed({ mention, sentence }: Rating, named: readonly Mention[], reading: Reading): boolean {
  const from = named.findLast((m) => m.to <= mention.from)?.to ?? sentence.from;
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  const does = (i: number) => startsClass(reading, i, 'be', 'has', 'gave', 'judged', 'up', 'down');
  const neighbour = (i: number) => /^neighbours?$/.test(w(i)) && does(i + 1);
  const further = (i: number) =>
    w(i - 1) === 'a' && ['third', 'fourth', 'fifth'].includes(w(i)) && (w(i + 1) === 'that' || does(i + 1));
  // "to the place next door that was good last year"
  const nextDoor = (i: number) => w(i) === 'next' && w(i + 1) === 'door' && w(i + 2) === 'that';
  return (
    someFrom(from, mention.from, (i) => neighbour(i) || further(i) || nextDoor(i)) &&
    !named.some((m) => m.from >= mention.to)
  );
}
