/**
 * The nouns of the product. Everything else is a verb over these.
 *
 * Longer than most files: the nouns refer to each other and are read together.
 *
 * Days are `"2026-11-21"` strings in Europe/London; moments are `Date` in UTC; every interval is half-open `[from, until)`.
 * Authorities, inspectorates, services, areas and grades travel as ids; display names come from `sending/names.ts`.
 */

/** A calendar day in Europe/London, ISO form. */
export type Day = string;
export interface DayRange {
  from: Day;
  until: Day;
}

export const INSPECTORATES = ['ofsted', 'cqc', 'hmi_probation', 'rsh', 'ofsted_cqc', 'hmicfrs', 'other'] as const;
export type Inspectorate = (typeof INSPECTORATES)[number];

export const SERVICES = [
  'childrens_services',
  'adult_social_care',
  'youth_justice',
  'housing',
  'send',
  'other',
] as const;
export type Service = (typeof SERVICES)[number];

export const SUBJECTS = ['authority', 'provider', 'policy', 'recruitment', 'statistics', 'visit', 'other'] as const;
export type Subject = (typeof SUBJECTS)[number];

export type Direction = 'up' | 'down' | 'same' | 'first';
export type GradeState = 'given' | 'none_by_framework' | 'not_stated' | 'two_headlines' | 'off_scale';
export type GradesReported = 'overall+areas' | 'overall' | 'areas_only' | 'headlines' | 'none';

/** Words a claim rests on. `quote` equals `field.slice(start, end)`, offsets in UTF-16 code units. */
export interface Evidence {
  rule: string;
  field: 'title' | 'text';
  start: number;
  end: number;
  quote: string;
  /** In an event: the finding whose words these are. */
  finding?: string;
}

export interface Headline {
  /** `overall`, or for 2009-2012 reports `safeguarding` and `looked_after_children`. */
  remit: string;
  grade: string;
}

/** A grade for one judgement area; `evidence` are indexes into the evidence list of the claim that holds it. */
export interface AreaJudgement {
  area: string;
  grade: string;
  evidence: number[];
}

/**
 * What a text says sets a judgement apart: "only the second council in the country to be outstanding twice in a row".
 * What is not said is null; `place` is an id of `config/rules/distinction-words.yaml`.
 */
export interface Distinction {
  /** `nth` council to have done it, the `only` one, or `one_of` several. */
  rank: 'nth' | 'only' | 'one_of';
  /** How many have: n of the nth and of one of n, 1 of the only one; null for "one of a few". */
  number: number | null;
  place: string | null;
  /** Year counted from. */
  since: number | null;
  /** Counted under the framework of the judgement. */
  underFramework: boolean;
  grade: string;
  /** The one area the grade is of; null for the headline. */
  area: string | null;
  everyArea: boolean;
  /** That many times in a row. */
  inARow: number | null;
  /** The grade it rose or fell from. */
  from: string | null;
  /** The sentence that says it. */
  evidence: Evidence;
  /** In an event: the findings that say so, the one whose words the evidence is first. */
  findings?: string[];
}

/** What the register of published judgements adds to a claim; never mixed with what the text says. */
export interface RegisterView {
  match: 'confirmed' | 'unpublished' | 'contradicting' | 'recycled' | 'none';
  /** id of the matching row of the register. */
  judgement: string | null;
  previousGrade: string | null;
  direction: Direction | null;
  streak: number | null;
  /** Where that row was read, if not from the inspectorate: it confirms nothing. */
  readFrom?: ReadElsewhere;
}
export type ReadElsewhere = 'council' | 'press';

/**
 * One inspection judgement of one authority, as a text states it. The public shape of an event (see
 * `config/schema/event.json`) is this plus, once stored, its key, status and reports.
 */
export interface Claim {
  authority: string;
  jointWith: string[];
  inspectorate: Inspectorate;
  service: Service;
  /** Family of frameworks (`ilacs`, `sif`, `slac` ...), null where the text does not tell. */
  framework: string | null;
  frameworkVersion: string | null;
  scale: string | null;
  /** The only headline, or the one the article leads with; null where there is none. */
  grade: string | null;
  gradeState: GradeState;
  gradesReported: GradesReported;
  headlines: Headline[];
  /** The overall grade that the text tells though its framework gives none; left out where it tells none. */
  overallTold?: string;
  /** Grades that the article's title and its text give where they differ; left out where they agree. */
  atOdds?: { title: string; text: string };
  judgements: AreaJudgement[];
  previousGrade: string | null;
  direction: Direction | null;
  /** nth consecutive time of this grade, as the text states it ("second time in a row" is 2). */
  streak: number | null;
  inspected: DayRange | null;
  published: Day | null;
  publishedWithin: (DayRange & { basis: 'stated' | 'inferred' }) | null;
  register: RegisterView;
  /** 0 to 1. */
  confidence: number;
  evidence: Evidence[];
  /** What the text says sets it apart; left out where nothing does. */
  distinctions?: Distinction[];
}

/** An earlier judgement that a text states in passing. */
export interface HistoryEntry {
  authority: string;
  inspectorate: Inspectorate;
  service: Service;
  grade: string;
  year: number | null;
  evidence: Evidence[];
}

/** Inspection activity that gives no grade. */
export interface UngradedActivity {
  authority: string;
  kind: 'focused_visit' | 'monitoring_visit' | 'send_outcome' | 'jtai' | 'withdrawn_report';
  outcome: string | null;
  evidence: Evidence[];
}

/** A mention that was looked at and not taken. `code` is a stable word, `reason` a sentence. */
export interface Rejection {
  authority: string | null;
  code: string;
  reason: string;
  evidence: Evidence[];
}

/** What a person sends in, and what a poll leaves behind: the text to judge and what is known about it. */
export interface ArticleText {
  id: string;
  url: string | null;
  publisher: string | null;
  /** ISO day or date-time; null where unknown. Never the time of ingest. */
  published: string | null;
  title: string;
  text: string;
  /** The authority whose own source carried the article: a prior for who, never for which grade. */
  homeAuthority: string | null;
}

/** The verdict on one article: the line `classify --jsonl` writes. */
export interface Assessment {
  v: 1;
  id: string;
  relevant: boolean;
  subject: Subject;
  rulesVersion: string;
  /** Claims of a current judgement at or above the confidence threshold. */
  events: Claim[];
  /** The same shape, below the threshold: waits for a person. */
  review: Claim[];
  notices: UngradedActivity[];
  history: HistoryEntry[];
  rejected: Rejection[];
}

// ---- authorities and the register ----------------------------------------------------------------------------------

export interface Authority {
  slug: string;
  officialName: string;
  shortName: string;
  type: string;
  region: string;
  gssCode: string | null;
  laCode: string | null;
  validFrom: Day | null;
  validTo: Day | null;
  successors: string[];
  website: string | null;
}

/** One published judgement: a row of the register. Joint reports are one row per authority with one `reportId`. */
export interface RegisterJudgement {
  id: string;
  reportId: string;
  authority: string;
  inspectorate: Inspectorate;
  service: Service;
  framework: string;
  inspected: DayRange | null;
  /** Exact day when known; else null and `publishedWithin` holds the month. */
  published: Day | null;
  publishedWithin: DayRange | null;
  gradesReported: GradesReported;
  scale: string | null;
  headlines: Headline[];
  judgements: { area: string; grade: string }[];
  sourceUrl: string | null;
  /** A council's page or the press, where it was not read from the inspectorate: no official record. */
  readFrom?: ReadElsewhere;
  basis: string;
  confidence: 'high' | 'medium' | 'low';
  note: string | null;
}

// ---- events ---------------------------------------------------------------------------------------------------------

export const STATUSES = [
  'reported',
  'corroborated',
  'confirmed',
  'disputed',
  'corrected',
  'retracted',
  'withdrawn',
] as const;
export type EventStatus = (typeof STATUSES)[number];

/** How much a report weighs: the inspectorate itself first. */
export type Tier = 'inspectorate' | 'council' | 'trade' | 'local' | 'other';

/** One article's claim as correlation sees it. */
export interface Report {
  /** Stable id of the finding: article revision plus position. */
  findingId: string;
  articleId: string;
  claim: Claim;
  /** The authority's earlier judgements the same article states. */
  history: HistoryEntry[];
  title: string;
  url: string | null;
  publisher: string | null;
  tier: Tier;
  /** The article's publication day, null where unknown. */
  articleDay: Day | null;
  /** When we first saw it: used for "first reported by", never for identity. */
  firstSeen: Date;
  /** Article this one copies (near-duplicate), itself when original. A copy corroborates nothing. */
  copyOf: string | null;
  /** Article that text was taken from, of which this is a copy or which it uses in part, and the share taken, 0 to 1. */
  takenFrom?: string;
  share?: number;
  /** What a person did with the finding: took it as it was, or said what it should have said. */
  person?: 'accepted' | 'changed';
  setRight?: SetRight;
}

/** A person said that a judgement is another than its article told. */
export interface SetRight {
  /** In the person's words; readers see it. */
  reason: string;
  /** What the article told. */
  headlines: Headline[];
}

/** One published judgement, joined from all reports of it: what is stored, shown and alerted. */
export interface JudgementEvent extends Claim {
  v: 1;
  key: string;
  status: EventStatus;
  /** Of what is `corrected`: the status that its reports give it. */
  reportStatus?: EventStatus;
  held: boolean;
  /** Publication as best known: the report's date, else the earliest article's, else null. */
  day: Day | null;
  dayBasis: 'report' | 'register' | 'article' | 'unknown';
  /** Where only the month or year of publication is known: the first day after it. */
  dayUntil: Day | null;
  /** Year of the grade before, where a report tells it. */
  previousYear?: number;
  /** The evidence is what the article told; a person says otherwise. */
  setRight?: SetRight;
  /** Why a person took it back; readers see it. */
  takenBackReason?: string;
  /** Why a person rejected, changed, told apart or put together reports of it, or took that back, where it corrected what had been told; readers see it. */
  correctedReason?: string;
  /** Why a person put it together with what had been told as another judgement, or took that back; whoever was told of that sees it. */
  joinedReason?: string;
  /** A person told its first report apart from those of another judgement, where that is known; readers see why. */
  toldApart?: { reason: string; of: OtherJudgement | null };
  /** Readers were told of it, and every report left waits for a person again: nothing is claimed until one has ruled. */
  waits?: true;
  /** Findings that make it up, most trusted source first. */
  reports: EventReport[];
  conflicts: { field: string; values: { value: string; findings: string[] }[] }[];
}

/** What is said of a judgement from which another was told apart. */
export interface OtherJudgement extends Pick<JudgementEvent, 'key' | 'headlines' | 'day' | 'dayUntil'> {
  /** Where its grade is in dispute: every grade that reports give it, the one that is shown first; one alone where the official record says otherwise. */
  disputed?: { remit: string; grades: string[] }[];
}

/** The same once it is part of an event, which holds what it claims. */
export type EventReport = Omit<Report, 'claim' | 'history'>;

// ---- sources --------------------------------------------------------------------------------------------------------

export const SOURCE_KINDS = [
  'council',
  'inspectorate',
  'government',
  'sector',
  'newspaper',
  'broadcaster',
  'other',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
export const SOURCE_FORMATS = ['rss', 'atom', 'rdf', 'json', 'html', 'sitemap', 'mail'] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];
export const SOURCE_STATUSES = ['seen', 'listed', 'blocked', 'dead', 'resting', 'retired', 'paused', 'added'] as const;
export type SourceStatus = (typeof SOURCE_STATUSES)[number];

/** A row of `config/sources.csv`: what is proposed; the stored row rules. */
export interface SourceProposal {
  id: string;
  name: string;
  url: string;
  kind: SourceKind;
  format: SourceFormat;
  authority: string | null;
  status: SourceStatus;
  /** What may be done with its text: `headline-and-link`, `text` ... */
  terms: string;
  note: string | null;
  /** What the terms rest on. */
  basis?: string | null;
  /** Where the address was found. */
  evidence?: string | null;
}

export interface Coded {
  code: string;
  message: string;
}

/** A feed, list page or sitemap, parsed: what `feeds parse` prints. Links are absolute http(s) or null. */
export interface ParsedFeed {
  format: SourceFormat;
  title: string | null;
  link: string | null;
  entries: ParsedEntry[];
  warnings: Coded[];
  /** What the feed says of its own pace. */
  rhythm?: Rhythm;
  /** Next page of a list or feed (RFC 5005). */
  next?: string;
  /** WebSub hub and the topic it knows the feed by. */
  hub?: string;
  self?: string;
  /** Sitemaps a sitemap index lists, newest first. */
  children?: { url: string; modified: string | null }[];
}
/** Floors for polling, as a feed states them. Hours are 0 to 23 in GMT; days are lower-case English names. */
export interface Rhythm {
  ttlMinutes: number | null;
  updateMinutes: number | null;
  skipHours: number[];
  skipDays: string[];
}
export interface ParsedEntry {
  id: string | null;
  title: string;
  link: string | null;
  /** Plain text. */
  summary: string | null;
  /** HTML as carried by the feed. */
  content: string | null;
  /** ISO UTC, null where there is none or it cannot be read. */
  published: string | null;
  publishedFrom: string | null;
  authors: string[];
  /** When the entry says it was last changed, ISO UTC. */
  updated?: string;
}

/** The readable text of a page and its metadata: what `extract` prints. */
export interface ExtractedPage {
  url: string | null;
  title: string;
  text: string;
  byline: string | null;
  publisher: string | null;
  published: string | null;
  modified: string | null;
  lang: string | null;
  canonical: string | null;
  engine: string;
  confidence: number;
  /** Who wrote it, as far as the byline and publisher tell. */
  bylineKind?: BylineKind | null;
  /** Where the dates stand: `json-ld meta time text page`. */
  publishedFrom?: string | null;
  modifiedFrom?: string | null;
  /** Addresses of the inspectorate's own report that the article links to. */
  reportLinks?: string[];
}

export type BylineKind = 'local_democracy_reporter' | 'agency' | 'press_office' | 'staff';

// ---- subscriptions --------------------------------------------------------------------------------------------------

/**
 * What a subscription asks for. Empty list = any. All that are given must hold; further, when given, at least one of
 * `anyOf` and none of `except`, which nest (see `criteriaFaults` for the bounds).
 */
export interface Criteria {
  authorities: string[];
  regions: string[];
  inspectorates: string[];
  services: string[];
  /** Any headline grade; `none` stands for an event without a headline grade. */
  grades: string[];
  directions: Direction[];
  statuses?: EventStatus[];
  anyOf?: Criteria[];
  except?: Criteria[];
}
export const CHANNELS = ['mail', 'webhook', 'slack', 'teams', 'push'] as const;
export type Channel = (typeof CHANNELS)[number];
export const CADENCES = ['event', 'day', 'week'] as const;
export type Cadence = (typeof CADENCES)[number];
/** Whoever does not say how often is told of each. */
export const USUAL_CADENCE: Cadence = 'event';
