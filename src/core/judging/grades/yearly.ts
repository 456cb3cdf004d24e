/** Articles on the yearly ratings of councils, whose words are on no scale of inspections: nor is "the lowest rating" there. */
import { dayOf } from '../../dates.ts';
import { OFF_SCALE, type Rulebook } from '../rules/rulebook.ts';
import type { Reading } from '../text/reading.ts';

/** The family of frameworks that gave every council a word each year. */
const YEARLY = 'annual';

/** The text speaks of yearly ratings, says one in words of theirs, and was published while they were given. */
export function isOfYearlyRatings({ article, mentions }: Reading, { frameworks }: Rulebook): boolean {
  const day = dayOf(article.published);
  const given = frameworks.some(
    (f) => f.family === YEARLY && (day === null || (f.from <= day && (f.until ?? day) >= day)),
  );
  const holds = (cls: string, id?: string) => mentions.some((m) => m.cls === cls && (id === undefined || m.id === id));
  return given && holds('annual_rating') && holds('grade', `~${OFF_SCALE}`);
}
