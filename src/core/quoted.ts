/** The words a judgement rests on, shown in the sentence they stand in. */
import type { Evidence } from './types.ts';

export interface Passage {
  field: Evidence['field'];
  /** The sentence in pieces; the marked ones are evidence. Joined they are one stretch of the article. */
  pieces: { text: string; marked: boolean }[];
  /** Rules that rest on it. */
  rules: string[];
}

/** A passage is quoted, not republished: at most this much on either side of the evidence. */
const MOST_AROUND = 240;
const SENTENCE_END = /[.!?…]['"’”)]?\s|\n/g;

/** Where the sentence before ends: the last end of a sentence in the stretch before the evidence. */
function opening(text: string, start: number): number {
  const from = Math.max(0, start - MOST_AROUND);
  const before = text.slice(from, start);
  const last = [...before.matchAll(SENTENCE_END)].at(-1);
  if (last) return from + last.index + last[0].length;
  return from === 0 ? 0 : from + before.search(/\s/) + 1;
}

function closing(text: string, end: number): number {
  const most = Math.min(text.length, end + MOST_AROUND);
  if (/[.!?…]['"’”)]?$/.test(text.slice(Math.max(0, end - 2), end))) return end;
  const after = text.slice(end, most);
  const stop = /[.!?…]['"’”)]?(?=\s|$)|(?=\n)/.exec(after);
  if (stop) return end + stop.index + stop[0].length;
  return most === text.length ? most : end + after.search(/\s\S*$/);
}

/**
 * @param evidence of one article; offsets that do not hold its quote are left out
 * @returns one passage for each sentence, in the article's order, the title first
 */
export function passages(article: { title: string; text: string }, evidence: readonly Evidence[]): Passage[] {
  const sound = evidence.filter(({ field, start, end, quote }) => article[field].slice(start, end) === quote);
  const order = [...sound].sort(
    (a, b) => Number(a.field === 'text') - Number(b.field === 'text') || a.start - b.start || b.end - a.end,
  );
  const stretches: { field: Evidence['field']; from: number; to: number; marks: Evidence[] }[] = [];
  for (const mark of order) {
    const text = article[mark.field];
    const [from, to] = mark.field === 'title' ? [0, text.length] : [opening(text, mark.start), closing(text, mark.end)];
    const last = stretches.at(-1);
    if (last && last.field === mark.field && from < last.to) {
      last.to = Math.max(last.to, to);
      last.marks.push(mark);
    } else stretches.push({ field: mark.field, from, to, marks: [mark] });
  }
  return stretches.map(({ field, from, to, marks }) => ({
    field,
    pieces: pieces(article[field], from, to, marks),
    rules: [...new Set(marks.map(({ rule }) => rule))],
  }));
}

function pieces(text: string, from: number, to: number, marks: readonly Evidence[]): Passage['pieces'] {
  const found: Passage['pieces'] = [];
  let at = from;
  for (const { start, end } of marks) {
    if (start > at) found.push({ text: text.slice(at, start), marked: false });
    const begin = Math.max(at, start);
    if (end > begin) {
      const last = found.at(-1);
      if (last?.marked) last.text += text.slice(begin, end);
      else found.push({ text: text.slice(begin, end), marked: true });
    }
    at = Math.max(at, end);
  }
  if (to > at) found.push({ text: text.slice(at, to), marked: false });
  return found;
}
