/** From statements to claims: one judgement of one authority, with headline, areas, previous grade, direction, dates. */
import { addDays } from '../dates.ts';
import { gradesReported } from '../grades-reported.ts';
import { NO_OVERALL } from '../no-overall.ts';
import type { AreaJudgement, Claim, GradeState, Headline, HistoryEntry, Inspectorate, Service } from '../types.ts';
import { withEveryArea, withRemaining } from './areas/every-area.ts';
import { gradeOfProtection, isTitleOnly, wholeByOtherWords, wholeOfProtection } from './areas/protection.ts';
import { gradeOverParts } from './areas/whole.ts';
import { agreed, candidateFrameworks, eraOf, inForceOn } from './framework.ts';
import { headlineOf, settled, withRemitsAsWhole, withTheirHeadlines } from './headlines.ts';
import { between, directionTold, previousOf, streakOf } from './moves.ts';
import { type Framework, OFF_SCALE, type Rulebook } from './rules/rulebook.ts';
import { isWhole, type Statement } from './statement.ts';
import { EvidenceList, evidenceAt } from './text/evidence.ts';
import { mentionsIn, type Reading } from './text/reading.ts';
import type { Mention } from './text/trie.ts';
import { type Times, timesOf } from './when/times.ts';
import { whoseEarlier } from './who/before-it.ts';

export interface ClaimParts {
  authority: string;
  statements: Statement[];
  history: HistoryEntry[];
  confidence: number;
}

/** @param parts.statements all of this authority, inspectorate and service, at least one, whatever their standing */
export function claimOf(
  { authority, statements, history, confidence }: ClaimParts,
  reading: Reading,
  rulebook: Rulebook,
): Claim {
  const { service } = statements[0] as Statement;
  const inspectorate = statements.find((s) => s.inspectorate)?.inspectorate ?? 'other';
  const evidence = new EvidenceList();
  const all = statements.filter((s) => s.standing === 'current');
  const onScale = all.filter((s) => s.rating.grade !== OFF_SCALE);
  const current = onScale.length === 0 ? all : onScale;
  for (const s of current) addEvidence(evidence, s, reading);
  const told = gradeTold(statements, onScale, reading, rulebook);
  const areas = judgementsOf(onScale, earlierOf(statements), told, evidence, reading, rulebook, inspectorate);
  const { fitting, outOfTime, times } = setting({ statements, service, inspectorate, told, areas }, reading, rulebook);
  const offScale = onScale.length === 0 || outOfTime;
  const scale = offScale ? null : agreed(fitting, (f) => f.scale);
  const {
    grade,
    headlines,
    judgements: named,
    noOverall,
  } = settled({ grade: outOfTime ? null : told, judgements: areas }, fitting, current, reading);
  const evidenceOf = (s: Statement) => addEvidence(evidence, s, reading);
  const complete = withRemaining(named, onScale, fitting, reading, evidenceOf);
  const judgements = noOverall ? withEveryArea(complete, onScale, fitting, reading, evidenceOf) : complete;
  if (noOverall) addNone(evidence, statements, reading);
  // "Good in all four areas, as it was in 2023": where no grade of the whole is given, that of every part is compared.
  const now = grade ?? (noOverall ? gradeOfAll(judgements, fitting) : null);
  // The grade of the council it took the place of is not one that it had itself.
  const own = withRemitsAsWhole(
    statements.filter((s) => s.standing !== 'previous' || whoseEarlier(s, authority, reading, rulebook) === authority),
    headlines.filter((h) => h.grade === grade),
  );
  const previousGrade = previousOf(own, history, now, rulebook);
  // "Leadership is good, but care still requires improvement", and no grade of the whole: of parts that differ no move is told.
  const isComparable = now !== null || !noOverall;
  const direction = () =>
    now !== null && previousGrade !== null
      ? between(previousGrade, now, { scale, inspectorate }, rulebook)
      : directionTold(authority, current, own, reading, rulebook);
  return {
    authority,
    jointWith: [],
    inspectorate,
    service,
    framework: agreed(fitting, (f) => f.family),
    frameworkVersion: agreed(fitting, (f) => f.from.slice(0, 7)),
    scale,
    grade,
    gradeState: noOverall ? 'none_by_framework' : (givenBy(headlines) ?? (offScale ? 'off_scale' : 'not_stated')),
    gradesReported: gradesReported(headlines.length, judgements.length),
    headlines,
    ...(noOverall && told !== null && current.some((s) => s.rating.grade === told && isOfWhole(s))
      ? { overallTold: told }
      : {}),
    judgements,
    previousGrade,
    direction: isComparable ? direction() : null,
    streak: isComparable ? streakOf(authority, current, reading) : null,
    ...times,
    register: { match: 'none', judgement: null, previousGrade: null, direction: null, streak: null },
    confidence,
    evidence: evidence.items,
  };
}

const earlierOf = (statements: Statement[]) => statements.filter(({ standing }) => standing === 'previous');

/** The grade of the whole, as the text tells it; null where it tells of parts only. */
function gradeTold(statements: Statement[], current: Statement[], reading: Reading, rulebook: Rulebook): string | null {
  // "There is no overall grade: Northshire is good in all four areas", "in two of the four": of parts, and not of the whole.
  const ofParts =
    saysNoOverall(statements, reading) &&
    current.some((s) => s.target.everywhere || s.target.partial) &&
    !current.some((s) => s.target.overall);
  if (ofParts) return null;
  return (
    headlineOf(beyondPhrase(current)) ??
    gradeOfProtection(current, earlierOf(statements), reading, rulebook) ??
    gradeOverParts(current, reading)
  );
}

/** "Top marks for Northshire", "Good and outstanding in Northshire … Safeguarding is good, and services for looked after children are outstanding": the title's phrase is of one of the two. */
function beyondPhrase(all: Statement[]): Statement[] {
  const current = leadsWithBoth(all) ? all.filter((s) => !isWhole(s)) : all;
  const body = current.filter((s) => s.depth >= 0);
  const graded = (area: string) => body.some((s) => s.target.areas.some(({ id }) => id === area));
  const gradedSo = (area: string, grade: string) =>
    body.every((s) => s.rating.grade === grade || !s.target.areas.some(({ id }) => id === area));
  const ofBoth = graded('safeguarding') && graded('looked_after_children') && !body.some(isWhole);
  const ofEach = new Set(current.filter((s) => s.depth < 0 && isWhole(s)).map((s) => s.rating.grade)).size > 1;
  // "Top marks for Northshire", and both are outstanding: of both.
  const hasBoth = (grade: string) => ['safeguarding', 'looked_after_children'].every((area) => gradedSo(area, grade));
  const isOfOne = (s: Statement) =>
    s.depth < 0 && ((ofEach && isWhole(s)) || (s.rating.paraphrase && !hasBoth(s.rating.grade)));
  return ofBoth ? current.filter((s) => !isOfOne(s)) : current;
}

/**
 * "Northshire: safeguarding good, care adequate", or so it opens, where the text gives each of the two its grade:
 * one of these grades said again, of nothing that is named, is no grade of the whole.
 */
function leadsWithBoth(current: Statement[]): boolean {
  const graded = (area: string) => current.some((s) => s.target.areas.some(({ id }) => id === area));
  const opening = Math.min(...current.map(({ depth }) => depth));
  const ledWith = new Set(current.filter((s) => s.depth === opening).map((s) => s.rating.grade));
  const isOfOne = (s: Statement) => isOfWhole(s) && !s.target.overall && ledWith.has(s.rating.grade);
  return (
    ledWith.size > 1 &&
    graded('safeguarding') &&
    graded('looked_after_children') &&
    current.every((s) => !isWhole(s) || isOfOne(s))
  );
}

/** When the judgement was given, and under which frameworks it may have been. */
function setting(
  claim: {
    statements: Statement[];
    service: Service;
    inspectorate: Inspectorate;
    told: string | null;
    areas: AreaJudgement[];
  },
  reading: Reading,
  rulebook: Rulebook,
): { fitting: Framework[]; outOfTime: boolean; times: Times } {
  const { statements, service, inspectorate, told, areas } = claim;
  const candidates = sinceEarlier(
    statements,
    candidateFrameworks(
      reading,
      rulebook,
      service,
      inspectorate,
      [...new Set([...(told ? [told] : []), ...areas.map((j) => j.grade)])],
      areas.map((j) => j.area),
      (sentence) => ofEarlierOnly(statements, sentence),
    ),
  );
  const times = timesOf(reading, eraOf(candidates));
  const latest = times.published ?? (times.publishedWithin && addDays(times.publishedWithin.until, -1));
  const within = (some: Framework[]) => inForceOn(some, times.inspected?.from ?? null, latest, told !== null);
  const inForce = within(candidates);
  const fitting = told === null ? withTheirHeadlines(withoutHeadline(inForce, statements, reading), areas) : inForce;
  // "Adequate" of a year that had no such grade: told, and on no scale of then.
  const then = within(frameworksOf(service, inspectorate, rulebook));
  const outOfTime = told !== null && then.length > 0 && then.every((f) => !holds(f, told, rulebook));
  return { fitting, outOfTime, times };
}

/** "It was good in 2018, and is again": of the frameworks those that were still in use when the grade before was given. */
function sinceEarlier(statements: Statement[], candidates: Framework[]): Framework[] {
  const latest = Math.max(...earlierOf(statements).map(({ year }) => year ?? 0), 0);
  const since = candidates.filter(({ until }) => until === null || Number(until.slice(0, 4)) >= latest);
  return since.length > 0 ? since : candidates;
}

const frameworksOf = (service: string, inspectorate: string, { inspectorates }: Rulebook): Framework[] =>
  inspectorates.flatMap((i) => (i.id === inspectorate ? i.frameworks.filter((f) => f.service === service) : []));

/** Whether the scale of a framework has the grade. */
const holds = ({ scale }: Framework, grade: string, { scales }: Rulebook): boolean =>
  scale !== null && (scales.get(scale)?.grades ?? []).some(({ id }) => id === grade);

/** "No overall grade is given": of the frameworks in force those that give none. */
function withoutHeadline(inForce: Framework[], statements: Statement[], reading: Reading): Framework[] {
  const none = inForce.filter((f) => f.headlines.length === 0);
  return none.length > 0 && saysNoOverall(statements, reading) ? none : inForce;
}

/** The text says that councils are given no grade of the whole, and of none it tells that it still was. */
const saysNoOverall = (statements: Statement[], reading: Reading): boolean => {
  const told = (cls: string) =>
    reading.sentences.flatMap((s) => (ofEarlierOnly(statements, s) ? [] : mentionsIn(reading, cls, s.from, s.to)));
  return told('still_overall').length === 0 && told('no_overall').some((m) => !isYetToCome(m, reading));
};

/** Not of parts, be it all of them. */
const isOfWhole = ({ target }: Statement): boolean =>
  target.overall || (target.areas.length === 0 && !target.partial && !target.everywhere);

/** The sentence that tells that no grade of the whole is given, unless it is quoted anyway. */
function addNone(evidence: EvidenceList, statements: Statement[], reading: Reading): void {
  if (!saysNoOverall(statements, reading)) return;
  const found = reading.sentences.find((s) =>
    mentionsIn(reading, 'no_overall', s.from, s.to).some((m) => !isYetToCome(m, reading)),
  );
  if (!found || ofEarlierOnly(statements, found)) return;
  const none = evidenceAt(reading, NO_OVERALL, found.from, found.to);
  if (!evidence.items.some(({ field, start }) => field === none.field && start === none.start)) evidence.add(none);
}

/** "The visits were in March, just before Ofsted stopped giving a single grade": that came after. */
const isYetToCome = ({ from }: Mention, { tokens }: Reading): boolean =>
  tokens.slice(Math.max(0, from - BEFORE_REACH), from).some(({ w }) => w === 'before' || w === 'until');
const BEFORE_REACH = 5;

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

function judgementsOf(
  current: Statement[],
  earlier: Statement[],
  told: string | null,
  evidence: EvidenceList,
  reading: Reading,
  rulebook: Rulebook,
  inspectorate: string,
): AreaJudgement[] {
  const known = new Set(rulebook.inspectorates.find((i) => i.id === inspectorate)?.areas.map((a) => a.id));
  const isOfWhole = wholeOfProtection(current, earlier, reading, rulebook);
  const saysWhole = wholeByOtherWords(current, told, reading);
  const found = new Map<string, AreaJudgement>();
  for (const s of current)
    for (const area of s.target.areas) {
      if (!known.has(area.id) || (s.rating.grade === told && isOfWhole(area)) || saysWhole(area, s)) continue;
      if (isTitleOnly(area, s, current)) continue;
      const at = addEvidence(evidence, s, reading);
      const had = found.get(area.id);
      if (had) {
        if (had.grade === s.rating.grade && !had.evidence.includes(at)) had.evidence.push(at);
      } else found.set(area.id, { area: area.id, grade: s.rating.grade, evidence: [at] });
    }
  return [...found.values()];
}

/** The one grade of all areas that there are: of three that are named alike the fourth may differ. */
function gradeOfAll(judgements: AreaJudgement[], fitting: Framework[]): string | null {
  const named = new Set(judgements.map((j) => j.area));
  const isWhole = fitting.length > 0 && fitting.every(({ areas }) => areas.every((area) => named.has(area)));
  const [first, ...others] = new Set(judgements.map((j) => j.grade));
  return isWhole && others.length === 0 ? (first ?? null) : null;
}

function givenBy(headlines: Headline[]): GradeState | null {
  if (headlines.length > 1) return 'two_headlines';
  return headlines.length === 1 ? 'given' : null;
}
