/** Councils called by what they are: "the city", "the county", "the Royal Borough", where the article names others of another kind. */
import type { Rulebook } from '../rules/rulebook.ts';
import type { Rating } from '../statement.ts';
import { mentionsIn, type Reading, startsClass } from '../text/reading.ts';

/** What official names and types of councils say of each kind. */
const KINDS: Record<string, RegExp> = {
  city: /\bcity\b/i,
  county: /\bcounty\b/i,
  borough: /\bborough\b/i,
  'royal borough': /^royal borough\b/i,
  unitary: /\bunitary\b/i,
  island: /^isles? of\b/i,
};

/** @returns of each kind the one council of several that is of it */
export function kindsOf(slugs: readonly string[], { index }: Rulebook): Map<string, string> {
  const kinds = new Map<string, string>();
  if (slugs.length < 2) return kinds;
  for (const [kind, words] of Object.entries(KINDS)) {
    const [one, other] = slugs.filter((slug) => {
      const authority = index.get(slug);
      return authority && (words.test(authority.officialName) || words.test(authority.type));
    });
    if (one !== undefined && other === undefined) kinds.set(kind, one);
  }
  return kinds;
}

/**
 * "The city was rated inadequate, and the county good": whom the nearest such word before the grade means.
 *
 * @param before end of the rating before it in the sentence, or the start of the sentence
 */
export function calledByKind(
  { mention }: Rating,
  before: number,
  kinds: ReadonlyMap<string, string>,
  reading: Reading,
): string | null {
  if (kinds.size === 0 || mentionsIn(reading, 'authority', before, mention.from).length > 0) return null;
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  for (let i = mention.from - 1; i > before; i--) {
    const two = `${w(i - 1)} ${w(i)}`;
    const kind = kinds.has(two) ? two : w(i);
    const the = w(kind === two ? i - 2 : i - 1);
    const meant = the === 'the' && isSubject(i + 1, mention.from, reading) ? kinds.get(kind) : undefined;
    if (meant !== undefined) return meant;
  }
  return null;
}

/** "the city was", "the county's services", "the borough, meanwhile, has", and not "the city centre". */
const isSubject = (at: number, grade: number, reading: Reading): boolean =>
  at === grade ||
  ["'s", ',', 'and', 'council'].includes(reading.tokens[at]?.w ?? '') ||
  startsClass(reading, at, 'be', 'has', 'gave', 'judged', 'remain', 'up', 'down');
