import type { Names } from '../sending/names.ts';
import type { ArticleText, Assessment } from '../types.ts';
import { findingsOf, piecesOf, verdictOf } from './findings.ts';
import { explanationPage } from './page.tsx';
import { explanationText } from './terminal.ts';
import { UNWEIGHED, type Weighing } from './weighing.ts';

/**
 * Shows a person why an article was judged as it was: the text with the words every finding rests on, each rule that
 * fired, each mention that was looked at and not taken with the reason.
 *
 * @param weighing how it came about, where that is known
 * @param colour whether the terminal takes ANSI colours
 * @returns the same explanation for a terminal (control characters of the article removed) and as an HTML page (escaped)
 */
export function explain(
  article: Pick<ArticleText, 'title' | 'text'>,
  assessment: Assessment,
  names: Names,
  colour: boolean,
  weighing: Weighing = UNWEIGHED,
): { terminal: string; html: string } {
  const findings = findingsOf(assessment, names, weighing);
  const title = piecesOf(article, 'title', findings);
  const text = piecesOf(article, 'text', findings);
  const verdict = verdictOf(assessment);
  return {
    terminal: explanationText(verdict, title, text, findings, weighing, colour),
    html: explanationPage(verdict, title, text, findings, weighing),
  };
}
