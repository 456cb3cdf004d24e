import { dayOf } from './dates.ts';
import { assess } from './judging/assess.ts';
import type { Rulebook } from './judging/rulebook.ts';
import { type Register, withRegister } from './register.ts';
import type { ArticleText, Assessment } from './types.ts';

/**
 * The verdict on one article: by its text alone, then what the register adds, kept apart in `register`.
 *
 * @param register null judges with an empty register
 */
export function judge(article: ArticleText, rulebook: Rulebook, register: Register | null): Assessment {
  // A late evening's date-time in UTC is the next day in London in summer.
  const published = dayOf(article.published);
  const verdict = assess({ ...article, published }, rulebook);
  return register === null ? verdict : withRegister(verdict, published, register);
}
