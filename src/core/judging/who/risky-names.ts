/** A name that is also an ordinary word ("Reading", "Bury"): whether its sentence means the council. */
import { mentionsIn, type Reading } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';
import { pastBullet } from './entries.ts';
import { isGraded } from './graded-names.ts';

/** Classes of words that show a sentence to be about what councils do. */
const SIGNALS = ['inspectorate', 'service', 'council_word', 'inspection_itself'];
const OPENING_WORDS = 60;

/** An inspectorate, a service or a council stands in these words. */
export const speaksOfCouncils = (reading: Reading, from: number, to: number): boolean =>
  SIGNALS.some((cls) => around(reading, cls, from, to));

/**
 * A risky name counts when its sentence speaks of an inspectorate, a service or a council and the name is used as one.
 *
 * @param several the article names several other councils: a grade is signal enough, "Reading, though, has gone to outstanding"
 */
export function hasSecondSignal(
  candidate: Mention,
  reading: Reading,
  { from, to }: { from: number; to: number },
  several: boolean,
): boolean {
  if (isListed(candidate, reading) || isGraded(candidate, reading) || isIntroduced(candidate, reading, to)) return true;
  const next = reading.tokens[candidate.to];
  const before = reading.tokens[candidate.from - 1];
  // A title leaves it to the first lines to say what it is about.
  const title = reading.tokens[from]?.field === 'title';
  const until = title ? Math.min(reading.tokens.length, to + OPENING_WORDS) : takenUp(candidate, reading, to);
  const graded = around(reading, 'grade', from, to) && (several || isJudgedThere(reading, from, to));
  if (!graded && !speaksOfCouncils(reading, from, until)) return false;
  if (next?.w === "'s") return true;
  // "The Reading Chronicle" writes of no other Reading.
  if (!before?.cap && isInPublisher(candidate, reading)) return true;
  if (candidate.from > from) return !before?.cap || before.w.length < 4 || ['and', ','].includes(before.w);
  // "Reading, though, has gone to …"
  const verb = next?.w === ',' && reading.tokens[candidate.to + 2]?.w === ',' ? candidate.to + 3 : candidate.to;
  return (
    (reading.startsAt[verb] ?? []).some((m) => ['service', 'be', 'has', 'judged'].includes(m.cls)) ||
    // "Reading climbs from …", "Reading keeps its good rating", "Reading loses its good rating"
    (around(reading, 'grade', from, to) &&
      (reading.startsAt[verb] ?? []).some((m) =>
        ['remain', 'up', 'down', 'gave', 'loses', 'no_longer'].includes(m.cls),
      )) ||
    // "Reading inadequate again after return of Ofsted"
    (title &&
      (reading.startsAt[verb] ?? []).some((m) => m.cls === 'grade' && AGAIN.has(reading.tokens[m.to]?.w ?? ''))) ||
    ['and', ',', 'children', 'adult'].includes(next?.w ?? '')
  );
}

const AGAIN = new Set(['again', 'once', 'still', 'yet']);

/** The paper, or whoever else published it, bears the name. */
function isInPublisher({ from, to }: Mention, { tokens, article: { publisher } }: Reading): boolean {
  const name = tokens.slice(from, to).map(({ w }) => w);
  const words = (publisher ?? '').toLowerCase().split(/[^a-z]+/);
  return name.length > 0 && name.every((w) => words.includes(w));
}

/** "In Reading an inspection ended in good", "… the safeguarding of children was found to be inadequate", "… the overall judgement is good". */
const isJudgedThere = (reading: Reading, from: number, to: number): boolean =>
  [['inspection_word'], ['area', 'judged'], ['overall_word', 'rating_word']].some((all) =>
    all.every((cls) => around(reading, cls, from, to)),
  );

/** "Last on the list is Reading. Its children's services …": what ends a sentence is what the next one goes on about. */
function takenUp(candidate: Mention, reading: Reading, to: number): number {
  const next = reading.sentences[(reading.sentenceOf[candidate.from] ?? 0) + 1];
  const goesOn = next?.field === 'text' && ['its', 'there', 'it'].includes(reading.tokens[next.from]?.w ?? '');
  return goesOn && to - candidate.to <= 1 ? next.to : to;
}

/** "At the other end is Reading. Its children's services …": the sentence comes to the name, and the next goes on of it. */
function isIntroduced({ from, to: end }: Mention, reading: Reading, to: number): boolean {
  const is = (cls: string, i: number) => (reading.startsAt[i] ?? []).some((m) => m.cls === cls);
  const closes = to - end <= 1 && (reading.endsAt[from - 1] ?? []).some((m) => m.cls === 'be');
  if (!closes) return false;
  // "Faring worst was Reading. The council was judged inadequate."
  if (reading.tokens[to]?.w === 'the' && is('council_word', to + 1)) return true;
  return reading.tokens[to]?.w === 'its' && (is('service', to + 1) || is('thing_judged', to + 1));
}

/** One of a list of councils: "Leeds, Reading and Surrey". */
function isListed({ from, to }: Mention, reading: Reading): boolean {
  if (isLineOfList({ from, to }, reading)) return true;
  const comma = (i: number) => [',', ';', 'and', 'nor'].includes(reading.tokens[i]?.w ?? '');
  const name = (lists: Mention[][], i: number) => (lists[i] ?? []).some((m) => m.cls.startsWith('authority_'));
  // "Leeds (2023), Reading (2024)", "Reading (2014 and 2016) and Leeds"
  // "Leeds and the City of London"
  const start = pastNeighbour(reading.tokens[from - 1]?.w === 'the' ? from - 1 : from, reading);
  const [before, after] = [skipYears(start - 2, -1, reading), skipYears(to, 1, reading)];
  return (comma(start - 1) && name(reading.endsAt, before)) || (comma(after) && name(reading.startsAt, after + 1));
}

/** "Northshire and its neighbour Reading": back to the comma or "and". */
function pastNeighbour(at: number, { tokens, endsAt }: Reading): number {
  const neighbour = (endsAt[at - 1] ?? []).find((m) => m.cls === 'neighbour_word');
  if (!neighbour) return at;
  return tokens[neighbour.from - 1]?.w === 'its' ? neighbour.from - 1 : neighbour.from;
}

/** Past a bracket that holds nothing but years or scores. */
function skipYears(at: number, step: 1 | -1, { tokens }: Reading): number {
  const [opening, closing] = step === 1 ? ['(', ')'] : [')', '('];
  if (tokens[at]?.w !== opening) return at;
  let i = at + step;
  while (/^(\d{1,4}|and|,|:|score)$/.test(tokens[i]?.w ?? '')) i += step;
  return tokens[i]?.w === closing ? i + step : at;
}

/** "Northshire, 2019", "Northshire (2019)": past a year that ends a line. */
function endOfYear(at: number, end: number, { tokens }: Reading): number {
  const words = tokens.slice(at, end).map(({ w }) => w);
  return /^[,(:–-] \d{4}( \))?$/.test(words.join(' ')) ? end : at;
}

/** A line that is a name and no more, or with a year, under or above another such line, or heading a paragraph on a council. */
function isLineOfList({ from, to }: { from: number; to: number }, reading: Reading): boolean {
  const index = reading.sentenceOf[from] ?? 0;
  const isName = (n: number) => {
    const line = reading.sentences[n];
    const name = (m: Mention) =>
      m.cls.startsWith('authority_') && line !== undefined && endOfYear(m.to, line.to, reading) === line.to;
    return line?.field === 'text' && (reading.startsAt[pastBullet(line.from, reading.tokens)] ?? []).some(name);
  };
  const own = reading.sentences[index];
  return (
    own !== undefined &&
    pastBullet(own.from, reading.tokens) === from &&
    endOfYear(to, own.to, reading) === own.to &&
    (isName(index - 1) || isName(index + 1) || tellsOfCouncil(reading.sentences[index + 1], reading))
  );
}

/** "'Good' in every category.", "The city falls from …" */
const tellsOfCouncil = (sentence: Sentence | undefined, reading: Reading): boolean =>
  sentence?.field === 'text' &&
  ['grade', 'council_word'].some((cls) => mentionsIn(reading, cls, sentence.from, sentence.to).length > 0);

function around(reading: Reading, cls: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((reading.startsAt[i] ?? []).some((m) => m.cls === cls)) return true;
  return false;
}
