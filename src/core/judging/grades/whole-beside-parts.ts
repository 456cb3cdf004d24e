/** "The council's department is outstanding, Ofsted says. … Leaders: good": the whole, told plainly, of a service whose parts are graded. */
import { isWhole, type Refused, type Statement } from '../statement.ts';
import { mentionsIn, type Reading, startsClass } from '../text/reading.ts';

/** Sentences in which an article says what its news is, and a little more. */
const OPENING = 4;
/** Fewer parts may be all that is told of a visit. */
const FEWEST_PARTS = 2;
/** Why a grade word was not believed by its own sentence alone. */
const UNSURE = new Set(['no_judging_words', 'quality_word']);
const OF_WHOLE = ['service', 'council_word', 'authority', 'thing_judged', 'department_word'];

/**
 * A grade that no word of its sentence shows to have been given is one of the whole where the article opens with it, says it of
 * the service or the council, and goes on to grade its parts.
 *
 * @returns the authority it is of; null where the whole has a grade already, or parts of it have none
 */
export function wholeBesideParts(
  { rating, code, authorities }: Refused,
  statements: readonly Statement[],
  reading: Reading,
): string | null {
  const { sentence, mention, standing, paraphrase } = rating;
  const [authority, other] = authorities;
  if (!UNSURE.has(code) || paraphrase || standing !== 'current' || sentence.depth >= OPENING) return null;
  if (authority === undefined || other !== undefined || !isSaidPlainly(rating, reading)) return null;
  const speaksOf = (cls: string) => mentionsIn(reading, cls, sentence.from, mention.from).length > 0;
  if (!OF_WHOLE.some(speaksOf) || mentionsIn(reading, 'area', sentence.from, sentence.to).length > 0) return null;
  const own = statements.filter((s) => s.standing === 'current' && s.authorities.includes(authority));
  const parts = new Set(own.flatMap((s) => s.target.areas.map(({ id }) => id)));
  return parts.size >= FEWEST_PARTS && !own.some(isWhole) ? authority : null;
}

/** "is outstanding.", "as good.": what the sentence says of its subject, and no word before a noun. */
const isSaidPlainly = ({ mention: { from, to }, sentence }: Refused['rating'], reading: Reading): boolean => {
  const before = ['a', 'an'].includes(reading.tokens[from - 1]?.w ?? '') ? from - 2 : from - 1;
  const said = (reading.endsAt[before] ?? []).some((m) => m.cls === 'be') || reading.tokens[before]?.w === 'as';
  return (
    said && (to >= sentence.to || !reading.tokens[to]?.word || startsClass(reading, to, 'contrast', 'overall_word'))
  );
};
