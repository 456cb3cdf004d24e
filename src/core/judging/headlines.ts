/** Which grades of an article are headlines: of the whole service, or of the remits a framework grades at the top. */
import type { AreaJudgement, Headline } from '../types.ts';
import type { Framework } from './rules/rulebook.ts';
import type { Statement } from './statement.ts';
import { mentionsIn, type Reading } from './text/reading.ts';
import type { Sentence } from './text/sentences.ts';

interface Graded {
  grade: string | null;
  judgements: AreaJudgement[];
}

/**
 * The grades as the frameworks that fit would put them: areas that are headlines there, and what is left of the whole.
 *
 * @param told    the grade of the whole and those of areas, as the text tells them
 * @param fitting frameworks it may be of
 * @returns `noOverall` where each of them gives no grade to the whole
 */
export function settled(
  told: Graded,
  fitting: Framework[],
  current: Statement[],
  reading: Reading,
): Graded & { headlines: Headline[]; noOverall: boolean } {
  const named = headlineAreas(fitting);
  const judgements = withRemits(told.judgements, named);
  const whole = told.grade ?? gradeOfAll(judgements, fitting) ?? gradeItLeadsWith(judgements, current);
  const areas = withoutDoubles(judgements, fitting);
  if (fitting.length > 0 && fitting.every((f) => f.headlines.length === 0))
    return { grade: null, headlines: [], judgements: areas, noOverall: true };
  const ofRemits = named.flatMap((remit) =>
    judgements.filter((j) => j.area === remit).map((j): Headline => ({ remit, grade: j.grade })),
  );
  const headlines = ofRemits.length === 0 && whole ? [{ remit: 'overall', grade: whole }] : ofRemits;
  const isOther = ofRemits.length > 0 && !headlines.some((h) => h.grade === whole) && !isOfTheOther(ofRemits, whole);
  // An article that opens with both headline grades leads with neither, but where both are that of the whole:
  // "Services are adequate, both at safeguarding and at looking after those in care".
  const isOne = told.grade !== null && headlines.every((h) => h.grade === told.grade);
  const leadsWithNone = headlines.length > 1 && !isOne && opensWithAll(current, headlines, reading);
  const grade = leadsWithNone ? null : isOther ? leadGrade(current, headlines) : whole;
  return { grade, headlines, judgements: withoutSafeguarding(areas, grade), noOverall: false };
}

/** "Of safeguarding they say that it is inadequate. Services for those looked after are good": what no remit is named beside is of the first. */
const isOfTheOther = (named: Headline[], whole: string | null): boolean =>
  whole !== null && named.length === 1 && named[0]?.remit === 'looked_after_children';

/** Areas in the words of the headlines, each told once: "keeps children safe" is safeguarding where that is graded. */
const withRemits = (judgements: AreaJudgement[], named: string[]): AreaJudgement[] =>
  judgements.flatMap((j) => {
    const remit = HEADLINE_OF[j.area];
    if (!remit || !named.includes(remit)) return j;
    const own = judgements.find((k) => k.area === remit);
    if (!own) return { ...j, area: remit };
    return own.grade === j.grade && remit === 'safeguarding' ? [] : j;
  });

/** An inspection of one thing alone, child protection or looked after children: that grade is the headline. */
function gradeOfAll(judgements: AreaJudgement[], fitting: Framework[]): string | null {
  const protection = judgements.find((j) => j.area === 'help_and_protection');
  const cp = fitting.find((f) => f.family === 'cp');
  if (protection && cp && judgements.every((j) => cp.areas.includes(j.area))) return protection.grade;
  const ofLookedAfter = fitting.length > 0 && fitting.every((f) => f.family === 'lac');
  return ofLookedAfter ? (judgements.find((j) => j.area === 'looked_after_children')?.grade ?? null) : null;
}

/** "Safeguarding in Northshire is adequate", in the title or the first sentence, and no other grade of the top: the one it leads with. */
const gradeItLeadsWith = (judgements: AreaJudgement[], current: Statement[]): string | null =>
  current.some((s) => s.depth < 1 && headlineIds(s).includes('safeguarding')) &&
  !judgements.some((j) => j.area === 'looked_after_children')
    ? (judgements.find((j) => j.area === 'safeguarding')?.grade ?? null)
    : null;

/** "Safeguarding in Northshire is adequate", of a service that is adequate: the one grade, told of what it was given for. */
const withoutSafeguarding = (areas: AreaJudgement[], whole: string | null): AreaJudgement[] =>
  areas.some((j) => j.area === 'looked_after_children')
    ? areas
    : areas.filter((j) => j.area !== 'safeguarding' || j.grade !== whole);

/**
 * The areas proper. Where the full title is used, plain "leadership" means it too; "looked after" and "in care" are the
 * same children.
 */
function withoutDoubles(judgements: AreaJudgement[], fitting: Framework[]): AreaJudgement[] {
  const gradeOf = (area: string) => judgements.find((j) => j.area === area)?.grade;
  const lookedAfter = fitting.length > 0 && fitting.every((f) => f.areas.includes('looked_after_children'));
  const double = lookedAfter ? 'children_in_care' : 'looked_after_children';
  const twice = isInCareTwice(gradeOf);
  const areas = judgements.filter((j) => j.area !== 'overall' && !(twice && j.area === double));
  return areas.some((j) => j.area === 'leadership_management_and_governance')
    ? areas.filter((j) => j.area !== 'leaders')
    : areas;
}

const isInCareTwice = (gradeOf: (area: string) => string | undefined): boolean =>
  gradeOf('children_in_care') !== undefined && gradeOf('children_in_care') === gradeOf('looked_after_children');

/** The headline by weight of where and how it is said; null when only areas are graded. */
export function headlineOf(current: Statement[]): string | null {
  const weights = new Map<string, number>();
  for (const s of current) {
    if ((s.target.areas.length > 0 || s.target.partial) && !s.target.overall) continue;
    const weight =
      (s.target.overall ? 4 : 1) +
      (s.depth === -1 ? 3 : s.depth < 3 ? 2 : 0) +
      (s.target.everywhere ? 1 : 0) -
      (s.rating.paraphrase ? 0.5 : 0) +
      (s.rating.licensed ? 0.5 : 0);
    weights.set(s.rating.grade, (weights.get(s.rating.grade) ?? 0) + weight);
  }
  let best: string | null = null;
  for (const [grade, weight] of weights)
    if (weight > 0 && (best === null || weight > (weights.get(best) ?? 0))) best = grade;
  return best;
}

/** Of several headline grades the one that the article names first. */
function leadGrade(current: Statement[], headlines: Headline[]): string | null {
  const named = current.flatMap(headlineIds);
  const [lead] = [...headlines].sort((a, b) => place(named, a.remit) - place(named, b.remit));
  return lead?.grade ?? null;
}
const place = (named: string[], remit: string) => named.indexOf(remit) + 1 || named.length + 1;

/** No overall grade and several headline grades: of the frameworks in force those that give just these. */
export function withTheirHeadlines(inForce: Framework[], judgements: AreaJudgement[]): Framework[] {
  const own = inForce.filter(
    (f) =>
      f.headlines.length > 1 && f.headlines.every((h) => judgements.some((j) => (HEADLINE_OF[j.area] ?? j.area) === h)),
  );
  return own.length > 0 ? own : inForce;
}

/**
 * The title, or the first sentence of the text that gives one, near its beginning, gives every headline grade. A title
 * that speaks of one thing leads with that.
 */
function opensWithAll(current: Statement[], headlines: Headline[], reading: Reading): boolean {
  const saysAll = (ids: string[]) => headlines.every(({ remit }) => ids.includes(remit));
  const inTitle = current.find((s) => s.depth === -1)?.rating.sentence;
  if (inTitle) {
    const named = mentionsIn(reading, 'area', inTitle.from, inTitle.to).map(({ id }) => HEADLINE_OF[id] ?? id);
    // "Safeguarding inadequate, but care of looked after children passes": leads with the one it grades, and names first.
    const alone = mentionsIn(reading, 'grade', inTitle.from, inTitle.to).length === 1;
    const graded = current.filter((s) => s.depth === -1).flatMap(headlineIds);
    const [lead] = named.filter((id) => headlines.some(({ remit }) => remit === id));
    if (alone && lead !== undefined && graded.includes(lead)) return saysAll(graded);
    if (lead !== undefined) return saysAll(named) || gradesAll(inTitle, headlines, reading);
  }
  const first = current.find((s) => s.depth >= 0)?.rating.sentence;
  const told = current.filter((s) => s.rating.sentence === first).flatMap(headlineIds);
  return first !== undefined && first.depth < OPENING && saysAll(told);
}
const OPENING = 5;

/** "Safeguarding adequate, care good": as many grades as there are to give, and no other, whatever the second is said of. */
function gradesAll({ from, to }: Sentence, headlines: Headline[], reading: Reading): boolean {
  const told = mentionsIn(reading, 'grade', from, to).map(({ id }) => id);
  const given = headlines.map(({ grade }) => grade);
  return new Set(given).size === given.length && told.length === given.length && given.every((g) => told.includes(g));
}

/** Words of later frameworks for the two things that reports of 2009 to 2012 gave a headline grade. */
const HEADLINE_OF: Record<string, string> = {
  children_in_care: 'looked_after_children',
  help_and_protection: 'safeguarding',
};
/** "Safeguarding, inadequate in 2009, is adequate now": of what leads, the grade of before is that of the whole. */
export const withRemitsAsWhole = (statements: Statement[], lead: Headline[]): Statement[] =>
  statements.map((s) => {
    const ids = headlineIds(s);
    const leads = s.standing === 'previous' && ids.length > 0 && ids.every((id) => lead.some((h) => h.remit === id));
    return leads ? { ...s, target: { ...s.target, areas: [], overall: true } } : s;
  });

const headlineIds = (s: Statement) => s.target.areas.map(({ id }) => HEADLINE_OF[id] ?? id);

function headlineAreas(fitting: { headlines: string[] }[]): string[] {
  const all = fitting.map((f) => f.headlines.filter((h) => h !== 'overall'));
  return all.length > 0 && all.every((h) => h.length > 0) ? (all[0] ?? []) : [];
}
