/** Judgements as the terminal shows them: many in a table, one in full. */
import type { FormerEvent } from '../adapters/store/former-events.ts';
import { quotedReport } from '../core/deciding-quote.ts';
import { type PersonDecision, takenBack } from '../core/events/decisions.ts';
import { inMarks, withoutListMark } from '../core/quotation.ts';
import { fieldWords, valueWords, whoSays } from '../core/sending/conflict-words.ts';
import { distinctionLine } from '../core/sending/distinction-words.ts';
import {
  changeWords,
  eventLine,
  frameworkWords,
  overallToldWords,
  previousWords,
  publishedWords,
  quotedFrom,
  setRightWords,
  surenessWords,
  takenWords,
  toldOnceWords,
} from '../core/sending/event-words.ts';
import { areasInOrder, conflictsInOrder } from '../core/sending/in-order.ts';
import {
  listWords,
  momentWords,
  type Names,
  publicationIso,
  rangeWords,
  statusWords,
  tierName,
} from '../core/sending/names.ts';
import { registerHas, registerMatchWords } from '../core/sending/register-words.ts';
import { oneLine } from '../core/sending/safe.ts';
import { speakerOf } from '../core/sending/sources-named.ts';
import { takenBackWords } from '../core/sending/taken-back.ts';
import type { JudgementEvent, RegisterJudgement } from '../core/types.ts';
import type { ReportSetRight } from '../steps/set-right.ts';
import type { Said } from '../steps/who-said.ts';
import { labelled, wrap } from './wrap.ts';

const INDENT = 12;

/** Two parts each: what was judged, and below it how sure we are and the key that `events show` takes. */
export function eventTable(events: JudgementEvent[], names: Names, width: number): string {
  if (events.length === 0) return 'No judgements.';
  const entries = events.map((event) => {
    const reports = event.reports.length === 1 ? 'one report' : `${event.reports.length} reports`;
    const state = `${reports}, ${event.status}${event.held ? ', held by a person' : ''}`;
    return [
      `${(publicationIso(event) ?? 'no date').padEnd(INDENT)}${wrap(eventLine(event, names), INDENT, width)}`,
      `${' '.repeat(INDENT)}${wrap(`${state}; ${event.key}`, INDENT, width)}`,
    ].join('\n');
  });
  return `${entries.join('\n')}\n${events.length === 1 ? 'One judgement' : `${events.length} judgements`}; gradewatch events show KEY prints one in full`;
}

interface Told {
  event: JudgementEvent;
  /** The judgement before, where the register holds it. */
  preceding: RegisterJudgement | null;
  /** The row of the register that is of the same inspection. */
  registered: RegisterJudgement | null;
  said: Said | null;
  setRight: Map<string, ReportSetRight>;
  decisions: PersonDecision[];
  /** Address of the inspectorate's own report. */
  official: string | null;
  /** Addresses of inspectorates' reports its articles link to, besides. */
  linked: string[];
}

/** One judgement in full: what it says, what that rests on, who reports it, what people decided of it. */
export function eventText(told: Told, names: Names, width: number): string {
  const { event, said, decisions, linked } = told;
  const quoted = quotedReport(event);
  const indented = (text: string) => `  ${wrap(text, 4, width)}`;
  return [
    wrap(eventLine(event, names), 0, width),
    labelled(factsOf(told, names), width),
    ...section(
      'Grades by area',
      areasInOrder(event.judgements, event, names).map(({ area, grade }) =>
        indented(`${names.area(area)}: ${names.grade(grade, event.scale)}`),
      ),
    ),
    ...section(
      'Set right',
      [setRightWords(event, names)].flatMap((words) => (words ? [indented(words)] : [])),
    ),
    ...section(
      `${quotedFrom(event) ?? 'Evidence'}${quoted && event.reports.length > 1 ? `, in ${speakerOf(quoted)}` : ''}`,
      [
        ...event.evidence.map(({ quote, rule }) => indented(`${inMarks(oneLine(withoutListMark(quote)))} (${rule})`)),
        ...[overallToldWords(event, names)].flatMap((words) => (words ? [indented(words)] : [])),
      ],
    ),
    ...section(
      `Who said what${said ? `, in ${oneLine(said.report.publisher || said.report.title || 'a report without headline')}` : ''}`,
      (said?.sayings ?? []).map(({ quote, name, role }) =>
        indented(`“${oneLine(quote)}” – ${oneLine(name ? `${name}, ${role}` : role)}`),
      ),
    ),
    ...section(
      'Said to set it apart',
      (event.distinctions ?? []).map((claim) =>
        indented(`${distinctionLine(event, claim, names)}: “${oneLine(claim.evidence.quote)}”`),
      ),
    ),
    ...section(
      'Reports disagree',
      conflictsInOrder(event, names).map((conflict) => indented(conflictWords(event, conflict, names))),
    ),
    ...section(
      'Reports, most trusted first',
      event.reports.map((report) => reportText(report, told, width)),
    ),
    ...section(
      'Inspectorates’ reports these link to, not among them',
      linked.map((address) => `  ${oneLine(address)}`),
    ),
    ...decisionLines(decisions, width),
  ].join('\n');
}

/** What is known of the judgement, a line each. */
function factsOf({ event, preceding, registered, official }: Told, names: Names): (readonly [string, string])[] {
  const takenBack = takenBackWords(event);
  const has = registerHas(event, registered, names)?.grades;
  const register = [registerMatchWords(event.register), event.register.judgement, has && `which has ${has}`];
  return [
    ['key', event.key],
    ...(takenBack?.reason ? [['taken back', takenBack.reason] as const] : []),
    ['status', `${statusWords(event)}${event.held ? '; held' : ''}`],
    ['framework', frameworkWords(event, names)],
    ...(event.jointWith.length > 0
      ? [['judged with', listWords(event.jointWith.map((slug) => names.authority(slug).shortName))] as const]
      : []),
    ['published', publishedWords(event)],
    ['inspected', event.inspected ? rangeWords(event.inspected) : 'not stated'],
    ['register', register.filter(Boolean).join(', ')],
    ['grade before', previousWords(event, preceding, names) ?? 'not known'],
    ['change', changeWords(event, names) ?? 'not known'],
    ...(takenBack ? [] : [['confidence', surenessWords(event)] as const]),
    ['official report', official === null ? 'none known' : oneLine(official)],
  ];
}

/** "overall grade: good (Northshire Gazette) against outstanding (Northshire Council)" */
function conflictWords(
  event: JudgementEvent,
  { field, values }: JudgementEvent['conflicts'][number],
  names: Names,
): string {
  const said = values.map((one) => `${valueWords(field, one.value, event, names)} (${whoSays(field, one, event)})`);
  return `${fieldWords(field)}: ${said.join(' against ')}`;
}

function reportText(report: JudgementEvent['reports'][number], { event, setRight }: Told, width: number): string {
  const taken = takenWords(report, event.reports);
  const tier = report.tier === 'other' ? '' : ` (${tierName(report.tier)})`;
  const line = `${report.title || 'without headline'} – ${report.publisher ?? 'unknown'}${tier}, ${report.articleDay ?? 'no date'}${taken ? `; ${taken}` : ''}`;
  const set = setRight.get(report.findingId);
  const right = [
    set?.words,
    ...(set?.quotes ?? []).map((quote) => `What the article said: ${inMarks(oneLine(quote))}`),
  ];
  return [
    `  ${wrap(line, 4, width)}`,
    `    finding ${report.findingId}`,
    ...(report.url ? [`    ${oneLine(report.url)}`] : []),
    ...right.flatMap((words) => (words ? [`    ${wrap(words, 4, width)}`] : [])),
  ].join('\n');
}

/** What stood under a key of which no event is made now. */
export function formerText(former: FormerEvent, names: Names, width: number): string {
  const { authority, inspectorate, service, state, since, reports, rejectedAt, told } = former;
  const what = `${names.authority(authority).shortName}: ${state === 'waits_for_review' ? 'waits for review' : 'no judgement stands here'} (${names.inspectorate(inspectorate)}, ${names.service(service)})`;
  return [
    wrap(what, 0, width),
    labelled(
      [
        ['key', former.key],
        ['since', momentWords(since)],
        ...(rejectedAt ? [['rejected by a person', momentWords(rejectedAt)] as const] : []),
      ],
      width,
    ),
    ...section('Told before', told ? [`  ${wrap(toldOnceWords(told, names), 4, width)}`] : []),
    ...section(
      'Reports a person is to decide on',
      reports.map(
        ({ title, publisher, findingId }) =>
          `  ${wrap(`${title || 'without headline'} – ${publisher ?? 'unknown'}`, 4, width)}\n    gradewatch review accept, change or reject ${findingId}`,
      ),
    ),
  ].join('\n');
}

function decisionLines(decisions: PersonDecision[], width: number): string[] {
  const undone = takenBack(decisions);
  return section(
    'Decisions',
    decisions.map(({ id, at, kind, by, reason }) => {
      const line = `${kind} by ${oneLine(by)}: ${oneLine(reason)}${undone.has(id) ? ' (taken back)' : ''}`;
      return `  ${wrap(`${id}  ${at.toISOString().slice(0, 16)}Z  ${line}`, 4, width)}`;
    }),
  );
}

const section = (heading: string, lines: string[]): string[] => (lines.length === 0 ? [] : [`\n${heading}`, ...lines]);
