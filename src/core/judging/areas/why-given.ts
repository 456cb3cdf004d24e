/** What a grade was given for, and is not of: "Strong leadership has won the council a good rating from Ofsted". */
import type { Rating } from '../statement.ts';
import { mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';

/** Whether an area is described, and then said to have won the grade for the council or its services. */
export function isWhyGiven(area: Mention, { mention, sentence }: Rating, reading: Reading): boolean {
  if (!isDescribed(area, sentence.from, reading)) return false;
  return mentionsIn(reading, 'gave', area.to, mention.from).some(({ to }) => {
    const the = ['the', 'its', 'their'].includes(reading.tokens[to]?.w ?? '') ? to + 1 : to;
    return (
      to - area.to <= MOST_IN_VERB && startsClass(reading, the, 'authority', 'council_word', 'service', 'thing_judged')
    );
  });
}
/** "has now earned" */
const MOST_IN_VERB = 4;

/** "strong leadership", "a calm and purposeful leadership": a word of praise or blame before it, and none that leads to it. */
function isDescribed({ from }: Mention, opening: number, reading: Reading): boolean {
  const before = reading.tokens[from - 1];
  if (from <= opening || !before?.word || before.cap)
    return from - 1 === opening && before?.word === true && !isLead(from - 1, reading);
  return !isLead(from - 1, reading);
}

const isLead = (at: number, reading: Reading): boolean =>
  startsClass(
    reading,
    at,
    'link',
    'lister',
    'introduces',
    'sets_topic',
    'judged',
    'gave',
    'be',
    'area_noun',
    'authority',
  ) || ['council', 'borough', 'county', 'city', 'service', 'our', 'your', "'s"].includes(reading.tokens[at]?.w ?? '');
