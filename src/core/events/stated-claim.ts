/** What a person says a claim should have said, as the change that makes it so. */
import { closest } from '../closest.ts';
import { gradesReported } from '../grades-reported.ts';
import type { Scale } from '../judging/rules/rulebook.ts';
import type { Claim, Day, DayRange, Direction, GradeState, Headline, Inspectorate, Service } from '../types.ts';
import { headlinesOf } from './facts.ts';

/** Only what differs; an empty list of headlines says that there is no headline grade. */
export interface StatedClaim {
  authority?: string;
  inspectorate?: Inspectorate;
  service?: Service;
  framework?: string;
  headlines?: Headline[];
  /** Areas that are named are set, others stay. */
  areas?: { area: string; grade: string }[];
  direction?: Direction | null;
  published?: Day;
  inspected?: DayRange;
}

export interface KnownScales {
  scales: ReadonlyMap<string, Scale>;
  /** By family of frameworks, the scale its grades stand on. */
  scaleOf(framework: string | null): string | null;
}

/**
 * @returns the fields to change, consistent with one another: grade, headlines, scale and what they imply
 * @throws nothing; grades that stand together on no scale are told in `faults`
 */
export function changeOf(
  claim: Claim,
  stated: StatedClaim,
  known: KnownScales,
): { change: Partial<Claim>; faults: string[] } {
  const { headlines, areas, ...plain } = stated;
  if (!headlines && !areas) return { change: plain, faults: [] };
  const now = headlines ?? headlinesOf(claim);
  const judgements = [
    ...claim.judgements.filter(({ area }) => !areas?.some((set) => set.area === area)),
    ...(areas ?? []).map((set) => ({ ...set, evidence: [] })),
  ];
  const grades = [...new Set([...now, ...judgements].map(({ grade }) => grade))];
  const scale = scaleFor(grades, [known.scaleOf(stated.framework ?? claim.framework), claim.scale], known.scales);
  const grade = now.length === 1 ? now[0]!.grade : null;
  const change: Partial<Claim> = {
    ...plain,
    headlines: now,
    grade,
    scale,
    judgements,
    gradeState: now.length > 1 ? 'two_headlines' : grade ? 'given' : withoutHeadline(claim),
    gradesReported: gradesReported(now.length, judgements.length),
  };
  return { change, faults: scale === null && grades.length > 0 ? gradeFaults(grades, known.scales) : [] };
}

/** That a framework gives no overall grade stays so, whatever a person says of its areas. */
const withoutHeadline = ({ gradeState }: Claim): GradeState =>
  gradeState === 'none_by_framework' || gradeState === 'off_scale' ? gradeState : 'not_stated';

const holds = (scale: Scale | undefined, grades: readonly string[]) =>
  scale !== undefined && grades.every((grade) => scale.grades.some(({ id }) => id === grade));

/** The first of these scales, else of all, on which every grade stands. */
function scaleFor(grades: string[], first: (string | null)[], scales: KnownScales['scales']): string | null {
  const order = [...first.flatMap((id) => id ?? []), ...scales.keys()];
  return order.find((id) => holds(scales.get(id), grades)) ?? null;
}

function gradeFaults(grades: string[], scales: KnownScales['scales']): string[] {
  const all = [...new Set([...scales.values()].flatMap((scale) => scale.grades.map(({ id }) => id)))];
  const strangers = grades.filter((grade) => !all.includes(grade));
  if (strangers.length === 0) return [`no scale has ${grades.join(', ')} together`];
  return strangers.map((grade) => {
    const meant = closest(grade, all);
    return `"${grade}" is no grade${meant ? `; did you mean ${meant}?` : `; known are ${all.join(', ')}`}`;
  });
}
