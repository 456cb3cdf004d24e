/** Areas that the next sentence says have the same grade: "Leaders were judged good. So was help and protection." */
import type { Rating, Target } from '../statement.ts';
import { mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';

/** @returns the target with those areas added; the target itself where the next sentence adds none */
export function withShared(target: Target, { sentence, ...rating }: Rating, here: Rating[], reading: Reading): Target {
  const next = reading.sentences[sentence.index + 1];
  if (next?.field !== 'text' || here[here.length - 1]?.mention !== rating.mention) return target;
  const to = endOfShared(next, reading);
  if (to === null) return target;
  const shares = mentionsIn(reading, 'same_grade', next.from, Math.min(next.to, next.from + 6)).length > 0;
  if (!shares && !hasOneToo(next, reading)) return target;
  // "Leadership had the same grade in 2019": told of the time before.
  if (mentionsIn(reading, 'year', next.from, to).length > 0) return target;
  const shared = mentionsIn(reading, 'area', next.from, to).filter((a) => a.id !== 'overall');
  if (shared.length === 0) return target;
  const whole = target.overall || target.areas.length === 0;
  return { ...target, areas: [...target.areas, ...shared], overall: whole && !target.partial };
}

/** Where what shares the grade ends: "So is adoption, although leadership is good"; null where a grade stands before that. */
function endOfShared({ from, to }: Sentence, reading: Reading): number | null {
  const grade = mentionsIn(reading, 'grade', from, to)[0];
  if (!grade) return to;
  for (let i = from + 3; i < grade.from; i++)
    if (reading.tokens[i - 1]?.w === ',' && startsClass(reading, i, 'contrast', 'adverb_clause')) return i - 1;
  return null;
}

/** "Adoption has one too.": nothing follows. */
const hasOneToo = ({ from, to }: Sentence, reading: Reading): boolean =>
  mentionsIn(reading, 'area', from, Math.min(to, from + 4)).length > 0 &&
  mentionsIn(reading, 'one_too', from, to).some((m) => to - m.to <= 1);
