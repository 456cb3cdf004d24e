/** Counts of councils told apart from counts of the areas of one. */
import { numberOf } from '../text/counts.ts';
import { mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';

/** "Twice as many services in England", "Eight departments were inadequate": counts where no council is named beside them. */
export const isOfMany = (named: Mention[], areas: number, { from, to }: Sentence, reading: Reading): boolean =>
  named.length === 0 &&
  !countsAreas(from, to, areas, reading) &&
  ((areas === 1 && countsThem(from, to, reading)) ||
    isShare(from, to, reading) ||
    mentionsIn(reading, 'whole_country', from, to).length > 0 ||
    mentionsIn(reading, 'count_word', from, to).some(
      (count) => mentionsIn(reading, 'councils', count.to, Math.min(to, count.to + 3)).length > 0,
    ));

/** "One authority in eight", "a borough in five" */
const isShare = (from: number, to: number, reading: Reading): boolean =>
  mentionsIn(reading, 'council_word', from, to).some(
    (council) =>
      ['one', 'a', 'every'].includes(reading.tokens[council.from - 1]?.w ?? '') &&
      reading.tokens[council.to]?.w === 'in' &&
      startsClass(reading, council.to + 1, 'count_word', 'number'),
  );

/** "Two departments, adoption and leaving care, …": as many as are named. */
const countsAreas = (from: number, to: number, areas: number, reading: Reading): boolean =>
  areas > 1 &&
  mentionsIn(reading, 'count_word', from, to).some(
    (count) =>
      numberOf(reading.tokens[count.from]?.w ?? '') === areas &&
      mentionsIn(reading, 'area', count.to, Math.min(to, count.to + COUNT_REACH)).length > 0,
  );
/** From the count to the first area that it counts. */
const COUNT_REACH = 4;

/** "Eight are inadequate for adoption", "At adoption five were good": of one area several can only be councils. */
const countsThem = (from: number, to: number, reading: Reading): boolean =>
  mentionsIn(reading, 'judged_part', from, to).length === 0 &&
  mentionsIn(reading, 'count_word', from, to).some(
    (count) =>
      (count.from === from || reading.tokens[count.from - 1]?.w === ',') && startsClass(reading, count.to, 'be'),
  );
