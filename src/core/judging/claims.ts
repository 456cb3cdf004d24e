/** From statements to claims: one judgement of one authority, with headline, areas, previous grade, direction, dates. */
import { gradesReported } from '../grades-reported.ts';
import type { AreaJudgement, Claim, GradeState, Headline, HistoryEntry } from '../types.ts';
import { EvidenceList, evidenceAt } from './evidence.ts';
import { agreed, candidateFrameworks, eraOf, inForceOn } from './framework.ts';
import { between, directionTold, previousOf, streakOf } from './moves.ts';
import type { Reading } from './reading.ts';
import { type Framework, OFF_SCALE, type Rulebook } from './rulebook.ts';
import type { Statement } from './statements.ts';
import { timesOf } from './times.ts';
import { dayAfter } from './when.ts';

export interface ClaimParts {
  authority: string;
  statements: Statement[];
  history: HistoryEntry[];
  confidence: number;
}

export function claimOf(
  { authority, statements, history, confidence }: ClaimParts,
  reading: Reading,
  rulebook: Rulebook,
): Claim {
  const { service } = statements[0] as Statement;
  const inspectorate = statements.find((s) => s.inspectorate)?.inspectorate ?? 'other';
  const evidence = new EvidenceList();
  const told = statements.filter((s) => s.standing === 'current');
  const onScale = told.filter((s) => s.rating.grade !== OFF_SCALE);
  const offScale = onScale.length === 0;
  const current = offScale ? told : onScale;
  for (const s of current) addEvidence(evidence, s, reading);
  let judgements = judgementsOf(onScale, evidence, reading, rulebook, inspectorate);
  let grade = headlineOf(onScale);
  const grades = [...new Set([...(grade ? [grade] : []), ...judgements.map((j) => j.grade)])];
  const candidates = candidateFrameworks(
    reading,
    rulebook,
    service,
    inspectorate,
    grades,
    judgements.map((j) => j.area),
    (sentence) => ofEarlierOnly(statements, sentence),
  );
  const times = timesOf(reading, eraOf(candidates));
  const latest = times.published ?? (times.publishedWithin && dayAfter(times.publishedWithin.until, -1));
  const inForce = inForceOn(candidates, times.inspected?.from ?? null, latest, grade !== null);
  const fitting = grade === null ? withTheirHeadlines(inForce, judgements) : inForce;
  const framework = agreed(fitting, (f) => f.family);
  const scale = offScale ? null : agreed(fitting, (f) => f.scale);
  const named = headlineAreas(fitting);
  judgements = judgements.map((j) => {
    const remit = HEADLINE_OF[j.area];
    return remit && named.includes(remit) && !judgements.some((k) => k.area === remit) ? { ...j, area: remit } : j;
  });
  // An inspection of child protection alone: that grade is the headline.
  const protection = judgements.find((j) => j.area === 'help_and_protection');
  const cp = fitting.find((f) => f.family === 'cp');
  if (grade === null && protection && cp && judgements.every((j) => cp.areas.includes(j.area)))
    grade = protection.grade;
  let headlines: Headline[] = named.flatMap((remit) =>
    judgements.filter((j) => j.area === remit).map((j) => ({ remit, grade: j.grade })),
  );
  if (headlines.length === 0 && grade) headlines = [{ remit: 'overall', grade }];
  const noOverall = fitting.length > 0 && fitting.every((f) => f.headlines.length === 0);
  if (noOverall) {
    headlines = [];
    grade = null;
  } else if (headlines.length > 0 && named.length > 0 && !headlines.some((h) => h.grade === grade))
    grade = leadGrade(current, headlines);
  // An article that opens with both headline grades leads with neither.
  if (headlines.length > 1 && opensWithAll(current, headlines)) grade = null;
  judgements = judgements.filter((j) => j.area !== 'overall');
  // Where the full title is used, plain "leadership" means it too.
  if (judgements.some((j) => j.area === 'leadership_management_and_governance'))
    judgements = judgements.filter((j) => j.area !== 'leaders');
  const previousGrade = previousOf(statements, history, grade);
  return {
    authority,
    jointWith: [],
    inspectorate,
    service,
    framework,
    frameworkVersion: agreed(fitting, (f) => f.from.slice(0, 7)),
    scale,
    grade,
    gradeState: noOverall ? 'none_by_framework' : (givenBy(headlines) ?? (offScale ? 'off_scale' : 'not_stated')),
    gradesReported: gradesReported(headlines.length, judgements.length),
    headlines,
    judgements,
    previousGrade,
    direction:
      grade !== null && previousGrade !== null
        ? between(previousGrade, grade, { scale, inspectorate }, rulebook)
        : directionTold(authority, current, statements, reading),
    streak: streakOf(current, reading),
    ...times,
    register: { match: 'none', judgement: null, previousGrade: null, direction: null, streak: null },
    confidence,
    evidence: evidence.items,
  }; // prettier-ignore
}

/** The sentence tells an earlier judgement and not this one. */
function ofEarlierOnly(statements: Statement[], sentence: Statement['rating']['sentence']): boolean {
  const here = statements.filter((s) => s.rating.sentence === sentence);
  return here.length > 0 && here.every((s) => s.standing === 'previous');
}

function addEvidence(list: EvidenceList, s: Statement, reading: Reading): number {
  const { from, to } = s.rating.sentence;
  return list.add(
    evidenceAt(reading, s.rating.rules[0] ?? (s.target.areas.length > 0 ? 'area-grade' : 'list'), from, to),
  );
}

/** The headline by weight of where and how it is said; null when only areas are graded. */
function headlineOf(current: Statement[]): string | null {
  const weights = new Map<string, number>();
  for (const s of current) {
    if (s.target.areas.length > 0 && !s.target.overall) continue;
    const weight =
      (s.target.overall ? 4 : 1) +
      (s.depth === -1 ? 3 : s.depth < 3 ? 2 : 0) +
      (s.target.everywhere ? 1 : 0) -
      (s.target.partial ? 2.5 : 0) -
      (s.rating.paraphrase ? 0.5 : 0) +
      (s.rating.licensed ? 0.5 : 0);
    weights.set(s.rating.grade, (weights.get(s.rating.grade) ?? 0) + weight);
  }
  let best: string | null = null;
  for (const [grade, weight] of weights)
    if (weight > 0 && (best === null || weight > (weights.get(best) ?? 0))) best = grade;
  return best;
}

function judgementsOf(
  current: Statement[],
  evidence: EvidenceList,
  reading: Reading,
  rulebook: Rulebook,
  inspectorate: string,
): AreaJudgement[] {
  const known = new Set(rulebook.inspectorates.find((i) => i.id === inspectorate)?.areas.map((a) => a.id));
  const found = new Map<string, AreaJudgement>();
  for (const s of current)
    for (const area of s.target.areas) {
      if (!known.has(area.id)) continue;
      const at = addEvidence(evidence, s, reading);
      const had = found.get(area.id);
      if (had) {
        if (had.grade === s.rating.grade && !had.evidence.includes(at)) had.evidence.push(at);
      } else found.set(area.id, { area: area.id, grade: s.rating.grade, evidence: [at] });
    }
  return [...found.values()];
}

/** Of several headline grades the one that the article names first. */
function leadGrade(current: Statement[], headlines: Headline[]): string | null {
  const named = current.flatMap(headlineIds);
  const [lead] = [...headlines].sort((a, b) => place(named, a.remit) - place(named, b.remit));
  return lead?.grade ?? null;
}
const place = (named: string[], remit: string) => named.indexOf(remit) + 1 || named.length + 1;

/** No overall grade and several headline grades: of the frameworks in force those that give just these. */
function withTheirHeadlines(inForce: Framework[], judgements: AreaJudgement[]): Framework[] {
  const own = inForce.filter(
    (f) => f.headlines.length > 1 && f.headlines.every((h) => judgements.some((j) => j.area === h)),
  );
  return own.length > 0 ? own : inForce;
}

/** The title, or the first sentence of the text, gives every headline grade. */
function opensWithAll(current: Statement[], headlines: Headline[]): boolean {
  const saysAll = (statements: Statement[]) => {
    const said = statements.flatMap(headlineIds);
    return headlines.every((h) => said.includes(h.remit));
  };
  const first = current.find((s) => s.depth >= 0)?.rating.sentence;
  return (
    saysAll(current.filter((s) => s.depth === -1)) ||
    (first !== undefined && first.depth === 0 && saysAll(current.filter((s) => s.rating.sentence === first)))
  );
}
/** Words of later frameworks for the two things that reports of 2009 to 2012 gave a headline grade. */
const HEADLINE_OF: Record<string, string> = {
  children_in_care: 'looked_after_children',
  help_and_protection: 'safeguarding',
};
const headlineIds = (s: Statement) => s.target.areas.map(({ id }) => HEADLINE_OF[id] ?? id);

function headlineAreas(fitting: { headlines: string[] }[]): string[] {
  const all = fitting.map((f) => f.headlines.filter((h) => h !== 'overall'));
  return all.length > 0 && all.every((h) => h.length > 0) ? (all[0] ?? []) : [];
}

function givenBy(headlines: Headline[]): GradeState | null {
  if (headlines.length > 1) return 'two_headlines';
  return headlines.length === 1 ? 'given' : null;
}
