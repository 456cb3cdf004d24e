/** Nothing is lost and nothing repeated when the processes that judge and send are killed in the middle. */
import { describe, expect, test } from 'vitest';
import { backends } from '../support/backends.ts';
import { killRun } from '../support/kill-run.ts';

const SIZE = { subscriptions: 20, events: 10, impatient: true } as const;

for (const backend of backends())
  describe.skipIf(backend.missing)(`${backend.name}${backend.missing ? ` (${backend.missing})` : ''}`, () => {
    test('every promise arrives once, whatever is killed', async () => {
      const servers = backend.name === 'embedded' ? null : await backend.open();
      try {
        const report = await killRun({ ...SIZE, servers, kills: servers ? 6 : 3 });
        expect(report).toMatchObject({ events: 10, promised: 200, ledger: { sent: 200 }, lost: 0, unpromised: 0 });
        expect(report.distinct).toBe(200);
        expect(report.extra).toBeLessThanOrEqual(report.allowedExtra);
      } finally {
        await servers?.close();
      }
    }, 480_000);
  });
