import pino from 'pino';
import type { Log } from './ports.ts';
import type { Settings } from './settings.ts';

/** One JSON line an event on stderr: ids, counts and milliseconds, for machines to read. */
export function jsonLog(level: Settings['logLevel']): Log {
  const log = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
  return {
    info: (event, fields) => log.info({ event, ...fields }),
    warn: (event, fields) => log.warn({ event, ...fields }),
    error: (event, fields) => log.error({ event, ...fields }),
  };
}

/** For commands that answer a person: only what someone must look at. */
export const quietLog = (say: (line: string) => void): Log => ({
  info: () => undefined,
  warn: () => undefined,
  error: (event, fields) => say(`${event} ${JSON.stringify(fields ?? {})}`),
});
