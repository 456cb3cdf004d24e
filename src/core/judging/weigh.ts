/** Which grades are the article's own news, and how surely; the others are mentioned. */
import { dayOf, daysBetween } from '../dates.ts';
import type { ArticleText } from '../types.ts';
import { confidenceOf } from './confidence.ts';
import { type Group, newsPoints } from './newness.ts';
import type { Rulebook } from './rules/rulebook.ts';
import type { Signals } from './rules/signals.ts';
import type { Refused, Statement } from './statement.ts';
import type { Reading } from './text/reading.ts';
import type { Subjects } from './who/subjects.ts';

/** Below this many points a grade is mentioned, not reported. */
export const NOT_NEWS_BELOW = 2.2;

/** What was said of one authority's service, and is news; `confidence` 0 to 1. */
export interface News extends Group {
  confidence: number;
}

export interface Weighed {
  news: News[];
  mentioned: Statement[];
  /** Of every group; `current`: one of its grades is told as given now. */
  points: { authority: string; service: string; points: number; current: boolean }[];
  /** What the relevance model made of the article, 0 to 1; null where no finding had to be weighed. */
  relevance: number | null;
}

/** @param usable every statement that may become a finding or history, whoever it is of */
export function weigh(
  usable: Statement[],
  article: { reading: Reading; subjects: Subjects; signals: Signals; refused: Refused[] },
  rulebook: Rulebook,
): Weighed {
  const groups = groupByClaim(usable);
  const unnamedTitle = article.subjects.inTitle.size === 0 && usable.some((s) => s.depth === -1);
  const totals = newsPoints(groups, { ...article, unnamedTitle });
  const text = article.reading.article;
  const weighed: Weighed = { news: [], mentioned: [], points: [], relevance: null };
  for (const [n, { authority, group }] of groups.entries()) {
    const points = totals[n] as number;
    const current = group.some((s) => s.standing === 'current');
    weighed.points.push({ authority, service: group[0]?.service ?? '', points, current });
    if (!current || points < NOT_NEWS_BELOW || isLongGone(authority, text, rulebook)) {
      weighed.mentioned.push(...group.map((s) => ({ ...s, authorities: [authority] })));
      continue;
    }
    // Asked only where a finding is to be weighed: most articles hold none.
    weighed.relevance ??= rulebook.relevance(text.title, text.text);
    weighed.news.push({ authority, group, confidence: confidenceOf(points, weighed.relevance) });
  }
  return weighed;
}

function groupByClaim(statements: Statement[]): Group[] {
  const groups = new Map<string, Group>();
  for (const s of statements)
    for (const authority of s.authorities) {
      const key = `${authority} ${s.service} ${s.inspectorate}`;
      const at = groups.get(key) ?? { authority, group: [] };
      at.group.push(s);
      groups.set(key, at);
    }
  return [...groups.values()];
}

/** A council that ended this long before the article is judged no more: its grades are history. */
const GONE_DAYS = 120;
function isLongGone(authority: string, article: ArticleText, rulebook: Rulebook): boolean {
  const end = rulebook.index.get(authority)?.validTo ?? null;
  const day = dayOf(article.published);
  return end !== null && day !== null && daysBetween(end, day) > GONE_DAYS;
}
