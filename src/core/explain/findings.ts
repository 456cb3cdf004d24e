/** An assessment as a list of labelled findings over the article's text: what both renderings of `explain` show. */
import { distinctionWords } from '../sending/distinction-words.ts';
import { oddsWords } from '../sending/event-words.ts';
import {
  directionName,
  listWords,
  type Names,
  noHeadlineReason,
  rangeWords,
  readableId,
  remitName,
  ungradedName,
} from '../sending/names.ts';
import { registerMatchName } from '../sending/register-words.ts';
import type { ArticleText, Assessment, Claim, Evidence } from '../types.ts';
import { UNWEIGHED, type Weighing } from './weighing.ts';

/** Most telling first: where words serve several findings, the first kind colours them. */
export const FINDING_KINDS = ['event', 'review', 'notice', 'history', 'rejected'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export const HEADINGS: Record<FindingKind, string> = {
  event: 'New judgements',
  review: 'For a person to decide',
  notice: 'Inspection activity without a grade',
  history: 'Earlier judgements it states',
  rejected: 'Looked at and not taken',
};

export interface Finding {
  kind: FindingKind;
  /** `E1`, `R1`, `N1`, `H1`, `X1`: stands behind the words it rests on. */
  label: string;
  headline: string;
  details: string[];
  evidence: Evidence[];
}

/** A piece of the title or text between two ends of evidence. */
export interface Piece {
  text: string;
  kind: FindingKind | null;
  /** Findings that rest on these words. */
  on: string[];
  /** Findings whose evidence ends here. */
  ends: string[];
}

const LETTERS: Record<FindingKind, string> = { event: 'E', review: 'R', notice: 'N', history: 'H', rejected: 'X' };

export function findingsOf(assessment: Assessment, names: Names, weighing: Weighing = UNWEIGHED): Finding[] {
  const short = (slug: string) => names.authority(slug).shortName;
  const claim =
    (kind: 'event' | 'review') =>
    (of: Claim): Omit<Finding, 'label'> => ({
      kind,
      headline: `${short(of.authority)}: ${gradeOf(of, names)} (${names.inspectorate(of.inspectorate)}, ${names.service(of.service)})`,
      details: [...claimDetails(of, names), ...withoutNull(oddsWords(of, names)), weighing.confidenceWords(of)],
      evidence: [...of.evidence, ...(of.distinctions ?? []).map(({ evidence }) => evidence)],
    });
  const findings: Omit<Finding, 'label'>[] = [
    ...assessment.events.map(claim('event')),
    ...assessment.review.map(claim('review')),
    ...assessment.notices.map((notice) => ({
      kind: 'notice' as const,
      headline: `${short(notice.authority)}: ${ungradedName(notice.kind)}, no grade`,
      details: notice.outcome === null ? [] : [`outcome: ${readableId(notice.outcome)}`],
      evidence: notice.evidence,
    })),
    ...assessment.history.map((entry) => ({
      kind: 'history' as const,
      headline: `${short(entry.authority)}: earlier ${names.grade(entry.grade, null)}${entry.year === null ? ', year not stated' : ` in ${entry.year}`} (${names.inspectorate(entry.inspectorate)}, ${names.service(entry.service)})`,
      details: [],
      evidence: entry.evidence,
    })),
    ...assessment.rejected.map((rejection) => ({
      kind: 'rejected' as const,
      headline: `${rejection.authority === null ? 'No authority' : short(rejection.authority)}: ${rejection.reason} [${rejection.code}]`,
      details: [],
      evidence: rejection.evidence,
    })),
  ];
  const counts = new Map<FindingKind, number>();
  return findings.map((finding) => {
    const count = (counts.get(finding.kind) ?? 0) + 1;
    counts.set(finding.kind, count);
    return { ...finding, label: `${LETTERS[finding.kind]}${count}` };
  });
}

const withoutNull = (line: string | null): string[] => (line === null ? [] : [line]);

/** One sentence on the whole article. */
export function verdictOf({ events, review, subject, rulesVersion }: Assessment): string {
  const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;
  const waiting = review.length ? `, ${count(review.length, 'finding')} for a person to decide` : '';
  return `${events.length ? count(events.length, 'new judgement') : 'No new judgement'}${waiting}; subject: ${readableId(subject)}; rules ${rulesVersion}`;
}

function gradeOf(claim: Claim, names: Names): string {
  const { headlines, grade, scale } = claim;
  if (headlines.length > 1)
    return headlines.map((of) => `${remitName(of.remit)} ${names.grade(of.grade, scale)}`).join(', ');
  return grade === null ? noHeadlineReason(claim) : names.grade(grade, scale);
}

const frameworkWords = (family: string, version: string | null, names: Names): string =>
  version === null ? names.framework(family) : `${names.framework(family)} (from ${version})`;

function claimDetails(claim: Claim, names: Names): string[] {
  const { judgements, scale, previousGrade, direction, streak, inspected, published, register } = claim;
  const areas = judgements.map(({ area, grade }) => `${names.area(area)}: ${names.grade(grade, scale)}`);
  const moved = [
    previousGrade === null ? '' : `before: ${names.grade(previousGrade, null)}`,
    direction === null ? '' : directionName(direction),
    streak === null ? '' : `${streak} times in a row`,
  ].filter(Boolean);
  const known = [
    claim.framework === null ? '' : `framework: ${frameworkWords(claim.framework, claim.frameworkVersion, names)}`,
    inspected === null ? '' : `inspected: ${rangeWords(inspected)}`,
    published === null ? '' : `published: ${published}`,
  ].filter(Boolean);
  const others = claim.jointWith.map((slug) => names.authority(slug).shortName);
  return [
    ...areas,
    ...(others.length ? [`judged together with ${listWords(others)}`] : []),
    ...(moved.length ? [moved.join(', ')] : []),
    ...(known.length ? [known.join('; ')] : []),
    ...(claim.distinctions ?? []).map((said) => `said to be: ${distinctionWords(said, scale, names)}`),
    ...(register.match === 'none' ? [] : [registerWords(register, names)]),
  ];
}

function registerWords(register: Claim['register'], names: Names): string {
  const { judgement, previousGrade, direction } = register;
  const added = [
    judgement ?? '',
    previousGrade === null ? '' : `before: ${names.grade(previousGrade, null)}`,
    direction === null ? '' : directionName(direction),
  ].filter(Boolean);
  return `register: ${registerMatchName(register)}${added.length ? ` (${added.join(', ')})` : ''}`;
}

/**
 * Cuts the title or text at every end of evidence. Evidence whose quote is not what stands there is left out: it cannot
 * be shown in this text. Joined, the pieces are the field again.
 */
export function piecesOf(
  article: Pick<ArticleText, 'title' | 'text'>,
  field: 'title' | 'text',
  findings: readonly Finding[],
): Piece[] {
  const whole = article[field];
  const opens = new Map<number, Finding[]>();
  const closes = new Map<number, Finding[]>();
  const at = (map: Map<number, Finding[]>, place: number, finding: Finding) => {
    const there = map.get(place);
    if (there) there.push(finding);
    else map.set(place, [finding]);
  };
  for (const finding of findings)
    for (const { field: of, start, end, quote } of finding.evidence) {
      if (of !== field || start >= end || whole.slice(start, end) !== quote) continue;
      at(opens, start, finding);
      at(closes, end, finding);
    }
  const cuts = [...new Set([0, ...opens.keys(), ...closes.keys(), whole.length])].sort((a, b) => a - b);
  // Counted, since two pieces of evidence of one finding may overlap.
  const open = new Map<Finding, number>();
  const pieces: Piece[] = [];
  for (const [index, start] of cuts.entries()) {
    for (const finding of closes.get(start) ?? []) open.set(finding, (open.get(finding) ?? 0) - 1);
    for (const finding of opens.get(start) ?? []) open.set(finding, (open.get(finding) ?? 0) + 1);
    const end = cuts[index + 1];
    if (end === undefined) break;
    const on = findings.filter((finding) => (open.get(finding) ?? 0) > 0);
    const kind = FINDING_KINDS.find((candidate) => on.some((finding) => finding.kind === candidate)) ?? null;
    const ends = [...new Set((closes.get(end) ?? []).map(({ label }) => label))].sort();
    pieces.push({ text: whole.slice(start, end), kind, on: on.map(({ label }) => label), ends });
  }
  return pieces;
}
