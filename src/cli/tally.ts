/** What the program did since it started, counted from its log, and the words for it. */
import { counted, momentWords } from '../core/sending/names.ts';
import type { IdleReport } from '../run-to-idle.ts';

/** So many sources without one answer, all for faults on the way there: it is this machine, not they. */
const OFFLINE_AFTER = 5;
const ON_THE_WAY = ['dns', 'connect', 'timeout', 'tls'];
export const OFFLINE =
  'No source answers: is this machine offline, or is a proxy needed (HTTPS_PROXY)? Everything is asked again later.';

export interface Tally {
  polled: number;
  answered: number;
  failed: Map<string, number>;
  /** Left alone: their hosts asked for silence. */
  held: number;
  items: number;
  fresh: number;
  read: number;
  judged: number;
  events: number;
  /** Alerts. */
  sent: number;
  /** Messages of a day, and of a week. */
  summed: { day: number; week: number };
  /** That ask to confirm, or tell what became of what was asked for. */
  letters: number;
}

export const nothingYet = (): Tally => ({
  ...{ polled: 0, answered: 0, failed: new Map(), held: 0, items: 0, fresh: 0, read: 0, judged: 0, events: 0 },
  ...{ sent: 0, summed: { day: 0, week: 0 }, letters: 0 },
});

/** @returns whether the line of progress changed */
export function count(tally: Tally, event: string, fields: Record<string, unknown>): boolean {
  const number = (name: string) => (typeof fields[name] === 'number' ? (fields[name] as number) : 0);
  switch (event) {
    case 'poll-source.done': {
      const outcome = String(fields.outcome);
      tally.polled += 1;
      tally.items += number('items');
      tally.fresh += number('fresh');
      if (['ok', 'not_modified', 'unchanged'].includes(outcome)) tally.answered += 1;
      else if (fields.held === true) tally.held += 1;
      else tally.failed.set(outcome, (tally.failed.get(outcome) ?? 0) + 1);
      return true;
    }
    case 'read-article.done':
    case 'read-report.done':
      tally.read += fields.read === true ? 1 : 0;
      return true;
    case 'assess-article.done':
      tally.judged += 1;
      tally.events += number('newEvents');
      return true;
    case 'send-alerts.done':
      tally.sent += number('sent');
      return true;
    case 'send-digest.done':
      if (fields.of === 'day' || fields.of === 'week') tally.summed[fields.of] += 1;
      return false;
    case 'send-letter.done':
    case 'send-address-letter.done':
      tally.letters += fields.sent === true ? 1 : 0;
      return false;
    default:
      return false;
  }
}

const failures = ({ failed }: Tally) => [...failed.values()].reduce((sum, times) => sum + times, 0);
const isOffline = (tally: Tally) =>
  tally.polled > 0 && tally.answered === 0 && [...tally.failed.keys()].every((why) => ON_THE_WAY.includes(why));
/** Whether enough were asked in vain to say so before the end. */
export const isSurelyOffline = (tally: Tally) => tally.polled >= OFFLINE_AFTER && isOffline(tally);

/** Fits a terminal of 80 columns. */
export function progressLine(tally: Tally): string {
  const { polled, fresh, read, judged, events, sent } = tally;
  return `polled ${polled} (${failures(tally)} failed) | new ${fresh} | read ${read} | judged ${judged} | judgements ${events} | alerts ${sent}`;
}

const sentWords = ({ sent, summed, letters }: Tally): string =>
  [
    counted(sent, 'alert'),
    counted(summed.day, 'message of the day', 'messages of the day'),
    counted(summed.week, 'weekly digest'),
    ...(letters > 0 ? [counted(letters, 'letter')] : []),
  ].join(', ');

/** A line for each kind of what waits; of sources always, as they wait for ever. */
function waitingLines({ sources, pages, alerts, digests, letters }: IdleReport['waiting']): string[] {
  const at = ({ count, first }: { count: number; first: Date | null }) =>
    first ? `, ${count === 1 ? 'at' : 'the first at'} ${momentWords(first)}` : '';
  return [
    `${counted(sources.count, 'source')} for ${sources.count === 1 ? 'its' : 'their'} next time${at(sources)}`,
    ...(pages.count > 0 ? [`${counted(pages.count, 'page')} to be read${at(pages)}`] : []),
    ...(alerts.count > 0 ? [`${counted(alerts.count, 'alert')} to be sent${at(alerts)}`] : []),
    ...(digests.count > 0 ? [`${counted(digests.count, 'digest')} to be sent${at(digests)}`] : []),
    ...(letters.count > 0 ? [`${counted(letters.count, 'letter')} to be sent${at(letters)}`] : []),
  ];
}

/** @param told whether it was said already that no source answers */
export function summaryWords(tally: Tally, waiting: IdleReport['waiting'], told: boolean): string {
  const { polled, answered, failed, held, fresh, read, judged, events } = tally;
  const bad = failures(tally);
  const failedWords = [...failed].map(([why, times]) => `${times} ${why}`).join(', ');
  const silence = held > 0 ? `, ${held} not asked (their hosts want silence)` : '';
  const rows = [
    ['Sources', `${polled} polled: ${answered} answered, ${bad} failed${silence}`],
    ...(bad > 0 ? [['Failed', `${failedWords}; gradewatch feeds list shows each`]] : []),
    ['Articles', `${counted(fresh, 'new item')}, ${counted(read, 'page')} read, ${counted(judged, 'article')} judged`],
    ['Judgements', `${events} found`],
    ['Sent', sentWords(tally)],
    ...waitingLines(waiting).map((line, index) => [index === 0 ? 'Waiting' : '', line]),
  ];
  const text = rows.map(([label = '', value]) => `${label.padEnd(12)}${value}`).join('\n');
  return isOffline(tally) && !told ? `${text}\n${OFFLINE}` : text;
}
