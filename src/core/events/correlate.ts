/** From the reports of one (authority, inspectorate, service) to its events: a pure function of the set. */
import { isDay } from '../dates.ts';
import { canonicalJson } from '../keys.ts';
import { type Register, registerView, timeline } from '../register.ts';
import type { Claim, EventStatus, JudgementEvent, RegisterJudgement, RegisterView, Report } from '../types.ts';
import { applyDecisions, type PersonDecision } from './decisions.ts';
import { factsOfJudgement, factsOfReport, joinFacts, knownFamily, withoutStrayVisit } from './facts.ts';
import { type Doubtful, type Gathered, type Group, gather } from './gather.ts';
import { eventKeys, type KnownKey, type Nameless } from './keys.ts';
import { mergeReports } from './merge.ts';
import { asRestated } from './restated.ts';
import { afterTakenBack } from './taken-back.ts';
import type { Family } from './times.ts';
import { withToldApart } from './told-apart.ts';

export interface CorrelationContext {
  /** Framework families with the inspection dates they cover; a family not listed counts as unknown. Empty: all are taken. */
  families: Family[];
  decisions?: readonly PersonDecision[];
  /** By article id, one id for all that are nearly the same text: they tell of the same inspection. */
  texts?: ReadonlyMap<string, string>;
  /** Keys given before: none becomes another event's. */
  given?: readonly KnownKey[];
  /** Events that readers were told of, as last kept. */
  told?: readonly JudgementEvent[];
  /** Findings that are no reports while a person is to rule on them: they keep the keys given for them. */
  waiting?: readonly string[];
}

export interface Correlation {
  /** In order of key. */
  events: JudgementEvent[];
  /**
   * Findings that fit several events alike, or tell again what a person took back: a person decides. `between` names those
   * events.
   */
  review: { findingIds: string[]; reason: string; between: string[] }[];
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Joins reports of one inspection into one event.
 *
 * @param reports  all reports of one authority, inspectorate and service, in any order; doubles are ignored
 * @param register its judgements of that authority, inspectorate and service date events; they never grade them
 */
export function correlate(reports: readonly Report[], register: Register, context: CorrelationContext): Correlation {
  const all = distinct(reports);
  const applied = applyDecisions(all, context.decisions ?? []);
  const units = [
    ...unitsOf(applied.reports, applied.together, context.families),
    ...rowsOf(applied.reports[0]?.claim, register, context.families),
  ];
  const after = afterTakenBack(all, context.decisions ?? [], context.families);
  const gathered = gather(units, { apart: applied.apart, after }, context.texts ?? new Map());
  const { groups, doubtful } = placeAccepted(gathered, applied.accepted);
  const merged = groups.map((group) => ({
    group,
    content: mergeReports(group, gradesTold(group, context.told ?? [])),
  }));
  const asJudged = new Map(all.map((report) => [report.findingId, report]));
  const keys = eventKeys(
    merged.map((one) => namelessOf(one, asJudged, context.families)),
    context.given,
    new Set([
      ...doubtful.flatMap(({ unit }) => unit.reports.map(({ findingId }) => findingId)),
      ...(context.waiting ?? []),
    ]),
  );
  const events = merged.map(({ group, content }, i): JudgementEvent => {
    const { held, status, reason } = applied.ruling(content.reports.map(({ findingId }) => findingId));
    const view = viewOf(content, group.judgements, register);
    return {
      ...{ v: 1, key: keys[i]!, ...content, register: view, status: status ?? statusWith(view, content), held },
      ...(reason === null ? {} : { takenBackReason: reason }),
    };
  });
  const keyOf = new Map(groups.map((group, i) => [group, keys[i]!]));
  return {
    events: withToldApart(
      events.sort((a, b) => byText(a.key, b.key)),
      context.decisions ?? [],
    ),
    review: doubtful.map((doubt) => reviewOf(doubt, keyOf)),
  };
}

/** Grades that readers were told from some of these reports, by field; none where they were told two, of what was merged since. */
function gradesTold({ reports }: Group, told: readonly JudgementEvent[]): Map<string, string> {
  const articles = new Set(reports.map(({ articleId }) => articleId));
  const own = told.filter((event) => event.reports.some(({ articleId }) => articles.has(articleId)));
  const grades = own.flatMap(({ headlines, judgements }) => [
    ...headlines.map(({ remit, grade }) => [`headlines.${remit}`, grade] as const),
    ...judgements.map(({ area, grade }) => [`judgements.${area}`, grade] as const),
  ]);
  return new Map(grades.filter(([field, grade]) => !grades.some(([one, other]) => one === field && other !== grade)));
}

/** Each finding once. Where one comes in two forms the choice follows from content; it was first seen when first seen. */
function distinct(reports: readonly Report[]): Report[] {
  const byId = new Map<string, Report[]>();
  for (const report of reports) byId.set(report.findingId, [...(byId.get(report.findingId) ?? []), report]);
  return [...byId.entries()]
    .sort(([a], [b]) => byText(a, b))
    .map(([, forms]) => {
      const [chosen] = [...forms].sort((a, b) => byText(canonicalJson(a), canonicalJson(b)));
      const firstSeen = new Date(Math.min(...forms.map((form) => form.firstSeen.getTime())));
      const articleDay = chosen?.articleDay && isDay(chosen.articleDay) ? chosen.articleDay : null;
      return asRestated(withoutStrayVisit({ ...chosen!, articleDay, firstSeen }));
    });
}

function unitsOf(reports: Report[], together: string[][], families: Family[]): Group[] {
  const byId = new Map(reports.map((report) => [report.findingId, report]));
  return together.map((findingIds) => {
    const members = findingIds.map((id) => byId.get(id)!);
    const facts = members.map((report) => factsOfReport(report, families)).reduce(joinFacts);
    return { facts, reports: members, judgements: [] };
  });
}

/** The register's judgements of the group's authority, inspectorate and service. */
function rowsOf(claim: Claim | undefined, register: Register, families: Family[]): Group[] {
  if (!claim) return [];
  return timeline(claim.authority, register)
    .filter(
      ({ judgement: { inspectorate, service } }) => inspectorate === claim.inspectorate && service === claim.service,
    )
    .map((entry) => ({ facts: factsOfJudgement(entry, families), reports: [], judgements: [entry.judgement] }));
}

type Content = Omit<JudgementEvent, 'v' | 'key' | 'held' | 'register'>;

/** A key names the grade that the reports told: what a person makes of it moves no event onto the key of another. */
function namelessOf(
  { group, content }: { group: Group; content: Content },
  asJudged: Map<string, Report>,
  families: Family[],
): Nameless {
  const { facts, judgements } = group;
  const judged = (report: Report) => asJudged.get(report.findingId) ?? report;
  const reports = group.reports.map(judged);
  // Its times count both as judged and as changed.
  const changed = group.reports
    .filter(({ person }) => person === 'changed')
    .map((report) => {
      const { headlines, grade } = judged(report).claim;
      return { ...report, claim: { ...report.claim, headlines, grade } };
    });
  const headlines = changed.length > 0 ? mergeReports({ ...group, reports }).headlines : content.headlines;
  const told = [...reports, ...changed].map((report) => ({
    report,
    family: knownFamily(report.claim.framework, families),
  }));
  return { content: { ...content, headlines }, family: facts.family, judgements, told };
}

/** What the register says of the event; where correlation found its judgement, by that one's framework and dates. */
function viewOf(content: Content, [row]: RegisterJudgement[], register: Register): RegisterView {
  const articleDay = content.reports.flatMap((report) => report.articleDay ?? []).sort()[0] ?? null;
  const unseen: RegisterView = { match: 'none', judgement: null, previousGrade: null, direction: null, streak: null };
  const asFound: Partial<Claim> = row
    ? {
        framework: row.framework.split('|')[0] ?? null,
        inspected: row.inspected,
        published: row.published,
        publishedWithin: row.publishedWithin && { ...row.publishedWithin, basis: 'stated' },
      }
    : {};
  return registerView({ ...content, ...asFound, register: unseen }, articleDay, register);
}

/**
 * The inspectorate's own word stands whatever the register holds, which may be older. A row that was read from the press
 * or a council's page is no official record: it confirms and disputes nothing.
 */
function statusWith({ match, readFrom }: RegisterView, { status }: Content): EventStatus {
  if (readFrom) return status;
  if (match === 'contradicting') return status === 'confirmed' ? status : 'disputed';
  return match === 'confirmed' || match === 'recycled' ? 'confirmed' : status;
}

/** What a person accepted stands, on its own where nothing says with which it belongs. */
function placeAccepted({ groups, doubtful }: Gathered, accepted: Set<string>): Gathered {
  const isAccepted = ({ unit }: Gathered['doubtful'][number]) =>
    unit.reports.some(({ findingId }) => accepted.has(findingId));
  return {
    groups: [...groups, ...doubtful.filter(isAccepted).map(({ unit }) => unit)],
    doubtful: doubtful.filter((doubt) => !isAccepted(doubt)),
  };
}

function reviewOf(
  { unit: { reports, facts }, between, rejected }: Doubtful,
  keyOf: ReadonlyMap<Group, string>,
): Correlation['review'][number] {
  const keys = between.flatMap((group) => keyOf.get(group) ?? []).sort();
  return { findingIds: reports.map(({ findingId }) => findingId).sort(), reason: reason(), between: keys };

  function reason(): string {
    if (rejected) return `its text is that of a report that was rejected: ${rejected.title || rejected.findingId}`;
    if (keys.length === 1) return `it came in after ${keys[0]} had been taken back, and gives the same grade`;
    const lacking = facts.estimate ? 'its date and grade fit' : 'it has no date and its grade fits';
    return `${lacking} several events alike: ${keys.join(', ')}`;
  }
}
