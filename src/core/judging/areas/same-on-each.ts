/** Areas that are listed, and the sentence after says that what was decided of the whole was decided of each. */
import { mentionsIn, type Reading } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';
import { splitPair } from './care-pair.ts';

/** Sentences between the grade of the whole and what is said of each; keeps the work on a long text bounded. */
const TOLD_WITHIN = 8;
const FEWEST = 2;

/**
 * "It requires improvement. … They considered leadership, adoption and help for care leavers. They came to the same
 * conclusion on each.": of an article on one council.
 *
 * @param whole the sentence that grades the whole
 */
export function sameOnEach({ to, index }: Pick<Sentence, 'to' | 'index'>, reading: Reading): Mention[] {
  for (const said of reading.sentences.slice(index + 1, index + 1 + TOLD_WITHIN)) {
    if (said.field !== 'text') continue;
    // The grade of something else has come between.
    if (isGraded(said, reading)) return [];
    const [cue] = mentionsIn(reading, 'same_on_each', said.from, said.to);
    if (!cue || reading.tokens[cue.to]?.word) continue;
    const listed = reading.sentences[said.index - 1];
    const one = new Set(mentionsIn(reading, 'authority', to, said.to).map(({ id }) => id)).size <= 1;
    const named = listed?.field === 'text' && one ? mentionsIn(reading, 'area', listed.from, listed.to) : [];
    const areas = splitPair(
      named.filter(({ id }) => id !== 'overall'),
      reading,
    );
    return areas.length >= FEWEST ? areas : [];
  }
  return [];
}

const isGraded = ({ from, to }: Sentence, reading: Reading): boolean =>
  mentionsIn(reading, 'grade', from, to).some(({ id }) => !id.startsWith('~'));
