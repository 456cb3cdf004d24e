/** What a person sees while the program works: one line that redraws on a terminal, plain lines when piped. */
import type { App } from '../app.ts';
import { momentWords } from '../core/sending/names.ts';
import type { Log } from '../ports.ts';
import type { IdleReport } from '../run-to-idle.ts';
import type { Settings } from '../settings.ts';
import type { Io } from './io.ts';

/** Piped output gets a line at most this often. */
const PIPED_LINE_EVERY = 25;

interface Tally {
  polled: number;
  answered: number;
  failed: Map<string, number>;
  items: number;
  fresh: number;
  read: number;
  judged: number;
  events: number;
  sent: number;
}

export interface Progress {
  log: Log;
  opening(settings: Settings): void;
  opened(app: App, synced: { added: number; updated: number; paused: number }, address: string | null): Promise<void>;
  summary(report: IdleReport): string;
  close(): void;
}

export function makeProgress(io: Io, level: Settings['logLevel']): Progress {
  const tally: Tally = {
    polled: 0,
    answered: 0,
    failed: new Map(),
    items: 0,
    fresh: 0,
    read: 0,
    judged: 0,
    events: 0,
    sent: 0,
  };
  let drawn = false;
  const line = (text: string) => {
    if (drawn) io.stderr('\r\u001b[K');
    drawn = false;
    io.stderr(`${text}\n`);
  };
  const redraw = () => {
    if (level === 'silent') return;
    if (io.interactive) {
      io.stderr(`\r\u001b[K${progressLine(tally).slice(0, Math.max(io.columns - 1, 40))}`);
      drawn = true;
    } else if (tally.polled > 0 && tally.polled % PIPED_LINE_EVERY === 0) line(progressLine(tally));
  };
  return {
    log: {
      info(event, fields = {}) {
        if (count(tally, event, fields)) redraw();
        if (event === 'event.found' && level !== 'silent') line(`found: ${String(fields.line)}`);
        if (level === 'debug') line(`${event} ${JSON.stringify(fields)}`);
      },
      warn(event, fields = {}) {
        if (level === 'debug' || (level === 'info' && !event.startsWith('read-article')))
          line(`${event} ${JSON.stringify(fields)}`);
      },
      error: (event, fields = {}) => line(`${event} ${JSON.stringify(fields)}`),
    },
    opening(settings) {
      line(
        settings.databaseUrl
          ? 'Opening the database on its server'
          : `Opening the database in ${settings.dataDir} (the first start makes it, some ten seconds)`,
      );
    },
    async opened({ deps, settings }, synced, address) {
      const sources = await deps.store.sources();
      const of = (...statuses: string[]) => sources.filter(({ status }) => statuses.includes(status)).length;
      line(
        `Sources: ${sources.length} (${of('seen', 'added')} seen working or added, ${of('listed')} on trial, ${of('blocked', 'dead')} blocked or dead, ${of('resting', 'retired', 'paused')} resting or paused)${synced.added > 0 ? `; ${synced.added} new` : ''}`,
      );
      if (!settings.smtpUrl)
        line(`Mail is written to ${settings.dataDir}/outbox (set SMTP_URL and MAIL_FROM to send it)`);
      if (address) line(`Pages: ${address}  (Ctrl-C stops)`);
    },
    summary: ({ waiting }) =>
      `${progressLine(tally)}\n${failures(tally)}${waiting.sources} sources wait for their next time${waiting.nextDue ? `, the first at ${momentWords(waiting.nextDue)}` : ''}.`,
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
    default:
      return false;
  }
}

const failures = ({ failed }: Tally) =>
  failed.size === 0
    ? ''
    : `Failed: ${[...failed].map(([why, times]) => `${times} ${why}`).join(', ')} (gradewatch feeds list shows each).\n`;

function progressLine({ polled, answered, failed, fresh, read, judged, events, sent }: Tally): string {
  const bad = [...failed.values()].reduce((sum, times) => sum + times, 0);
  return `polled ${polled} sources (${answered} answered, ${bad} failed), ${fresh} new items, ${read} articles read, ${judged} judged, ${events} judgements found, ${sent} alerts sent`;
}
