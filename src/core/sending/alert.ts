/**
 * What an alert says, decided once and then laid out for each channel.
 * What a reader must find stands in the product's notes on what journalists and analysts need: the sentence quoted and
 * the official link first; codes, dates, areas and the grade before; sources in order of trust; why it came.
 */
import { allQuotes, quotedReport } from '../deciding-quote.ts';
import type { Criteria, Day, JudgementEvent, RegisterJudgement } from '../types.ts';
import { alertFooter } from './alert-footer.ts';
import { correctionWords } from './correction-words.ts';
import { disputedWords } from './disputed-words.ts';
import { distinctionLine } from './distinction-words.ts';
import {
  changeWords,
  eventLine,
  firstSeen,
  frameworkWords,
  type JudgementBefore,
  overallToldWords,
  previousWords,
  publishedWords,
  quotedFrom,
  SAMPLE_LINE,
  setRightWords,
  standingWords,
  surenessWords,
  verdictWords,
} from './event-words.ts';
import { areasInOrder } from './in-order.ts';
import type { Block, Letter, Linked } from './letter.ts';
import { dayWords, listWords, momentWords, movement, type Names, rangeWords } from './names.ts';
import { reasonSentence } from './put-right.ts';
import { registerMatchWords } from './register-words.ts';
import { criteriaWords } from './route.ts';
import { headerText, noteLine, oneLine, safeUrl, shorten } from './safe.ts';
import { leadSource, type NamedSource, sourceList, sourcesTitle, speakerOf } from './sources-named.ts';
import { takenBackWords } from './taken-back.ts';
import { apartMark, otherLink } from './told-apart.ts';
import type { WasTold } from './was-told.ts';

/** What there is to tell: `first`, or `correction-<n>` with what readers were told before. */
export interface ToldNotice {
  notice: string;
  was: WasTold | null;
}

/** The reader's side: what was asked for, since when, and the reader's own note. */
export interface Asked {
  id: string;
  criteria: Criteria;
  since: Day;
  note: string | null;
}

export interface AlertLinks {
  /** The event's page. */
  event: string;
  /** The page of the judgement it was told apart from; left out where there is none. */
  other?: string | null;
  /** The inspectorate's own report, when known. */
  official: string | null;
  /** Where a reader finds whom to tell that something is wrong; null where nobody is named. */
  reportError: string | null;
  preferences: string | null;
  unsubscribe: string | null;
}

export interface AlertInput {
  event: JudgementEvent;
  notice: ToldNotice;
  subscription: Asked;
  names: Names;
  links: AlertLinks;
  /** The judgement before, from the register. */
  previous?: JudgementBefore | null;
  /** The row of the register that is of the same inspection. */
  registered?: RegisterJudgement | null;
  /** The whole sentence the decision rests on, when the article is at hand; else the evidence itself is quoted. */
  sentence?: string | null;
  /** Name of a trust that runs the service for the authority. */
  deliveredBy?: string | null;
  /** In a message of a day: what was put right of it after that day was over, before the message was made. */
  putRightSince?: PutRightSince | null;
  /** A demonstration: every message says so. */
  sample?: boolean;
}

export interface PutRightSince {
  /** As it stood when the day was over. */
  was: WasTold;
  /** When it was put right last. */
  at: Date;
}

export interface AlertContent {
  subject: string;
  /** The subject without marks of sample or correction. */
  title: string;
  sample: string | null;
  correction: string | null;
  /** Why it was taken back or put right, where a person did. */
  reason: string | null;
  /** That its grade is in dispute, and who says what; null where it is not. */
  disputed: string | null;
  /** Null where it no longer stands. */
  verdict: { label: string; text: string } | null;
  areas: { label: string; value: string }[];
  facts: { label: string; value: string }[];
  /** Why a person says otherwise than the quotes. */
  setRight: string | null;
  quotes: string[];
  /** Whose words the quotes are, where several reports might be meant, and that they are not what stands, where they are not. */
  quotedFrom: string | null;
  /** That the source quoted tells a grade that is not given. */
  quoteNote: string | null;
  /** The report that is quoted, else the most trusted one; null where there is none. */
  lead: NamedSource | null;
  sources: NamedSource[];
  /** Above them. */
  sourcesTitle: string;
  official: string | null;
  /** The judgement it was told apart from. */
  other: Linked[];
  why: string;
  note: string | null;
  links: AlertLinks;
}

const MOST_SOURCES = 8;
const MOST_QUOTES = 2;
const QUOTE_CHARS = 600;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const beforeWords = ({ event, names, previous }: AlertInput): string =>
  previousWords(event, previous ?? null, names) ??
  (movement(event).direction === 'first' ? 'none: first judgement of this kind' : 'not known');

/** What is known of a judgement that stands. */
function standingFacts(input: AlertInput): [string, string | null][] {
  const { event, names } = input;
  const seen = firstSeen(event.reports);
  return [
    ['Framework', frameworkWords(event, names)],
    ['Previous grade', beforeWords(input)],
    ['Change', changeWords(event, names) ?? 'not known'],
    ['Inspected', event.inspected === null ? 'not known' : rangeWords(event.inspected)],
    ['Published', publishedWords(event)],
    ['First seen', seen === null ? null : `${momentWords(seen)} (London)`],
    ['Said to be', event.distinctions?.map((claim) => distinctionLine(event, claim, names)).join('; ') ?? null],
    ['Status', standingWords(event, names)],
    ['Register', event.register.readFrom ? registerMatchWords(event.register) : null],
    ['Confidence', surenessWords(event)],
  ];
}

function facts(input: AlertInput): { label: string; value: string }[] {
  const { event, names } = input;
  const authority = names.authority(event.authority);
  const codes = [authority.gssCode && `GSS ${authority.gssCode}`, authority.laCode && `LA ${authority.laCode}`].filter(
    Boolean,
  );
  const takenBack = takenBackWords(event);
  const rows: [string, string | null][] = [
    ['Authority', `${authority.officialName} (${[authority.type, authority.region].filter(Boolean).join(', ')})`],
    ['Codes', codes.length === 0 ? null : [...codes, event.authority].join(', ')],
    [
      'Judged with',
      event.jointWith.length === 0 ? null : listWords(event.jointWith.map((slug) => names.authority(slug).shortName)),
    ],
    ['Delivered by', input.deliveredBy ?? null],
    ['Inspectorate', names.inspectorate(event.inspectorate)],
    ['Service', names.service(event.service)],
    ...(takenBack
      ? ([
          [takenBack.label, verdictWords(event, names)],
          // What was never judged was never published.
          ['Published', event.status === 'retracted' ? null : publishedWords(event)],
        ] satisfies typeof rows)
      : standingFacts(input)),
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value: oneLine(value) }]));
}

/** Whether it tells of something told before that it is not so. */
export const isPutRight = ({ event, notice }: Pick<AlertInput, 'event' | 'notice'>): boolean =>
  notice.notice !== 'first' || takenBackWords(event) !== null;

/** An alert in one line: the event, marked as a correction, or as another than it looks like; one taken back says so itself. */
export function alertLine({ event, notice, names }: Pick<AlertInput, 'event' | 'notice' | 'names'>): string {
  const mark = notice.notice !== 'first' ? 'Correction: ' : apartMark(event);
  return `${takenBackWords(event) ? '' : mark}${eventLine(event, names)}`;
}

/** The subject of an alert, header-safe, marked as sample where it is one. */
const subjectOf = (input: AlertInput): string => headerText(`${input.sample ? '[Sample] ' : ''}${alertLine(input)}`);

/** Grades of areas are not called the overall one. */
function verdictLabel({ headlines, grade, judgements }: JudgementEvent): string {
  if (headlines.length > 1) return 'Headline grades';
  return headlines.length === 0 && grade === null && judgements.length > 0 ? 'Area grades' : 'Overall grade';
}

/** What a judgement says, as it stands: not said of one that was taken back. */
function standingContent({ event, names, sentence }: AlertInput): Pick<AlertContent, 'verdict' | 'areas' | 'quotes'> {
  const quotes = sentence ? [sentence] : allQuotes(event);
  return {
    verdict: { label: verdictLabel(event), text: capital(verdictWords(event, names)) },
    areas: areasInOrder(event.judgements, event, names).map(({ area, grade }) => ({
      label: capital(names.area(area)),
      value: names.grade(grade, event.scale),
    })),
    quotes: [...new Set(quotes.map((quote) => shorten(oneLine(quote), QUOTE_CHARS)))].slice(0, MOST_QUOTES),
  };
}

/** Beside one source nobody asks whose words are quoted. */
function quotedFromWords(event: JudgementEvent): string | null {
  const report = event.reports.length > 1 ? quotedReport(event) : null;
  return [quotedFrom(event), report && speakerOf(report)].filter(Boolean).join(': ') || null;
}

/** Everything an alert says, in display words, cleaned of control characters; renderers only lay it out and escape. */
export function alertContent(input: AlertInput): AlertContent {
  const { event, names, links, subscription } = input;
  const takenBack = takenBackWords(event);
  const sources = sourceList(event, names, MOST_SOURCES);
  const hidden = event.reports.length - sources.length;
  return {
    subject: subjectOf(input),
    title: eventLine(event, names),
    sample: input.sample ? SAMPLE_LINE : null,
    correction: correctionWords(input),
    reason: isPutRight(input) ? reasonSentence(event, input.notice.was) : null,
    disputed: disputedWords(event, names, input.registered),
    ...(takenBack ? { verdict: null, areas: [], quotes: [] } : standingContent(input)),
    facts: facts(input),
    setRight: takenBack ? null : setRightWords(event, names),
    quotedFrom: quotedFromWords(event),
    quoteNote: takenBack ? null : overallToldWords(event, names),
    lead: leadSource(event, names),
    sourcesTitle: takenBack?.sources ?? sourcesTitle(event, names),
    sources:
      hidden > 0 ? [...sources, { text: `and ${hidden} more`, url: links.event, note: null, tier: 'other' }] : sources,
    official: safeUrl(links.official),
    other: otherLink(event, links.other),
    why: `${input.notice.notice === 'first' ? 'You' : 'We told you of it, as you'} asked for ${criteriaWords(subscription.criteria, names)}, since ${dayWords(subscription.since)}.`,
    note: noteLine(subscription.note),
    links,
  };
}

/** The alert as a letter: `letterText` and `letterHtml` make mail of it. */
export function alertLetter(content: AlertContent, footer: Letter['footer'] = alertFooter(content)): Letter {
  const blocks: Block[] = [];
  if (content.sample) blocks.push({ kind: 'banner', text: content.sample });
  if (content.correction) blocks.push({ kind: 'banner', text: content.correction });
  if (content.reason) blocks.push({ kind: 'paragraph', text: content.reason });
  if (content.disputed) blocks.push({ kind: 'banner', text: content.disputed });
  if (content.verdict) blocks.push({ kind: 'verdict', ...content.verdict });
  if (content.setRight) blocks.push({ kind: 'paragraph', text: content.setRight });
  for (const text of content.quotes) blocks.push({ kind: 'quote', text, source: content.quotedFrom });
  if (content.quoteNote) blocks.push({ kind: 'paragraph', text: content.quoteNote });
  blocks.push({
    kind: 'items',
    items: [
      ...(content.official ? [{ text: 'Official report', url: content.official }] : []),
      { text: 'Everything we know about this judgement', url: content.links.event },
      ...content.other,
    ],
  });
  if (content.areas.length > 0)
    blocks.push({ kind: 'section', title: 'By area' }, { kind: 'facts', rows: content.areas });
  blocks.push({ kind: 'section', title: 'Details' }, { kind: 'facts', rows: content.facts });
  if (content.sources.length > 0)
    blocks.push({ kind: 'section', title: content.sourcesTitle }, { kind: 'items', items: content.sources });
  return { subject: content.subject, title: content.title, blocks, footer };
}
