/** Areas of the sentence before that a sentence takes up and names others with: "good for both of these, and for adoption". */
import type { Rating } from '../statement.ts';
import { numberOf } from '../text/counts.ts';
import { mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';
import { chain } from './area-lists.ts';

/** "They looked at leadership and adoption. Good was the word for both of these, and for fostering.": those named before, and what is added. */
export function forBoth({ mention, sentence }: Rating, reading: Reading): Mention[] {
  const before = reading.sentences[sentence.index - 1];
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  const all = allAfter(mention.to, sentence, reading);
  if (all === null || before?.field !== 'text') return [];
  if (mentionsIn(reading, 'grade', before.from, before.to).length > 0) return [];
  const count = w(all) === 'both' ? 2 : numberOf(w(all + 1));
  const named = mentionsIn(reading, 'area', before.from, before.to).filter((a) => a.id !== 'overall');
  const end = [',', '.', 'of', 'and'].includes(w(w(all) === 'both' ? all + 1 : all + 2));
  if (!end || count !== named.length) return [];
  const added = mentionsIn(reading, 'area', all, sentence.to);
  const isAdded = added[0] && reading.tokens.slice(all, added[0].from).some((t) => t.w === 'and');
  return isAdded ? [...named, ...chain(reading, added, 1)] : named;
}

/** Where "both" stands of "was their verdict on both", "all" of "is the word for all three". */
function allAfter(from: number, { to }: Sentence, reading: Reading): number | null {
  if (!startsClass(reading, from, 'be')) return null;
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  for (let i = from + 1; i < Math.min(to, from + VERDICT_REACH); i++)
    if (['for', 'on', 'to', 'of'].includes(w(i))) return ['both', 'all'].includes(w(i + 1)) ? i + 1 : null;
  return null;
}
const VERDICT_REACH = 6;

/** "Help for care leavers is slow. That part of the service, and leadership, were inadequate": the area named before is one of them. */
export function thatPartBefore({ sentence }: Rating, first: Mention | undefined, reading: Reading): Mention[] {
  const it = itWith(sentence, reading);
  const part =
    (reading.startsAt[sentence.from] ?? []).find((m) => m.cls === 'that_part') ?? judgedThese(sentence, reading) ?? it;
  const before = reading.sentences[sentence.index - 1];
  if (!part || !first || before?.field !== 'text' || first.from < part.to) return [];
  const joins = reading.tokens.slice(part.to, first.from).map(({ w }) => w);
  // "They judged it, and leadership was good": another clause.
  if (part.cls !== 'that_part' && part !== it && !['as', ',', 'to'].includes(reading.tokens[first.to]?.w ?? ''))
    return [];
  // "That part of the service, along with adoption, was good"
  const added = ['and', 'along', 'together', 'like', 'plus'].some((w) => joins.includes(w));
  if (!added || joins.length > MOST_JOINING) return [];
  if (mentionsIn(reading, 'grade', before.from, before.to).length > 0) return [];
  const areas = mentionsIn(reading, 'area', before.from, before.to).filter((a) => a.id !== 'overall');
  // "Services for care leavers went backwards, as managers were slow": whom the sentence is about opens it.
  const opens = areas[0] !== undefined && areas[0].from - before.from <= MOST_OPENING;
  return (areas.length === 1 && part !== it) || opens ? areas.slice(0, 1) : [];
}
const MOST_OPENING = 2;
const MOST_JOINING = 4;

/** "Leadership was too slow. Both it and adoption were inadequate." */
function itWith({ from }: Sentence, { tokens }: Reading): { cls: string; to: number } | null {
  const at = tokens[from]?.w === 'both' ? from + 1 : from;
  const [it, and] = tokens.slice(at, at + 2).map(({ w }) => w);
  return ['it', 'they', 'this', 'that', 'these'].includes(it ?? '') && and === 'and' ? { cls: 'it', to: at + 1 } : null;
}

/** "They rated these, and leadership, as good": whom they judge before they come to the area. */
function judgedThese({ from, to }: Sentence, reading: Reading): { cls: string; to: number } | null {
  const verb = mentionsIn(reading, 'judged', from, Math.min(to, from + MOST_JOINING))[0];
  const these = ['these', 'this', 'that', 'them', 'it'].includes(reading.tokens[verb?.to ?? to]?.w ?? '');
  return verb && these ? { cls: verb.cls, to: verb.to + 1 } : null;
}
