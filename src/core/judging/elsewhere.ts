/** Articles that open on something else: a grade that they mention further down is not their news, unless it is told as news. */
import type { Signals } from './rules/signals.ts';
import type { Statement } from './statement.ts';
import { mentionsIn, type Reading } from './text/reading.ts';
import type { Sentence } from './text/sentences.ts';
import { isSpeaking, isToldAnew, isToldAsDone, LEAD_SENTENCES } from './told-as-news.ts';

/** @returns whether an article is about something else than the grades of one council's service */
export function openingElsewhere(reading: Reading, signals: Signals): (group: Statement[]) => boolean {
  const opening = reading.sentences.filter(({ depth }) => depth < 1);
  const elsewhere = opensElsewhere(opening, reading, signals) && !theySpeakNext(reading);
  const services = new Set(
    opening.flatMap(({ from, to }) => mentionsIn(reading, 'service', from, to).map(({ id }) => id)),
  );
  return (group) =>
    (elsewhere || isOfOtherService(group, services, reading)) && !group.some((s) => isToldAnew(s, reading));
}

/**
 * "Services are on the right path. That is what Ofsted says", "That opens an Ofsted report": the second sentence tells who said the
 * first. "I have seen a lot in my time. The Ofsted report which has just been published", "Ofsted rates its services": what it is
 * about comes next.
 */
const theySpeakNext = (reading: Reading): boolean =>
  reading.sentences.some((sentence) => {
    const { depth, from, to } = sentence;
    if (depth !== 1 && depth !== 2) return false;
    const judges = mentionsIn(reading, 'inspectorate', from, to);
    if (judges.length === 0) return false;
    const now = OF_NOW.some((cls) => mentionsIn(reading, cls, from, to).length > 0);
    return (
      now || judges.some((m) => m.from - from <= OPENS_WITHIN && isRating(m.to, reading)) || saysThat(sentence, reading)
    );
  });
const OF_NOW = ['new_report', 'same_day', 'day_before', 'recent_word'];
/** "Yesterday Ofsted", "And the CQC" */
const OPENS_WITHIN = 1;
const isRating = (at: number, { tokens }: Reading): boolean =>
  ['rates', 'has', 'have', 'rate'].includes(tokens[at]?.w ?? '');

/** "That is what Ofsted says", "It opens an Ofsted report" */
const saysThat = ({ depth, from, to }: Sentence, reading: Reading): boolean =>
  depth === 1 &&
  ['that', 'this', 'it', 'so'].includes(reading.tokens[from]?.w ?? '') &&
  mentionsIn(reading, 'inspectorate', from, to).some(
    (m) => isSpeaking(m, reading) || ['report', 'verdict', 'letter'].includes(reading.tokens[m.to]?.w ?? ''),
  );

/** "Council opens family hub. The council has opened a hub in its main town": neither title nor first sentence speaks of judging. */
function opensElsewhere(opening: readonly Sentence[], reading: Reading, { fired }: Signals): boolean {
  const end = opening.at(-1)?.to ?? 0;
  // A report is spoken of further down; praise is of it only where the article opens on it.
  if (fired.some(({ weight, from }) => weight >= 1 || (weight > 0 && from < end))) return false;
  // "A judge has said": one who judges other things
  const speaksOf = (cls: string, { from, to }: Sentence) =>
    mentionsIn(reading, cls, from, to).some(({ id }) => cls !== 'judged' || !/^judges?$/.test(id));
  return OF_JUDGING.every((cls) => !opening.some((s) => speaksOf(cls, s)));
}
const OF_JUDGING = [
  'inspectorate',
  'inspection_word',
  'inspection_itself',
  'rating_word',
  'grade',
  'judged',
  'latest_word',
];

/** "SEND inspection finds failings. … Its children's services are rated good": an article on another service, the grade not told as given. */
const isOfOtherService = (group: Statement[], opened: ReadonlySet<string>, reading: Reading): boolean =>
  opened.size > 0 && group.every((s) => !opened.has(s.service) && !isGivenBySomebody(s, reading));

/** "The CQC rated adult social care outstanding" */
const isGivenBySomebody = (s: Statement, reading: Reading): boolean =>
  s.depth < LEAD_SENTENCES &&
  s.standing === 'current' &&
  isToldAsDone(s, reading) &&
  mentionsIn(reading, 'inspectorate', s.rating.sentence.from, s.rating.sentence.to).length > 0;
