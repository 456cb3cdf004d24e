/** Words by which a grade is told as given now, and not as one that there is. */
import type { Statement } from './statement.ts';
import { mentionsIn, type Reading, startsClass } from './text/reading.ts';
import type { Mention } from './text/trie.ts';

/** Sentences in which an article says what its news is. */
export const LEAD_SENTENCES = 3;

/** "has rated" is news wherever it stands; "is now" is so only in the opening, later it tells how things are. */
export const isSaidAsNew = ({ rating: { rules }, depth }: Statement): boolean =>
  rules.includes('current.has-judged') || (depth < LEAD_SENTENCES && rules.includes('current.now'));

/** "rated", "was given": done, where "rates", "is" and "is rated" may say how things have long been. */
export const isToldAsDone = ({ rating: { sentence } }: Statement, reading: Reading): boolean =>
  ['judged', 'gave'].some((cls) =>
    mentionsIn(reading, cls, sentence.from, sentence.to).some(
      ({ id, from }) =>
        /(ed|found|gave|given|got|won)$/.test(id) && !['is', 'are'].includes(reading.tokens[from - 1]?.w ?? ''),
    ),
  );

/** "Once it was a byword for failure. Yesterday it was pronounced good", "Ofsted has rated it good": told as news all the same. */
export const isToldAnew = (s: Statement, reading: Reading): boolean => {
  const { from, to } = s.rating.sentence;
  const speaksOf = (cls: string) => mentionsIn(reading, cls, from, to).length > 0;
  if (s.standing !== 'current') return false;
  if (speaksOf('inspectorate') && speaksOf('has') && (isToldAsDone(s, reading) || speaksOf('says_that'))) return true;
  if (s.depth < LEAD_SENTENCES && isToldAsDone(s, reading) && namesThoseWhoGive(s, reading)) return true;
  if (mentionsIn(reading, 'inspectorate', from, to).some((m) => isSpeaking(m, reading))) return true;
  // "For the first time in years it has a good from Ofsted"
  if (s.depth < LEAD_SENTENCES && s.rating.movement !== null && speaksOf('inspectorate') && speaksOf('has'))
    return true;
  return s.depth < LEAD_SENTENCES && (isSaidAsNew(s) || ['same_day', 'day_before', 'recent_word'].some(speaksOf));
};

/** "Council praised. … The CQC's people came in May, before they gave it a good": it opens with what they thought, and comes to it. */
const namesThoseWhoGive = ({ rating: { sentence, rules } }: Statement, reading: Reading): boolean =>
  reading.namesJudges &&
  reading.sentences.some(
    ({ depth, from, to }) =>
      depth < 1 && ['praise_given', 'reaction'].some((cls) => mentionsIn(reading, cls, from, to).length > 0),
  ) &&
  rules.every((rule) => !rule.startsWith('background.')) &&
  mentionsIn(reading, 'inspectorate', sentence.from, sentence.to).length > 0;

/** "says the Ofsted report", "Ofsted says", "That is the view of Ofsted" */
export const isSpeaking = ({ from, to }: Mention, reading: Reading): boolean =>
  (startsClass(reading, to, 'says_that') && !LINKING.has(reading.tokens[from - 1]?.w ?? '')) ||
  [1, 2].some((n) => startsClass(reading, from - n, 'says_that')) ||
  (reading.tokens[from - 1]?.w === 'of' && VIEWS.has(reading.tokens[from - 2]?.w ?? ''));
/** "The move comes after Ofsted found" */
const LINKING = new Set(['after', 'since', 'when', 'because', 'before']);
const VIEWS = new Set(['view', 'verdict', 'conclusion', 'opinion', 'judgement']);
