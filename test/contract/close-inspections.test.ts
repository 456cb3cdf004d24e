/**
 * Inspections of one council under a year apart, as the shipped register has them, reported by many at once: on the embedded
 * database, and on servers by two processes' worth of workers.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { articleId } from '../../src/core/articles.ts';
import { daysBetween } from '../../src/core/dates.ts';
import { type Register, timeline } from '../../src/core/register.ts';
import { ANY } from '../../src/core/sending/route.ts';
import type { Claim, JudgementEvent, RegisterJudgement } from '../../src/core/types.ts';
import { readSettings } from '../../src/settings.ts';
import { correlateGroups } from '../../src/steps/correlate-groups.ts';
import { decideByPerson } from '../../src/steps/decide.ts';
import { ingestArticle } from '../../src/steps/ingest-article.ts';
import { routeNotices } from '../../src/steps/route-notice.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { backends, dropKeysOf, silent } from '../support/backends.ts';
import { aClaim, anAssessment } from '../support/claims.ts';
import { anArticle } from '../support/told.ts';

/** Pairs of one inspectorate and service, published under a year apart, of different inspections. */
function closePairs(register: Register): [RegisterJudgement, RegisterJudgement][] {
  return [...register.byAuthority.keys()].flatMap((authority) => {
    const rows = timeline(authority, register).filter(({ judgement }) => judgement.service === 'childrens_services');
    return rows.flatMap(({ judgement, day }, i): [RegisterJudgement, RegisterJudgement][] => {
      const before = rows[i - 1];
      const days = before ? daysBetween(before.day, day) : 0;
      return before && days > 0 && days < 365 ? [[before.judgement, judgement]] : [];
    });
  });
}

/** What a report can say of a row: with its framework, or with its month or day only. */
const claimsOf = (row: RegisterJudgement): Claim[] => {
  const grade = row.headlines.length === 1 ? (row.headlines[0]?.grade ?? null) : null;
  const said = {
    ...{ authority: row.authority, inspectorate: row.inspectorate, service: row.service, grade, scale: row.scale },
    ...{ headlines: row.headlines, published: row.published },
    publishedWithin: row.publishedWithin && { ...row.publishedWithin, basis: 'stated' as const },
    // Of some only the visit is known.
    inspected: row.published || row.publishedWithin ? null : row.inspected,
  };
  const family = row.framework.split('|')[0] ?? null;
  return [aClaim({ ...said, framework: family }), aClaim(said), aClaim({ ...said, framework: family })];
};

for (const backend of backends())
  describe.skipIf(backend.missing)(`inspections close to each other, on ${backend.name}`, () => {
    let apps: App[];
    let close: () => Promise<void>;
    let pairs: [RegisterJudgement, RegisterJudgement][];
    const first = () => apps[0]!.deps;

    beforeAll(async () => {
      const opened = await backend.open();
      const dataDir = opened.database.connectionString
        ? await mkdtemp(join(tmpdir(), 'gradewatch-close-'))
        : opened.dataDir;
      if (!opened.database.connectionString) await opened.database.close();
      const env = {
        ...(opened.database.connectionString ? { DATABASE_URL: opened.database.connectionString } : {}),
        ...(opened.redisUrl ? { REDIS_URL: opened.redisUrl } : {}),
        ...{ GRADEWATCH_DATA: dataDir, GRADEWATCH_SECRET: 'a secret of these tests and of nothing else' },
        ...{ GRADEWATCH_ALLOW_PRIVATE: '127.0.0.1', GRADEWATCH_NOW: '=2026-03-18T10:00:00Z' },
      };
      const open = () => openApp(readSettings(env), { log: silent, socket: null, world: null });
      // An embedded database has one process.
      apps = opened.database.connectionString ? [await open(), await open()] : [await open()];
      close = async () => {
        for (const app of apps) await app.close();
        await dropKeysOf(env as Record<string, string>);
        await opened.close();
        await rm(dataDir, { recursive: true, force: true });
      };
      pairs = closePairs(first().register);
      await subscribe(first(), {
        ...{ channel: 'webhook', address: 'http://127.0.0.1:9/', criteria: ANY, every: 'event', note: null },
        confirmed: 'a test',
      });
    }, 120_000);
    afterAll(async () => await close?.());

    /** One report is kept, judged and correlated, as a worker does; `who` takes it. */
    async function report(who: number, id: string, claim: Claim): Promise<void> {
      const { deps } = apps[who % apps.length]!;
      const asleep = { ...deps, queue: { put: async () => {} } };
      const text = `What ${id} says.`;
      const known = await deps.store.article(articleId(null, id));
      if (!known) await ingestArticle(asleep, anArticle({ id, url: null, title: id, text, published: null }), true);
      const stored = known ?? (await deps.store.article(articleId(null, id)));
      const groups = await deps.store.keepAssessment(stored!, anAssessment({ events: [claim] }), deps.now());
      await correlateGroups(asleep, groups, 'a test');
    }

    async function reportAll(order: 1 | -1): Promise<void> {
      const all = pairs.flatMap((pair) =>
        pair.flatMap((row) => claimsOf(row).map((claim, n) => ({ id: `${row.id}-${n}`, claim }))),
      );
      // Neighbours in the list are of one council: workers meet on it.
      const queue = order === 1 ? all : all.toReversed();
      let next = 0;
      const worker = async (who: number) => {
        for (let at = next++; at < queue.length; at = next++) await report(who, queue[at]!.id, queue[at]!.claim);
      };
      await Promise.all([0, 1, 2, 3].map(worker));
    }

    const eventsOf = async (authority: string): Promise<JudgementEvent[]> =>
      (await first().store.events({ authorities: [authority] })).map(({ event }) => event);
    const all = async () => {
      const events = (await first().store.events({})).map(({ event }) => event);
      const alerts = await first().store.alertsOf(events.map(({ key }) => key));
      return {
        events: events.map(({ key, status, reports }) => `${key} ${status} ${reports.length}`).sort(),
        alerts: alerts.map(({ eventKey, notice, state }) => `${eventKey} ${notice} ${state}`).sort(),
      };
    };

    test('ten pairs stay two events each, each told once, whoever reports them when', async () => {
      expect(pairs).toHaveLength(10);
      await reportAll(1);
      for (const pair of pairs) {
        const events = await eventsOf(pair[0].authority);
        expect(events.map(({ register }) => register.judgement).sort()).toEqual(pair.map(({ id }) => id).sort());
        const doubts = await first().store.reviewAsAt(null);
        expect(doubts.map(({ claim, doubt }) => `${claim.authority} ${claim.framework} ${doubt}`)).toEqual([]);
        expect(events.map(({ reports }) => reports.length)).toEqual([3, 3]);
      }
      const { alerts, events } = await all();
      expect(events).toHaveLength(20);
      expect(alerts).toEqual(events.map((event) => `${event.split(' ')[0]} first pending`));
    }, 120_000);

    test('reported again in the other order, by all at once, nothing is added', async () => {
      const before = await all();
      await reportAll(-1);
      expect(await all()).toEqual(before);
    }, 120_000);

    test('one of a pair withdrawn or retracted while others report the other: only that one is taken back', async () => {
      const [withdrawn, retracted] = [pairs[0]!, pairs[1]!];
      const before = await all();
      const takeBack = async (kind: 'withdraw' | 'retract', row: RegisterJudgement) => {
        const event = (await eventsOf(row.authority)).find(({ register }) => register.judgement === row.id)!;
        const findingIds = event.reports.map(({ findingId }) => findingId);
        const asked = { kind, by: 'a test', reason: 'a test', findingIds };
        return decideByPerson({ ...apps.at(-1)!.deps, queue: { put: async () => {} } }, asked, [event.key]);
      };
      const others = [withdrawn[1], retracted[1]];
      const [one, two] = await Promise.all([
        takeBack('withdraw', withdrawn[0]),
        takeBack('retract', retracted[0]),
        ...others.flatMap((row) => claimsOf(row).map((claim, n) => report(n, `${row.id}-${n}-more`, claim))),
      ]);
      for (const [pair, status] of [
        [withdrawn, 'withdrawn'],
        [retracted, 'retracted'],
      ] as const) {
        const events = await eventsOf(pair[0].authority);
        const statusOf = (row: RegisterJudgement) =>
          events.find(({ register }) => register.judgement === row.id)?.status;
        expect(events).toHaveLength(2);
        expect(statusOf(pair[0])).toBe(status);
        expect(statusOf(pair[1])).toBe('confirmed');
        expect(events.flatMap(({ reports }) => reports)).toHaveLength(9);
      }
      const asleep = { ...first(), queue: { put: async () => {} } };
      for (const decision of [one.decision, two.decision])
        await decideByPerson(asleep, { kind: 'undo', by: 'a test', reason: 'a test', decisionId: decision! }, []);
      await routeNotices(asleep, await first().store.unroutedNotices(100));
      // Nothing was sent in between: nobody has to be told of either.
      const pending = (alerts: string[]) => alerts.filter((line) => line.endsWith('pending'));
      expect(pending((await all()).alerts)).toEqual(pending(before.alerts));
    }, 120_000);
  });
