/** What a person sees while the program works: one line that redraws on a terminal, plain lines when piped. */
import type { App } from '../app.ts';
import { counted } from '../core/sending/names.ts';
import type { Log } from '../ports.ts';
import type { IdleReport } from '../run-to-idle.ts';
import type { Settings } from '../settings.ts';
import { noSourcesWords } from './feeds-find.ts';
import type { Io } from './io.ts';
import { count, isSurelyOffline, nothingYet, OFFLINE, progressLine, summaryWords } from './tally.ts';

/** Piped output gets a line at most this often. */
const PIPED_LINE_EVERY = 25;

export interface Progress {
  log: Log;
  /** Counts what another log is told, for the summary, where that is written instead. */
  counting(log: Log): Log;
  opened(app: App, synced: { added: number; updated: number; paused: number }, address: string | null): Promise<void>;
  summary(report: IdleReport): string;
  close(): void;
}

export function makeProgress(io: Io, level: Settings['logLevel']): Progress {
  const tally = nothingYet();
  let drawn = false;
  let told = false;
  const line = (text: string) => {
    if (drawn) io.stderr('\r\u001b[K');
    drawn = false;
    io.stderr(`${text}\n`);
  };
  const redraw = () => {
    if (level === 'silent') return;
    if (!told && isSurelyOffline(tally)) {
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
    counting: (log) => ({
      ...log,
      info(event, fields = {}) {
        count(tally, event, fields);
        log.info(event, fields);
      },
    }),
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
      if (sources.length === 0) line(noSourcesWords(deps.proposals));
      else
        line(
          `${counted(sources.length, 'source')}${synced.added > 0 && synced.added < sources.length ? `, ${synced.added} of them new` : ''}: ${parts.join(', ')}`,
        );
      if (!settings.smtpUrl)
        line(`Mail is written to ${settings.dataDir}/outbox (set SMTP_URL and MAIL_FROM to send it)`);
      if (address) line(`Pages: ${address}  (Ctrl-C stops)`);
    },
    summary({ waiting }) {
      if (drawn) io.stderr('\r\u001b[K');
      drawn = false;
      return summaryWords(tally, waiting, told);
    },
    close() {
      if (drawn) io.stderr('\n');
      drawn = false;
    },
  };
}
