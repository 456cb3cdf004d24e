/** A title and a text that give different grades: one of them is wrong, and which a careful reader looks up elsewhere. */
import type { Claim } from '../types.ts';
import { isWhole, type Statement } from './statement.ts';

/**
 * "Northshire rated outstanding. … Inspectors rated its services good": the title gives one grade, the text only others, each
 * plainly and of the whole, and nothing in the text bears the title out.
 *
 * @param statements of one authority, inspectorate and service, whatever their standing
 * @returns the two, as the title and as the text has it; null where they agree, or one does not say it plainly
 */
export function atOdds(statements: readonly Statement[]): NonNullable<Claim['atOdds']> | null {
  const title = statements.filter((s) => s.depth < 0);
  const text = statements.filter((s) => s.depth >= 0);
  const [inTitle] = title.filter(isPlain);
  const [inText] = text.filter(isPlain);
  if (!inTitle || !inText || title.some((s) => s.rating.grade !== inTitle.rating.grade)) return null;
  if (text.some((s) => s.rating.grade === inTitle.rating.grade)) return null;
  return { title: inTitle.rating.grade, text: inText.rating.grade };
}

const isPlain = (s: Statement): boolean =>
  s.standing === 'current' && s.rating.licensed && !s.rating.paraphrase && isWhole(s) && !s.target.partial;
