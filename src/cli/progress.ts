/** What a person sees while the program works: one line that redraws on a terminal, plain lines when piped. */
import type { App } from '../app.ts';
import { counted, momentWords } from '../core/sending/names.ts';
import type { Log } from '../ports.ts';
import type { IdleReport } from '../run-to-idle.ts';
import type { Settings } from '../settings.ts';
import type { Io } from './io.ts';

/** Piped output gets a line at most this often. */
const PIPED_LINE_EVERY = 25;
/** So many sources without one answer, all for faults on the way there: it is this machine, not they. */
const OFFLINE_AFTER = 5;
const ON_THE_WAY = ['dns', 'connect', 'timeout', 'tls'];

interface Tally {
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

export interface Progress {
  log: Log;
  opened(app: App, synced: { added: number; updated: number; paused: number }, address: string | null): Promise<void>;
  summary(report: IdleReport): string;
  close(): void;
}

export function makeProgress(io: Io, level: Settings['logLevel']): Progress {
  const tally: Tally = {
    polled: 0,
    answered: 0,
    failed: new Map(),
    held: 0,
    items: 0,
    fresh: 0,
    read: 0,
    judged: 0,
    events: 0,
    sent: 0,
    summed: { day: 0, week: 0 },
    letters: 0,
  };
  let drawn = false;
  let told = false;
  const line = (text: string) => {
    if (drawn) io.stderr('\r\u001b[K');
    drawn = false;
    io.stderr(`${text}\n`);
  };
  const redraw = () => {
    if (level === 'silent') return;
    if (!told && tally.polled >= OFFLINE_AFTER && isOffline(tally)) {
      told = true;
      line(OFFLINE);
    }
    if (io.interactive) {
      io.stderr(`\r\u001b[K${progressLine(tally).slice(0, Math.max(io.columns - 1, 40))}`);
      drawn = true;
    } else if (tally.polled > 0 && tally.polled % PIPED_LINE_EVERY === 0) line(progressLine(tally));
  };
  return {
    log: {
      info(event, fields = {}) {
        if (count(tally, event, fields)) redraw();
        if (event === 'database.opening')
          line(`Opening the database ${fields.folder ? `in ${fields.folder}` : 'on its server'}`);
        if (event === 'database.creating') line(`Making a database in ${fields.folder} (once; some ten seconds)`);
        if (event === 'event.found' && level !== 'silent') line(`found: ${String(fields.line)}`);
        if (level === 'debug') line(`${event} ${JSON.stringify(fields)}`);
      },
      warn(event, fields = {}) {
        if (level === 'debug' || (level === 'info' && !event.startsWith('read-article')))
          line(`${event} ${JSON.stringify(fields)}`);
      },
      error: (event, fields = {}) => line(`${event} ${JSON.stringify(fields)}`),
    },
    async opened({ deps, settings }, synced, address) {
      const sources = await deps.store.sources();
      const of = (word: string, ...statuses: string[]) => {
        const count = sources.filter(({ status }) => statuses.includes(status)).length;
        return count > 0 ? [`${count} ${word}`] : [];
      };
      const parts = [
        ...of('known to work', 'seen'),
        ...of('added here', 'added'),
        ...of('on trial', 'listed'),
        ...of('off (blocked or dead)', 'blocked', 'dead'),
        ...of('resting or paused', 'resting', 'retired', 'paused'),
      ];
      if (sources.length === 0) line('Sources: none. Add one: gradewatch feeds add URL --name NAME');
      else
        line(
          `Sources: ${sources.length}${synced.added > 0 && synced.added < sources.length ? `, ${synced.added} of them new` : ''}: ${parts.join(', ')}`,
        );
      if (!settings.smtpUrl)
        line(`Mail is written to ${settings.dataDir}/outbox (set SMTP_URL and MAIL_FROM to send it)`);
      if (address) line(`Pages: ${address}  (Ctrl-C stops)`);
    },
    summary({ waiting }) {
      if (drawn) io.stderr('\r\u001b[K');
      drawn = false;
      return summary(tally, waiting, told);
    },
    close() {
      if (drawn) io.stderr('\n');
      drawn = false;
    },
  };
}

/** @returns whether the line of progress changed */
function count(tally: Tally, event: string, fields: Record<string, unknown>): boolean {
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
const OFFLINE =
  'No source answers: is this machine offline, or is a proxy needed (HTTPS_PROXY)? Everything is asked again later.';

/** Fits a terminal of 80 columns. */
function progressLine(tally: Tally): string {
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

function summary(tally: Tally, waiting: IdleReport['waiting'], told: boolean): string {
  const { polled, answered, failed, held, fresh, read, judged, events } = tally;
  const bad = failures(tally);
  const rows = [
    [
      'Sources',
      `${polled} polled: ${answered} answered, ${bad} failed${held > 0 ? `, ${held} not asked (their hosts want silence)` : ''}`,
    ],
    ...(bad > 0
      ? [
          [
            'Failed',
            `${[...failed].map(([why, times]) => `${times} ${why}`).join(', ')}; gradewatch feeds list shows each`,
          ],
        ]
      : []),
    ['Articles', `${fresh} new items, ${read} pages read, ${judged} articles judged`],
    ['Judgements', `${events} found`],
    ['Sent', sentWords(tally)],
    [
      'Waiting',
      `${waiting.sources} sources for their next time${waiting.nextDue ? `, the first at ${momentWords(waiting.nextDue)}` : ''}`,
    ],
  ];
  const text = rows.map(([label = '', value]) => `${label.padEnd(12)}${value}`).join('\n');
  return isOffline(tally) && !told ? `${text}\n${OFFLINE}` : text;
}
