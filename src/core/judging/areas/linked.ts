/** What may stand between an area and its grade, and whether a verb leads from one to the other. */
import { isPronoun, type Reading, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';

/** Words that may stand between an area and its grade beside the classes below. */
const MOST_STRANGERS = 3;
const VERBS = new Set(['be', 'judged', 'gave', 'takes', 'up', 'down', 'remain']);
const LINKS = new Set([
  'previous_word',
  'up',
  'down',
  'remain',
  'link',
  'be',
  'judged',
  'judged_by',
  'service',
  'authority',
  'rating_word',
  'area_noun',
  'gave',
  'fared',
]);

const TURNS = new Set(['as', 'after', 'when', 'because']);

/** Tokens between two places, what is said in passing not counted. */
export function lengthOf(reading: Reading, from: number, to: number): number {
  let length = 0;
  for (let i = from; i < to; i = Math.max(i + 1, Math.min(to, reading.beyond.get(i) ?? 0))) length++;
  return length;
}

/** "was found to be", "-", ":", "in Northshire are": what may stand between an area and its grade. */
export function isLinked(reading: Reading, from: number, to: number): boolean {
  if (lengthOf(reading, from, to) > 16 || isInsideOf(reading, from, to)) return false;
  // "leadership from inadequate to good", "with leadership at good"
  if (to - from === 1 && ['from', 'at'].includes(reading.tokens[from]?.w ?? '')) return true;
  // "has marked leadership up to good"
  const [way, on] = reading.tokens.slice(from, to).map(({ w }) => w);
  if (to - from <= 3 && ['up', 'down'].includes(way ?? '') && ['to', 'from'].includes(on ?? '')) return true;
  let strangers = 0;
  let turned = false;
  for (let i = from; i < to; ) {
    // "failings for care leavers, though other services are good": the clause has a subject of its own.
    if (reading.tokens[i]?.w === ',' && startsClass(reading, i + 1, 'adverb_clause') && !isSetOff(reading, i + 1))
      turned = true;
    // "Northshire children left at risk as service rated inadequate"
    if (TURNS.has(reading.tokens[i]?.w ?? '') && startsClass(reading, i + 1, 'service', 'thing_judged')) turned = true;
    if (isOwnSubject(reading, i)) return false;
    if (turned && startsClass(reading, i, 'service', 'authority', 'council_word', 'thing_judged')) return false;
    const beyond = reading.beyond.get(i) ?? 0;
    if (beyond > i && beyond <= to) {
      i = beyond;
      continue;
    }
    const place = endOfPlace(reading, i);
    if (place > i && place <= to) {
      i = place;
      continue;
    }
    const agent = endOfAgent(reading, i, to);
    if (agent > i) {
      i = agent;
      continue;
    }
    const token = reading.tokens[i];
    if (token && (startsClass(reading, i, 'contrast') || (!token.word && ['.', ';', '!', '?'].includes(token.w))))
      return false;
    const mention = (reading.startsAt[i] ?? []).find((m) => LINKS.has(m.cls));
    if (!mention && token?.word && ++strangers > MOST_STRANGERS) return false;
    i = mention ? Math.max(mention.to, i + 1) : i + 1;
  }
  // A comma with strangers after it begins another thought.
  return strangers === 0 || isVerbLinked(reading, from, to) || isVerb(reading, to);
}

/** "adoption services in the district": where they are. */
const endOfPlace = ({ tokens }: Reading, at: number): number =>
  ['in', 'across'].includes(tokens[at]?.w ?? '') && tokens[at + 1]?.w === 'the' && PLACES.has(tokens[at + 2]?.w ?? '')
    ? at + 3
    : at;
const PLACES = new Set(['district', 'borough', 'county', 'city', 'town', 'region', 'islands']);

/** "children at risk in an inadequate service": the grade is of what they are in. */
function isInsideOf(reading: Reading, from: number, to: number): boolean {
  const grade = (reading.startsAt[to] ?? []).find(({ cls }) => cls === 'grade');
  const leads = reading.tokens.slice(from, to).map(({ w }) => w);
  const within = ['in', 'by', 'under'].includes(leads[0] ?? '') && leads.slice(1).every((w) => ['a', 'an'].includes(w));
  return grade !== undefined && within && startsClass(reading, grade.to, 'thing_judged');
}

/** "Adoption, though, is good": a word between commas turns nothing. */
const isSetOff = ({ tokens }: Reading, at: number): boolean => tokens[at - 1]?.w === ',' && tokens[at + 1]?.w === ',';

/** "Help for care leavers has grown, and the council as a whole is good": a clause about the whole begins. */
function isOwnSubject(reading: Reading, comma: number): boolean {
  if (reading.tokens[comma]?.w !== ',' || !['and', 'but'].includes(reading.tokens[comma + 1]?.w ?? '')) return false;
  const the = reading.tokens[comma + 2]?.w === 'the' ? comma + 3 : comma + 2;
  const council = (reading.startsAt[the] ?? []).find((m) => ['council_word', 'thing_judged'].includes(m.cls));
  const whole = (reading.startsAt[council?.to ?? the] ?? []).find((m) => m.cls === 'overall_word');
  return council !== undefined && startsClass(reading, whole?.to ?? council.to, 'be');
}

/** "Support offered by the new teams in the north was good": to the verb, past those who offer it. */
function endOfAgent(reading: Reading, at: number, to: number): number {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  if (w(at) !== 'by' || !['shown', 'given', 'provided', 'offered', 'delivered', 'received'].includes(w(at - 1)))
    return at;
  for (let i = at + 1; i < to && reading.tokens[i]?.word; i++) if (startsClass(reading, i, 'be')) return i;
  return at;
}

/** "leadership and the rest require improvement": the grade is its own verb. */
const isVerb = (reading: Reading, at: number) =>
  (reading.startsAt[at] ?? []).some((m) => m.cls === 'grade' && m.id === 'requires_improvement');

/** "with leadership outstanding", "with leadership and adoption both outstanding" */
export const isSummed = (reading: Reading, from: number, to: number) =>
  to === from || (to - from === 1 && ['both', 'all', 'each'].includes(reading.tokens[from]?.w ?? ''));

/** "good for adoption and requires improvement for care leavers", "… overall", "…, it is good for care leavers": the second grade has areas of its own. */
export function opensNext(reading: Reading, from: number, next: Mention): boolean {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  const joined = next.from - from === 1 && w(from) === 'and';
  if (joined && startsClass(reading, next.to, 'overall_word')) return true;
  // "good to adoption and requires improvement to care leavers"
  const to = w(next.to) === 'to' && [1, 2].some((n) => startsClass(reading, next.to + n, 'area'));
  if (!to && !['for', 'in', 'on'].includes(w(next.to))) return false;
  return joined || (isPronoun(reading, from + 1) && startsClass(reading, from + 2, 'be', 'has'));
}

/** "the experiences of care leavers require improvement", with no comma between. */
export const isOwnVerb = (reading: Reading, from: number, at: number) =>
  isVerb(reading, at) && reading.tokens.slice(from, at).every((t) => t.word);

/** "leaders do a 'good' job" */
const DOES = new Set(['do', 'does', 'did']);
const SAYS = ['say', 'says', 'said', 'reads'];

/** "was judged", "has risen to", a colon or a dash: something there leads on to the grade. */
export function isVerbLinked(reading: Reading, from: number, to: number): boolean {
  // "for leadership the report says good"
  if (to > from && SAYS.includes(reading.tokens[to - 1]?.w ?? '')) return true;
  if ((reading.endsAt[to - 1] ?? []).some((m) => m.cls === 'turns_out' && m.from >= from)) return true;
  for (let i = from; i < to; i++) {
    if (['–', ':', '|', 'as'].includes(reading.tokens[i]?.w ?? '')) return true;
    if ((reading.startsAt[i] ?? []).some((m) => VERBS.has(m.cls))) return true;
    // "care leavers have an outstanding service"
    if (
      (startsClass(reading, i, 'has') || DOES.has(reading.tokens[i]?.w ?? '')) &&
      ['a', 'an'].includes(reading.tokens[i + 1]?.w ?? '')
    )
      return true;
  }
  return false;
}
