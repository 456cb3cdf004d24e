/** "The same as last time", "the grade that it got in 2019 too": what says that the time before was no other. */
import type { Span } from '../text/asides.ts';
import { mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';

/** "as they were on the last occasion", "the same as last time", "the grade that it had last time" */
export const asBefore = (reading: Reading, from: number, to: number): Span[] => [
  ...mentionsIn(reading, 'as_were', from, to).flatMap((as) => {
    const at = LEADS_TO.has(reading.tokens[as.to]?.w ?? '') ? as.to + 1 : as.to;
    const last = (reading.startsAt[at] ?? []).find((m) => m.cls === 'last_occasion');
    const said = !LIKENS.has(reading.tokens[as.from]?.w ?? '') || isOfGrade(as.from, reading);
    return last && said ? [{ from: as.from, to: last.to }] : [];
  }),
  ...whatItHad(reading, mentionsIn(reading, 'last_occasion', from, to), from),
  ...hadItToo(reading, mentionsIn(reading, 'last_occasion', from, to), from),
];

/** "the grade that it got in 2019", "what it was told in the spring of 2019": as far as the year. */
export const asThen = (reading: Reading, from: number, to: number): Span[] =>
  [whatItHad, hadItToo].flatMap((said) =>
    said(reading, mentionsIn(reading, 'year', from, to), from).map((span) => ({ ...span, to: span.to - 1 })),
  );

/** "in line with its previous inspection" may be said of anything; "as it was last time" hardly is. */
const LIKENS = new Set(['in', 'consistent', 'identical', 'level', 'on', 'has', 'have', 'had', 'with']);

/** "It requires improvement, in line with …", "The verdict is in line with …", "This is in line with …" */
function isOfGrade(at: number, reading: Reading): boolean {
  const from = reading.sentences[reading.sentenceOf[at] ?? 0]?.from ?? at;
  const told = (i: number) => startsClass(reading, i, 'grade', 'verdict_word');
  return IT.has(wordAt(reading, from)) || someFrom(from, at, told);
}
const IT = new Set(['it', "it's", 'this', 'that', "that's", 'which', 'they']);

const LEADS_TO = new Set(['on', 'at', 'in', 'after', 'back', 'from']);

/**
 * What the sentence says that the grade of now is: "is the grade it had", "is what the council was given", up to when it had it.
 *
 * @param when times told in the sentence
 * @param from where the sentence begins
 */
function whatItHad(reading: Reading, when: Mention[], from: number): Span[] {
  return when.flatMap(({ from: time, to }) => {
    let at = time - 1;
    const back = (passed: (i: number) => boolean, most: number) => {
      for (let n = 0; n < most && at > from && passed(at); n++) at--;
    };
    const word = (words: Set<string>) => (i: number) => words.has(reading.tokens[i]?.w ?? '');
    back(word(LEADS_TO), 2);
    const verb = at + 1;
    back(
      (i) => startsClass(reading, i, 'be', 'has', 'gave', 'judged', 'also_word') || VERBS.has(wordAt(reading, i)),
      4,
    );
    if (at + 1 === verb) return [];
    const whose = at;
    back((i) => startsClass(reading, i, 'council_word', 'thing_judged', 'pronoun') || wordAt(reading, i) === 'the', 3);
    // "what it had", "the grade that the council had"
    const what = [whose - 1, whose - 2, at, at + 1].find((i) => ['what', 'where'].includes(wordAt(reading, i)));
    const noun = startsClass(reading, at, 'verdict_word') ? at : null;
    const opens = what ?? (noun === null ? null : startOfNoun(noun, reading));
    if (opens === null || at === whose || opens <= from) return [];
    let says = opens - 1;
    while (says > from && (startsClass(reading, says, 'also_word') || ALSO.has(wordAt(reading, says)))) says--;
    if (!isSaidOfGrade(says, what !== undefined, reading)) return [];
    const denied = someFrom(Math.max(from, opens - 3), opens, (i) => startsClass(reading, i, 'deny', 'modal'));
    // "what it was told last time to put right"
    return denied || wordAt(reading, to) === 'to' ? [] : [{ from: opens, to }];
  });
}
const ALSO = new Set(['exactly', 'just', 'precisely', 'still', 'again']);

/** The verb before it: "is the grade it had" of whatever subject, "is what it had" of the grade alone, and no "cases are where they were". */
function isSaidOfGrade(verb: number, bare: boolean, reading: Reading): boolean {
  const w = wordAt(reading, verb);
  // "It keeps the rating that it was given in 2019", "holds on to the grade it won"
  if (KEEPS.has(w) || (w === 'to' && wordAt(reading, verb - 1) === 'on')) return !bare;
  // "leaving the council with the grade it was given in 2019"
  if (w === 'with' && someFrom(verb - LEFT_WITH, verb, (i) => LEAVES.has(wordAt(reading, i)))) return !bare;
  if (!startsClass(reading, verb, 'be') && w !== "'s") return false;
  if (!bare || /'s$/.test(w)) return true;
  return IT.has(wordAt(reading, verb - 1)) || (reading.endsAt[verb - 1] ?? []).some((m) => m.cls === 'verdict_word');
}

/** "They had it last time too", "it also got that in 2019", "the council had the same then": what was given now, up to when it was given before. */
function hadItToo(reading: Reading, when: Mention[], from: number): Span[] {
  return when.flatMap(({ from: time, to }) => {
    let at = time - 1;
    const leads = (i: number) =>
      LEADS_TO.has(wordAt(reading, i)) || wordAt(reading, i) === 'and' || startsClass(reading, i, 'month', 'year');
    while (at > from && leads(at)) at--;
    const same = wordAt(reading, at) === 'same' && wordAt(reading, at - 1) === 'the';
    const verb = same || ALSO.has(wordAt(reading, at - 1)) ? at - 2 : at - 1;
    if (!(same || IT_TOO.has(wordAt(reading, at))) || !startsClass(reading, verb, 'has', 'gave')) return [];
    let subject = verb - 1;
    while (subject > from && startsClass(reading, subject, 'has', 'also_word', 'be')) subject--;
    const also =
      someFrom(subject, verb, (i) => startsClass(reading, i, 'also_word')) || wordAt(reading, subject) === 'also';
    if (wordAt(reading, subject) === 'also') subject--;
    const whole = startsClass(reading, subject, 'council_word', 'thing_judged', 'pronoun');
    const too = same || also || startsClass(reading, wordAt(reading, to) === ',' ? to + 1 : to, 'also_word');
    return whole && too && subject - from <= SUBJECT_REACH ? [{ from: subject, to }] : [];
  });
}
const IT_TOO = new Set(['it', 'that', 'this', 'one', 'so']);
/** "And the" */
const SUBJECT_REACH = 3;
const VERBS = new Set(['told', 'heard', 'stood', 'received', 'carried', 'came', 'away', 'with']);
const KEEPS = new Set(['keeps', 'kept', 'retains', 'retained', 'maintains', 'maintained', 'repeats', 'repeated']);

const LEAVES = new Set(['leave', 'leaves', 'leaving', 'left', 'stuck', 'stays', 'remains']);
/** "leaving the city council" */
const LEFT_WITH = 4;

const wordAt = ({ tokens }: Reading, at: number): string => tokens[at]?.w ?? '';

/** "the same grade", "the very verdict": null where another word stands before it ("a better grade than the grade"). */
function startOfNoun(noun: number, reading: Reading): number | null {
  let at = noun - 1;
  while (at > noun - 3 && ['same', 'very', 'overall', 'one'].includes(wordAt(reading, at))) at--;
  return ['the', 'that', 'its'].includes(wordAt(reading, at)) ? at : null;
}
