/** `start --once` on servers, with its output in a file or pipe: a log for machines, and a summary of the same for a person. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demoSources, loadWorld } from '../../src/demo/world.ts';
import { backends, dropKeysOf } from '../support/backends.ts';
import { closing } from '../support/closing.ts';
import { configWith } from '../support/config-folder.ts';
import type { Script } from '../support/fault-server.ts';
import { command } from '../support/processes.ts';
import { aHookReceiver, aMailServer } from '../support/receivers.ts';
import { serve } from '../support/web.ts';

const told = [
  { path: '/wading', authority: 'Wading', grade: 'good' },
  { path: '/kelbury', authority: 'Kelbury', grade: 'inadequate' },
];
const page = ({ authority, grade }: (typeof told)[number]) =>
  `<html><head><title>${authority} care rated ${grade} by CQC</title></head><body><article><h1>${authority} care rated ${grade} by CQC</h1>
  <p>The Care Quality Commission has rated ${authority} Council's adult social care as ${grade}.</p>
  <p>Councillors said they would study the report over the coming weeks and bring a plan to the next meeting.</p></article></body></html>`;
const script: Script = Object.fromEntries(
  told.map((one) => [one.path, { headers: { 'content-type': 'text/html' }, body: page(one) }]),
);
script['/feed'] = (asked) => ({
  headers: { 'content-type': 'application/rss+xml' },
  body: `<rss version="2.0"><channel><title>Paper</title>${told
    .map(
      ({ path, authority, grade }) =>
        `<item><title>${authority} care rated ${grade} by CQC</title><link>http://${asked.headers.host}${path}</link><guid>${path}</guid><pubDate>Tue, 17 Mar 2026 09:00:00 GMT</pubDate></item>`,
    )
    .join('')}</channel></rss>`,
});

/** Settings of an installation with one source, both kinds of receiver, and what they were sent. */
async function anInstallation(databaseUrl: string, redisUrl: string | null) {
  const [inbox, hook] = await Promise.all([aMailServer(), aHookReceiver()]);
  closing(inbox);
  closing(hook);
  const { origin } = await serve(script);
  const [source] = demoSources(loadWorld('config/demo'), origin);
  const config = await configWith(source ? [{ ...source, url: `${origin}/feed`, status: 'seen' }] : []);
  const dataDir = await mkdtemp(join(tmpdir(), 'gradewatch-once-'));
  closing({
    async close() {
      await config.remove();
      await rm(dataDir, { recursive: true, force: true });
    },
  });
  const env = {
    ...{ DATABASE_URL: databaseUrl, ...(redisUrl ? { REDIS_URL: redisUrl } : {}), GRADEWATCH_CONFIG: config.path },
    ...{ GRADEWATCH_DATA: dataDir, GRADEWATCH_SECRET: 'a secret of these tests and of nothing else' },
    ...{ GRADEWATCH_ALLOW_PRIVATE: '127.0.0.1', GRADEWATCH_NOW: '=2026-03-18T10:00:00Z', PORT: '0' },
    ...{ SMTP_URL: inbox.url, MAIL_FROM: 'Gradewatch <alerts@gradewatch.example>' },
  };
  return { env, inbox, hook };
}

// Where its queue lives makes no difference to what it says: one kind is enough.
for (const backend of backends().filter(({ name }) => name === 'postgres+redis'))
  describe.skipIf(backend.missing)(`start --once on ${backend.name}`, () => {
    test('its summary counts what the log tells, and what waits for the end of quiet hours', async () => {
      const opened = closing(await backend.open());
      const { env, inbox, hook } = await anInstallation(opened.database.connectionString ?? '', opened.redisUrl);
      const subscribe = (...asked: string[]) => command(['subscribe', ...asked, '--confirmed', 'a test'], env);
      expect(await subscribe('--email', 'desk@paper.example')).toMatchObject({ code: 0 });
      expect(await subscribe('--webhook', hook.url, '--quiet', '10:00-13:00')).toMatchObject({ code: 0 });

      const { stdout, stderr } = await command(['start', '--once'], env);
      expect([inbox.mails.length, hook.calls.length]).toEqual([2, 0]);
      expect(stderr).toContain('"event":"event.found"');
      expect(stdout).toMatch(
        /^Sources +1 polled: 1 answered, 0 failed\nArticles +2 new items, 2 pages read, 2 articles judged\nJudgements +2 found\nSent +2 alerts, 0 messages of the day, 0 weekly digests\nWaiting +1 source for its next time, at .*\n +2 alerts to be sent, the first at 18 March 2026, 13:00\n$/,
      );

      const later = await command(['start', '--once'], { ...env, GRADEWATCH_NOW: '=2026-03-18T13:00:00Z' });
      expect(hook.calls).toHaveLength(2);
      expect(later.stdout).toMatch(/^Sent +2 alerts, /m);
      expect(later.stdout).not.toContain('to be sent');
      await dropKeysOf(env);
    });
  });
