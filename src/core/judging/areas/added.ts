/** Areas that a sentence adds to a grade it has told: "good, and adoption too", "good in every area, including adoption". */
import type { Rating } from '../statement.ts';
import { everyFrom, isPronoun, mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';
import { chain, isRange } from './area-lists.ts';

/** "Leadership fell short, as did help for care leavers: both are inadequate": as many as it counts. */
export function summedUp({ mention }: Rating, left: Mention[], reading: Reading): Mention[] | null {
  let at = mention.from - 1;
  while (at > mention.from - 4 && startsClass(reading, at, 'be', 'judged')) at--;
  const colon = [':', ';', '–'].includes(reading.tokens[at - 1]?.w ?? '');
  return colon && reading.tokens[at]?.w === 'both' && left.length === 2 && (left[1] as Mention).to <= at ? left : null;
}

/** "Adoption is good, and leadership too.", "…, and leadership and help for care leavers were as well.", "…, and rated leadership the same." */
export const isAlso = (reading: Reading, { from, to }: Mention, list: Mention[]): boolean => {
  const first = list.at(-1)?.to === to ? (list[0] as Mention).from : from;
  const joins = (i: number) => ['and', ','].includes(reading.tokens[i]?.w ?? '');
  let at = first - 1;
  // "and praised adoption too" gives it nothing.
  while (at > first - 5 && !joins(at) && startsClass(reading, at, ...LEADS, 'told_of', 'judged', 'gave')) at--;
  return joins(at) && hasItToo(reading, to);
};

/** Words that end so; "as well as leadership" and "the same as in 2018" go on. */
const hasItToo = (reading: Reading, at: number): boolean =>
  (reading.startsAt[at] ?? []).some(
    ({ cls, to }) => ['also_word', 'one_too'].includes(cls) && !['as', 'than'].includes(reading.tokens[to]?.w ?? ''),
  );

/** "good in every area that they saw, including adoption": named beside all. */
export function isIncluded({ mention }: Rating, first: Mention, reading: Reading): boolean {
  const all = mentionsIn(reading, 'all_areas', mention.to, first.from)[0];
  const including = first.from - 1;
  return (
    all !== undefined &&
    all.from === mention.to &&
    first.from - all.to <= 6 &&
    ['including', 'even', 'notably'].includes(reading.tokens[including]?.w ?? '')
  );
}

/** From "they say it about" to the area. */
const SAID_REACH = 8;
/** "nearly all was outstanding, adoption and leadership among them" */
export function isAddedAfter(reading: Reading, from: number, right: Mention[]): boolean {
  const taken = chain(reading, right, 1);
  const [first, last] = [taken[0] as Mention, taken.at(-1) as Mention];
  if (mentionsIn(reading, 'says_of', from, first.from).some((m) => first.from - m.to <= SAID_REACH)) return true;
  const opens = first.from - from <= 3 && [',', '–', '('].includes(reading.tokens[from]?.w ?? '');
  return opens && startsClass(reading, last.to, 'among_them');
}

/** From "as was" to the area, words that only lead to it not counted. */
const ADDED_REACH = 5;
const LEADS = ['lister', 'area_noun', 'link'];

/** "Leadership is good, as are the experiences and progress of care leavers" */
export const isAddedBy = (reading: Reading, from: number, area: Mention): boolean =>
  mentionsIn(reading, 'adds_names', from, area.from).some(
    (m) =>
      (area.from - m.to <= ADDED_REACH && !isAsItHas(m, reading)) ||
      everyFrom(m.to, area.from, (i) => leadsOn(i, reading)),
  );

/** "as it has leadership", and not "as it has a plan for adoption": nothing but the area comes after it. */
const isAsItHas = ({ from, to }: Mention, { tokens }: Reading): boolean =>
  to - from === 3 && tokens[from]?.w === 'as' && ['has', 'have', 'had'].includes(tokens[to - 1]?.w ?? '');

/** "and it says the same of": where those begin who say it. */
const sayer = (at: number, reading: Reading): number =>
  isPronoun(reading, at - 1) || startsClass(reading, at - 1, 'inspectorate') ? at - 1 : at;

/** From the grade to what is added to it, and past "today" and who gave it. */
const ADDED_ON = 8;

/** "as is adoption", "so is adoption", "and the same goes for adoption", "and that goes for adoption" */
const ADDS = new Set([
  'as',
  'so',
  'the',
  'that',
  'this',
  'which',
  'said',
  'says',
  'say',
  'thought',
  'found',
  'felt',
  'ruled',
  'decided',
]);

/** "Their impact was good, as was adoption", "Services are good, and so is adoption": areas on top of what the grade is of. */
export function asWas(reading: Reading, from: number, right: Mention[]): Mention[] {
  const first = right.findIndex((area) =>
    mentionsIn(reading, 'adds_names', from, area.from).some(
      (m) =>
        (m.from - from <= 2 ||
          (m.from - from <= ADDED_ON && [',', 'and'].includes(reading.tokens[sayer(m.from, reading) - 1]?.w ?? ''))) &&
        ADDS.has(reading.tokens[m.from]?.w ?? '') &&
        reading.tokens[m.from + 1]?.w !== 'well' &&
        (everyFrom(m.to, area.from, (i) => leadsOn(i, reading)) || isCounted(m.to, area.from, reading)),
    ),
  );
  if (first >= 0) return andSoOn(reading, chain(reading, right.slice(first), 1), right);
  const [opens, end] = right;
  if (opens && isBesideWhole(reading, from, opens.from)) return chain(reading, right, 1);
  // "All areas are good, from leadership through to care leavers"
  if (opens && end && opens.from - from <= ADDED_ON && isRange(reading, opens.to, end.from))
    return chain(reading, right, 1);
  // "Services are inadequate, and leadership too"
  const list = right.length > 0 ? chain(reading, right, 1) : [];
  return list.some((area) => area.from - from <= ADDED_ON && isAlso(reading, area, list)) ? list : [];
}

/** "as was the support that's given to" */
const leadsOn = (i: number, reading: Reading): boolean =>
  startsClass(reading, i, ...LEADS, 'be', 'gave') || ['that', "'s", 'which'].includes(reading.tokens[i]?.w ?? '');

/** "as were three of the individual strands:" */
function isCounted(from: number, to: number, reading: Reading): boolean {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  const noun = [':', '–', ','].includes(w(to - 1)) ? to - 2 : -1;
  if (!STRANDS.has(w(noun)) || !startsClass(reading, from, 'count_word', 'number', 'all_of_them')) return false;
  return everyFrom(from + 1, noun, (i) =>
    ['of', 'the', 'its', 'other', 'individual', 'separate', 'main'].includes(w(i)),
  );
}
const STRANDS = new Set(['strands', 'areas', 'judgements', 'judgments', 'categories', 'parts', 'elements', 'headings']);

/** "so is adoption, and so is leadership", "as was adoption, as was leadership": said once more of others. */
export function andSoOn(reading: Reading, taken: Mention[], right: Mention[]): Mention[] {
  const last = taken.at(-1);
  const rest = last ? right.slice(right.indexOf(last) + 1) : [];
  const [next] = rest;
  if (!last || !next) return taken;
  const again = mentionsIn(reading, 'adds_names', last.to, next.from).find((m) =>
    ['so', 'as'].includes(reading.tokens[m.from]?.w ?? ''),
  );
  const joined =
    again !== undefined &&
    everyFrom(last.to, again.from, (i) => [',', ';', 'and'].includes(reading.tokens[i]?.w ?? '')) &&
    everyFrom(again.to, next.from, (i) => startsClass(reading, i, ...LEADS));
  return joined ? andSoOn(reading, [...taken, ...chain(reading, rest, 1)], right) : taken;
}

/** "gave a good to the council overall, to adoption and to leadership", "Good is the verdict on the service as a whole, on adoption and on leadership" */
export function isBesideWhole(reading: Reading, from: number, area: number): boolean {
  const whole = mentionsIn(reading, 'overall_word', from, Math.min(area, from + WHOLE_REACH))[0];
  // "The lowest grade was handed out overall, to adoption and to leadership"
  const said = ['gave', 'rating_word', 'word_used'].some((cls) => mentionsIn(reading, cls, from, from + 4).length > 0);
  const given = startsClass(reading, from, 'be') && said;
  const leads = (i: number) => BESIDE.has(reading.tokens[i]?.w ?? '') || startsClass(reading, i, 'lister');
  return (
    (given || ['to', 'for'].includes(reading.tokens[from]?.w ?? '')) &&
    whole !== undefined &&
    everyFrom(whole.to, area, leads)
  );
}
/** From "to" past "the county council". */
const WHOLE_REACH = 10;
const BESIDE = new Set([
  ',',
  'and',
  'to',
  'for',
  'on',
  'of',
  'also',
  'individually',
  'separately',
  'service',
  'services',
]);

/** "judged as good the help that children get": the grade stands before what is judged. */
export function isObject({ mention }: Rating, first: Mention, reading: Reading): boolean {
  const as = reading.tokens[mention.from - 1]?.w === 'as' ? 1 : 0;
  const judges =
    (reading.endsAt[mention.from - 1 - as] ?? []).some((m) => m.cls === 'judged') ||
    // "rates as good its services and as outstanding its leaders"
    (as === 1 && ['and', 'but', ','].includes(reading.tokens[mention.from - 2]?.w ?? ''));
  const leads = (i: number) => ['the', 'its', 'their', 'both', 'all', 'of'].includes(reading.tokens[i]?.w ?? '');
  return judges && first.from > mention.to && everyFrom(mention.to, first.from, leads);
}
