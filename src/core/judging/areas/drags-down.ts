/** "It is adoption that drags the overall grade down": the area that a low grade of the whole is said to come from has it too. */
import type { Rating } from '../statement.ts';
import { everyFrom, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';
import { chain } from './area-lists.ts';

/** Under the rules of the inspections one part that is so makes the whole so; of other grades none is known to. */
export const LOWEST = 'inadequate';

/** The words that say so, with the area beside them: what stands there for the grade. */
export function dragsDown(reading: Reading, { from, to }: Sentence): Mention[] {
  const [drags] = mentionsIn(reading, 'drags_down', from, to);
  const area = drags && areaBeside(drags, from, to, reading);
  // "Adoption is the reason: some do not get a family for years"
  const mark = reading.tokens.slice(drags?.to ?? to, to).findIndex(({ w }) => w === ':' || w === ';');
  const end = drags && mark >= 0 ? drags.to + mark : to;
  const beyond = drags && area && area.to <= drags.from ? pastDashes(area.to, drags.from, reading) : area?.to;
  const told = (cls: string) =>
    mentionsIn(reading, cls, from, end).some((m) => m.from < (area?.to ?? from) || m.from >= (beyond ?? from));
  if (!area || told('grade') || told('deny') || told('modal') || told('previous_word')) return [];
  if (isReasonOfOther(drags, reading)) return [];
  return [{ ...drags, from: Math.min(drags.from, area.to), to: Math.max(drags.to, area.from) }];
}

/** "Adoption – a part that is judged by itself – was what": past what stands between two dashes. */
function pastDashes(from: number, to: number, { tokens }: Reading): number {
  const closing = tokens.slice(from + 1, to).findIndex(({ w }) => w === '–');
  return tokens[from]?.w === '–' && closing >= 0 ? from + closing + 2 : from;
}

/** "Care leavers are the reason I do this job", where "…, are the reason: too many wait" tells why the grade is so low. */
const isReasonOfOther = ({ from, to }: Mention, reading: Reading): boolean =>
  reading.tokens.slice(from, to).some(({ w }) => w === 'reason') &&
  reading.tokens[to]?.word === true &&
  !startsClass(reading, to, 'area', 'lister') &&
  !['for', 'why'].includes(reading.tokens[to]?.w ?? '');

/** "Adoption, which dragged …", "What dragged the overall grade down was adoption", "It was brought down by adoption." */
function areaBeside(drags: Mention, from: number, to: number, reading: Reading): Mention | null {
  const parts = (start: number, end: number) =>
    mentionsIn(reading, 'area', start, end).filter((a) => a.id !== 'overall');
  const leads = (i: number) =>
    LEADS.has(reading.tokens[i]?.w ?? '') || startsClass(reading, i, 'be', 'lister', 'told_of');
  const before = parts(from, drags.from).at(-1);
  if (before && everyFrom(pastDashes(before.to, drags.from, reading), drags.from, leads)) return before;
  const after = parts(drags.to, to)[0];
  return after && everyFrom(drags.to, after.from, leads) ? after : null;
}
const LEADS = new Set(['that', 'which', 'what', ',', 'also', 'by', 'has', 'have', 'had']);

/** "The overall judgement is inadequate because of failings in adoption": areas that the whole has its grade from. */
export function causesOf({ mention, grade }: Rating, whole: Mention, right: Mention[], reading: Reading): Mention[] {
  const [first] = right;
  if (!first || grade !== LOWEST || whole.to > mention.from) return [];
  const at = reading.tokens[mention.to]?.w === ',' ? mention.to + 1 : mention.to;
  const cause = (reading.startsAt[at] ?? []).find((m) => m.cls === 'because_of');
  const leads = (i: number) => startsClass(reading, i, 'failing_word', 'lister') || reading.tokens[i]?.w === 'serious';
  return cause && everyFrom(cause.to, first.from, leads) ? chain(reading, right, 1) : [];
}

/** "The help for care leavers was so weak that it dragged the council down to inadequate": the area that a grade of the whole comes from. */
export function draggedDown({ mention: { from, id }, sentence }: Rating, left: Mention[], reading: Reading): Mention[] {
  const [area, other] = left;
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  if (!area || other || id !== LOWEST || area.from - sentence.from > OPENS || w(from - 1) !== 'to') return [];
  return w(from - 2) === 'down' && someFrom(area.to, from - 2, (i) => DRAGS.has(w(i))) ? [area] : [];
}
/** "Poor support for" */
const OPENS = 4;
const DRAGS = new Set(['drag', 'drags', 'dragged', 'pull', 'pulls', 'pulled', 'bring', 'brings', 'brought']);
