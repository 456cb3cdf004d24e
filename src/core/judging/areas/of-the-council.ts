/** Areas named beside the council or its services where the grade is of these: "the leadership at Northshire Council, which was judged good". */
import type { Rating } from '../statement.ts';
import { everyFrom, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';

/** Words from the area to the council whose it is: "of children's services at". */
const OWNER_REACH = 9;
/** Words of a list that opens with "including". */
const INCLUDED_REACH = 24;

/** Whether the grade is of the council, or of services of which the area is but named as one. */
export const isOfTheCouncil = (area: Mention, rating: Rating, reading: Reading): boolean =>
  isOfItsRelative(area, rating, reading) || isIncludedInAll(area, rating, reading);

/** "They hailed the leadership of children's services at Northshire Council, which has been judged good" */
function isOfItsRelative({ to }: Mention, { mention }: Rating, reading: Reading): boolean {
  const which = (i: number) => reading.tokens[i - 1]?.w === ',' && reading.tokens[i]?.w === 'which';
  for (let i = to + 1; i < Math.min(mention.from, to + OWNER_REACH); i++) {
    if (!which(i)) continue;
    const council = (reading.endsAt[i - 2] ?? []).find((m) => ['authority', 'council_word'].includes(m.cls));
    // "those who are looked after by the council, which they called good"
    if (council && [council.from - 1, council.from - 2].some((at) => reading.tokens[at]?.w === 'by')) return false;
    const isBody = ['council', 'authority'].includes(reading.tokens[i - 2]?.w ?? '');
    const leads = (n: number) => startsClass(reading, n, 'be', 'has', 'judged', 'gave', 'also_word', 'link', 'present');
    return council !== undefined && isBody && council.from > to && everyFrom(i + 1, mention.from, leads);
  }
  return false;
}

/** "Services for families, including early help, social care and support for care leavers, have been rated good" */
function isIncludedInAll(area: Mention, { mention, sentence }: Rating, reading: Reading): boolean {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  let at = area.from - 1;
  while (at > sentence.from && at > area.from - INCLUDED_REACH && w(at) !== 'including') at--;
  if (w(at) !== 'including' || w(at - 1) !== ',' || mention.from < area.to) return false;
  const areas = mentionsIn(reading, 'area', sentence.from, mention.from);
  const ofServices = mentionsIn(reading, 'service', sentence.from, at).length > 0;
  // "services for looked after children, including adoption, require improvement": graded with the rest.
  if (areas.some((a) => a.to <= at) || !ofServices) return false;
  const closes = w(area.to) === ',' && startsClass(reading, area.to + 1, 'be', 'has', 'remain', 'judged');
  // A list of parts that are graded is no such remark: "including early help, social care and" has some that are not.
  const strangers = (i: number) =>
    reading.tokens[i]?.word === true &&
    !areas.some((a) => i >= a.from && i < a.to) &&
    !startsClass(reading, i, 'lister', 'link', 'told_of', 'area_noun');
  return closes && someFrom(at + 1, area.from, strangers);
}
