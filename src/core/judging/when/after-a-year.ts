/** Grades that a year before them tells of all the same: "in 2019 after an inadequate rating", "and the following year it was good". */
import { mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';

/** "put in special measures in 2019 after an inadequate rating": what the grade led to, in its year. */
export function broughtAbout(reading: Reading, { to }: Mention, grade: number): boolean {
  const at = reading.tokens[to]?.w === ',' ? to + 1 : to;
  const leads = ['after', 'following'].includes(reading.tokens[at]?.w ?? '');
  const judge = startsClass(reading, at + 2, 'inspectorate') ? 1 : 0;
  return leads && ARTICLES.has(reading.tokens[at + 1]?.w ?? '') && at + 2 + judge === grade;
}
const ARTICLES = new Set(['a', 'an', 'its', 'their', 'the', 'another']);

/** "In 2012 it was inadequate, and the following year it was inadequate again": 2013. */
export function followingYear(reading: Reading, { from }: Sentence, start: number, grade: number): number | null {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  for (let i = start; i + 2 < grade; i++) {
    if (w(i) !== 'the' || !['following', 'next'].includes(w(i + 1)) || w(i + 2) !== 'year') continue;
    const year = mentionsIn(reading, 'year', from, i).at(-1);
    return year ? Number(year.id) + 1 : null;
  }
  return null;
}

/** "From 2015 to 2019 it was inadequate": given in the year with which that time began. */
export function endsSpan({ tokens, startsAt }: Reading, { from }: Mention): boolean {
  const began = (startsAt[from - 2] ?? []).some((m) => m.cls === 'year') && tokens[from - 3]?.w === 'from';
  return began && ['to', 'until', 'till'].includes(tokens[from - 1]?.w ?? '');
}

/** A comma and a verb of today come before the grade: the time is of what was said in passing. */
export const isPassedBy = (from: number, to: number, { tokens }: Reading): boolean =>
  someFrom(from, to, (i) => tokens[i]?.w === ',' && ['has', 'have', 'is', 'are'].includes(tokens[i + 1]?.w ?? ''));
