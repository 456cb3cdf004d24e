/** "Southshire, further south, is inadequate", "In Kelbury they got a good": in a round-up a council and what is said of it give its grade. */
import type { Rating } from '../statement.ts';
import { mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';

/** From the council to its grade, in words; what is said in passing is skipped. */
const FAR = 14;

/**
 * Whether a grade closes a clause whose subject is a council: the one named where it opens, or "it", "they", "the council".
 *
 * @param names whom the grade is of, none where they follow from what came before
 */
export function isSaidOfSubject({ sentence, mention, standing }: Rating, names: Mention[], reading: Reading): boolean {
  if (sentence.field !== 'text' || standing !== 'current' || !closesClause(mention, reading)) return false;
  const name = names.findLast((m) => m.to <= mention.from);
  const here = mentionsIn(reading, 'authority', sentence.from, mention.from);
  if (!name) return here.length === 0 && opensOnThem(sentence.from, mention.from, reading);
  // "Northshire good, Southshire better: a guide to the beaches"
  if (name.to === mention.from && mention.id !== 'requires_improvement') return false;
  return (
    isSubject(name, sentence.from, reading) &&
    !isOfSomethingElse(name, reading) &&
    wordsBetween(name.to, mention.from, reading) <= FAR
  );
}

/** "Northshire's own website", and not "Northshire's services" */
const isOfSomethingElse = ({ to }: Mention, reading: Reading): boolean =>
  reading.tokens[to]?.w === "'s" &&
  !startsClass(reading, to + 1, 'service', 'thing_judged', 'rating_word', 'verdict_word', 'grade');

/** "… is good.", "a good, with …", "good again", "good in both". */
function closesClause({ to }: Mention, reading: Reading): boolean {
  const next = reading.tokens[to];
  return (
    next?.word !== true ||
    next.nl > 0 ||
    CLOSES.has(next.w) ||
    startsClass(reading, to, 'contrast', 'also_word', 'time_clause')
  );
}
const CLOSES = new Set(['and', 'with', 'again', 'overall', 'in', 'as', 'this', 'now', 'because']);

/** The name opens the sentence or its clause, "In Kelbury", "The third, Southshire, …", "Next came Southshire, which …". */
function isSubject({ from, to }: Mention, opening: number, reading: Reading): boolean {
  const told = reading.tokens[to]?.w === ',' && startsClass(reading, to + 1, 'relative');
  if (told && (startsAfter(from, 'be', reading) || COMES.has(reading.tokens[from - 1]?.w ?? ''))) return true;
  for (let i = opening; i < from; ) {
    const lead = (reading.startsAt[i] ?? []).find((m) => m.cls === 'turns_to' || m.cls === 'be');
    if (!lead && reading.tokens[i]?.word && !LEADS.has(reading.tokens[i]?.w ?? '')) return opensClause(from, reading);
    i = lead?.to ?? i + 1;
  }
  return true;
}
const COMES = new Set(['came', 'comes']);
const LEADS = new Set(['in', 'at', 'for', 'but', 'and', 'only', 'meanwhile']);

/** "…; Southshire", ", while in Southshire" */
function opensClause(name: number, reading: Reading): boolean {
  const at = ['in', 'at', 'for'].includes(reading.tokens[name - 1]?.w ?? '') ? name - 1 : name;
  return reading.tokens[at - 1]?.w === ';' || startsAfter(at, 'contrast', reading);
}
const startsAfter = (at: number, cls: string, { endsAt }: Reading): boolean =>
  (endsAt[at - 1] ?? []).some((m) => m.cls === cls);

/** "It has now made it to", "The borough did well with" */
const opensOnThem = (from: number, grade: number, reading: Reading): boolean =>
  someFrom(from, grade, (i) => {
    const w = (at: number) => reading.tokens[at]?.w ?? '';
    return (
      ['it', 'they'].includes(w(i)) ||
      (['the', 'its', 'their'].includes(w(i)) && startsClass(reading, i + 1, 'thing_judged', 'council_word'))
    );
  });

function wordsBetween(from: number, to: number, reading: Reading): number {
  let words = 0;
  for (let i = from; i < to; i++) {
    const beyond = reading.beyond.get(i) ?? i;
    if (beyond > i && beyond <= to) i = beyond - 1;
    else words++;
  }
  return words;
}
