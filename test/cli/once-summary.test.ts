/** What `start` says of its sources as it opens, and `start --once` of what it did, and of what waits. */
import { expect, test } from 'vitest';
import type { WaitingLater } from '../../src/adapters/store/waiting-later.ts';
import type { App } from '../../src/app.ts';
import { makeProgress } from '../../src/cli/progress.ts';
import { silent } from '../support/backends.ts';

const none = { count: 0, first: null };
const NOTHING: WaitingLater = { sources: none, pages: none, alerts: none, digests: none, letters: none };

/** A run, and what it would print by now. */
function aRun() {
  const io = { stdout: () => undefined, stderr: () => undefined, interactive: false, columns: 80 };
  const progress = makeProgress(io as unknown as Parameters<typeof makeProgress>[0], 'silent');
  const summary = (waiting: Partial<WaitingLater> = {}) =>
    progress.summary({ rounds: 1, waiting: { ...NOTHING, ...waiting } });
  return { progress, summary };
}

test.each([
  [['seen', 'listed', 'listed', 'dead'], 0, '4 sources: 1 known to work, 2 on trial, 1 off (blocked or dead)'],
  [['seen', 'listed'], 1, '2 sources, 1 of them new: 1 known to work, 1 on trial'],
  [['added'], 1, '1 source: 1 added here'],
  [[], 0, 'No sources. Add one: gradewatch feeds add URL --name NAME'],
])('sources that are %j, %d of them new, are told in one sentence', async (statuses, added, words) => {
  const said: string[] = [];
  const io = { stdout: () => undefined, stderr: (text: string) => said.push(text), interactive: false, columns: 80 };
  const progress = makeProgress(io as unknown as Parameters<typeof makeProgress>[0], 'silent');
  const store = { sources: async () => statuses.map((status) => ({ status })) };
  const app = { deps: { store, proposals: [] }, settings: { smtpUrl: 'smtp://127.0.0.1' } } as unknown as App;
  await progress.opened(app, { added, updated: 0, paused: 0 }, null);
  expect(said).toEqual([`${words}\n`]);
});

test('the summary counts messages of a day, weekly digests and letters beside alerts', () => {
  const { progress, summary } = aRun();
  expect(summary()).toContain('Sent        0 alerts, 0 messages of the day, 0 weekly digests\n');
  progress.log.info('send-alerts.done', { sent: 2 });
  progress.log.info('send-digest.done', { digest: 'a', sent: true, of: 'week' });
  progress.log.info('send-digest.done', { digest: 'b', sent: true, of: 'week' });
  progress.log.info('send-digest.done', { digest: 'c', sent: true, of: 'day' });
  progress.log.info('send-digest.done', { digest: 'd', sent: false });
  progress.log.info('send-letter.done', { subscription: 'e', sent: true });
  expect(summary()).toContain('Sent        2 alerts, 1 message of the day, 2 weekly digests, 1 letter\n');
});

test('what another log is told is counted, and told to it', () => {
  const { progress, summary } = aRun();
  const told: string[] = [];
  const log = progress.counting({ ...silent, info: (event) => told.push(event) });
  log.info('poll-source.done', { outcome: 'ok', items: 1, fresh: 1 });
  log.info('send-alerts.done', { sent: 1 });
  expect(told).toEqual(['poll-source.done', 'send-alerts.done']);
  expect(summary()).toMatch(/^Sources +1 polled: 1 answered, 0 failed\nArticles +1 new item, [\s\S]*\nSent +1 alert, /);
});

test('what waits is counted by what it is, with the time of the first', () => {
  const first = new Date('2026-03-18T13:00:00Z');
  const { summary } = aRun();
  expect(summary().split('\n').slice(4)).toEqual(['Waiting     0 sources for their next time']);
  const waiting = {
    sources: { count: 1, first },
    alerts: { count: 2, first },
    pages: { count: 1, first },
    digests: { count: 1, first },
    letters: { count: 3, first },
  };
  expect(summary(waiting).split('\n').slice(4)).toEqual([
    'Waiting     1 source for its next time, at 18 March 2026, 13:00',
    '            1 page to be read, at 18 March 2026, 13:00',
    '            2 alerts to be sent, the first at 18 March 2026, 13:00',
    '            1 digest to be sent, at 18 March 2026, 13:00',
    '            3 letters to be sent, the first at 18 March 2026, 13:00',
  ]);
});
