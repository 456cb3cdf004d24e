import { dayOf } from './dates.ts';
import { assessTraced, type Trace } from './judging/assess.ts';
import type { Rulebook } from './judging/rules/rulebook.ts';
import { type Register, withRegister } from './register.ts';
import type { ArticleText, Assessment } from './types.ts';

/**
 * The verdict on one article: by its text alone, then what the register adds, kept apart in `register`.
 *
 * @param register null judges with an empty register
 */
export function judge(article: ArticleText, rulebook: Rulebook, register: Register | null): Assessment {
  return judgeTraced(article, rulebook, register).assessment;
}

/** The verdict as `judge` gives it, and all that was looked at on the way. */
export function judgeTraced(
  article: ArticleText,
  rulebook: Rulebook,
  register: Register | null,
): { assessment: Assessment; trace: Trace } {
  // A late evening's date-time in UTC is the next day in London in summer.
  const published = dayOf(article.published);
  const { assessment, trace } = assessTraced({ ...article, published }, rulebook);
  return { assessment: register === null ? assessment : withRegister(assessment, published, register), trace };
}
