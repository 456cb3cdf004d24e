/** Claims of distinction compared: which are one, which differ, and how those of several reports stand together. */
import { ordinal } from './sending/names.ts';
import type { Distinction, JudgementEvent, Report } from './types.ts';

type Told = Distinction & { findings: string[] };

/** What was done: `outstanding, every area, 2 in a row`, in ids. Only claims of one feat are compared. */
const featOf = ({ grade, area, everyArea, inARow, from }: Distinction): string =>
  [
    area === null ? grade : `${area} ${grade}`,
    everyArea && 'every area',
    inARow !== null && `${inARow} in a row`,
    from !== null && `from ${from}`,
  ]
    .filter(Boolean)
    .join(', ');

/** `first`, `only`, `one of 3`, `one of few`. */
export function rankWords({ rank, number }: Pick<Distinction, 'rank' | 'number'>): string {
  if (rank === 'only') return 'only';
  return rank === 'nth' ? ordinal(number ?? 1) : `one of ${number ?? 'few'}`;
}

/** The claim in ids, equal where two say the same: `second in country since 2019: outstanding, 2 in a row`. */
export function distinctionKey(claim: Distinction): string {
  const scope = [
    rankWords(claim),
    claim.place !== null && `in ${claim.place}`,
    claim.since !== null && `since ${claim.since}`,
    claim.underFramework && 'under the framework',
  ];
  return `${scope.filter(Boolean).join(' ')}: ${featOf(claim)}`;
}

/** The inspectorates watched judge councils of England alone: their "country" is no other, nor is the place unsaid. */
const countryOf = ({ place }: Distinction) => (place === null || place === 'country' ? 'england' : place);

/**
 * Only claims about one place differ: the second in London may be the eighth in England. A number or year left
 * unsaid differs from nothing; the nth to have done it is one of n.
 */
function differ(a: Distinction, b: Distinction): boolean {
  const otherwise = <T>(one: T | null, other: T | null) => one !== null && other !== null && one !== other;
  return countryOf(a) === countryOf(b) && (otherwise(a.number, b.number) || otherwise(a.since, b.since));
}

/**
 * What reports of one inspection say sets it apart.
 *
 * @param reports most trusted first
 * @returns each claim once with the findings that make it, and a conflict for each feat of which claims about one place differ. Claims that
 *   one article makes side by side agree, whatever their words: "the first in London and the eighth in England".
 */
export function mergeDistinctions(reports: readonly Report[]): {
  told: Told[];
  conflicts: JudgementEvent['conflicts'];
} {
  const byKey = new Map<string, Told>();
  const articles = new Map<string, Set<string>>();
  // Of an article that a person set right it is not known what else stands.
  for (const { claim, findingId, articleId } of reports.filter(({ person }) => person !== 'changed'))
    for (const distinction of claim.distinctions ?? []) {
      const key = distinctionKey(distinction);
      const known = byKey.get(key);
      if (!known) byKey.set(key, { ...distinction, findings: [findingId] });
      else if (!known.findings.includes(findingId)) known.findings.push(findingId);
      articles.set(key, (articles.get(key) ?? new Set()).add(articleId));
    }
  const together = (a: string, b: string) => [...(articles.get(a) ?? [])].some((id) => articles.get(b)?.has(id));
  const told = [...byKey.entries()];
  const conflicts = [...new Set(told.map(([, claim]) => featOf(claim)))].flatMap((feat) => {
    const same = told.filter(([, claim]) => featOf(claim) === feat);
    const values = same
      .filter(([key, claim]) => same.some(([other, against]) => differ(claim, against) && !together(key, other)))
      .map(([value, { findings }]) => ({ value, findings }));
    return values.length > 0
      ? [{ field: `distinctions.${feat.replaceAll(', ', '+').replaceAll(' ', '_')}`, values }]
      : [];
  });
  return { told: told.map(([, claim]) => claim), conflicts };
}
