/** What `start --once` prints of what it sent. */
import { expect, test } from 'vitest';
import { makeProgress } from '../../src/cli/progress.ts';

test('the summary counts messages of a day, weekly digests and letters beside alerts', () => {
  const io = { stdout: () => undefined, stderr: () => undefined, interactive: false, columns: 80 };
  const progress = makeProgress(io as unknown as Parameters<typeof makeProgress>[0], 'silent');
  const summary = () => progress.summary({ rounds: 1, waiting: { sources: 0, nextDue: null } });
  expect(summary()).toContain('Sent        0 alerts, 0 messages of the day, 0 weekly digests\n');
  progress.log.info('send-alerts.done', { sent: 2 });
  progress.log.info('send-digest.done', { digest: 'a', sent: true, of: 'week' });
  progress.log.info('send-digest.done', { digest: 'b', sent: true, of: 'week' });
  progress.log.info('send-digest.done', { digest: 'c', sent: true, of: 'day' });
  progress.log.info('send-digest.done', { digest: 'd', sent: false });
  progress.log.info('send-letter.done', { subscription: 'e', sent: true });
  expect(summary()).toContain('Sent        2 alerts, 1 message of the day, 2 weekly digests, 1 letter\n');
});
