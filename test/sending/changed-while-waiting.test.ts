/** A judgement that changes while its alert waits for another try: receivers that are down, and those that may have taken it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settlePromises } from '../../src/steps/route-notice.ts';
import { backends, dropKeysOf } from '../support/backends.ts';
import {
  asks,
  both,
  close,
  heard,
  here,
  hook,
  judged,
  keyOf,
  mail,
  open,
  pass,
  person,
  recovers,
  states,
  world,
} from '../support/changing-world.ts';

for (const backend of backends())
  describe.skipIf(backend.missing)(`on ${backend.name}, a judgement that changes while its alert waits`, () => {
    let opened: Awaited<ReturnType<typeof backend.open>>;
    let servers: Record<string, string> = {};
    beforeAll(async () => {
      opened = await backend.open();
      const { connectionString } = opened.database;
      if (backend.name !== 'embedded' && connectionString)
        servers = {
          GRADEWATCH_SECRET: 'x'.repeat(64),
          DATABASE_URL: connectionString,
          ...(opened.redisUrl ? { REDIS_URL: opened.redisUrl } : {}),
        };
      await open('1000', servers);
      await asks('--email', 'desk@paper.example');
      await asks('--webhook', hook.url);
    }, 120_000);
    afterAll(async () => {
      await close();
      await dropKeysOf(servers);
      await opened.close();
    });

    test('is told once and right to whoever surely was not told before: no correction of what nobody read', async () => {
      world.mood = 'refuses';
      await judged('Wading', 'inadequate');
      await pass(1);
      await judged('Wading', 'good');
      await pass(1);
      await recovers();
      expect(heard('Wading')).toEqual(both('good'));
      expect(await states('Wading')).toEqual(['first sent', 'first sent']);
    });

    test('twice, is told once as it is in the end', async () => {
      world.mood = 'refuses';
      await judged('Kelbury', 'inadequate');
      await pass(1);
      await judged('Kelbury', 'good');
      await pass(6);
      await judged('Kelbury', 'outstanding');
      await recovers();
      expect(heard('Kelbury')).toEqual(both('outstanding'));
    });

    test('and may have arrived, is corrected and never told again as it was', async () => {
      world.mood = 'unclear';
      await judged('Southshire', 'inadequate');
      await pass(1);
      await judged('Southshire', 'good');
      await recovers();
      expect(heard('Southshire')).toEqual(both('(inadequate)', 'Correction: good'));
    });

    test('not, and may have arrived, is sent again as the same message', async () => {
      world.mood = 'unclear';
      await judged('Northshire', 'good');
      await pass(1);
      await recovers();
      expect(heard('Northshire')).toEqual(both('(good)', 'good'));
      for (const { got } of [mail, hook]) {
        const ids = got.filter(({ subject }) => subject.includes('Northshire')).map(({ id }) => id);
        expect(new Set(ids).size).toBe(1);
      }
    });

    test('and is retracted is told to nobody who surely was not told; once that is undone it is news', async () => {
      world.mood = 'refuses';
      await judged('Eastborough', 'good');
      await pass(1);
      const decision = await person('retract', await keyOf('Eastborough'));
      await recovers();
      expect(heard('Eastborough')).toEqual(both());
      expect(await states('Eastborough')).toEqual(['first dropped', 'first dropped']);
      await person('undo', decision);
      await pass(60);
      expect(heard('Eastborough')).toEqual(both('good'));
    });

    test('and is retracted is retracted to whoever may have been told', async () => {
      world.mood = 'unclear';
      await judged('Brackenshire', 'good');
      await pass(1);
      await person('retract', await keyOf('Brackenshire'));
      await recovers();
      expect(heard('Brackenshire')).toEqual(both('(good)', 'Retracted'));
    });

    test('and back again before anybody was told of it goes out again as it was', async () => {
      world.mood = 'unclear';
      await judged('Averfordshire', 'good');
      await pass(1);
      const decision = await person('retract', await keyOf('Averfordshire'));
      world.mood = 'refuses';
      await pass(6);
      await person('undo', decision);
      await recovers();
      expect(heard('Averfordshire')).toEqual(both('(good)', 'good'));
    });

    test('once more, while the correction waits: the correction says what is so now, once', async () => {
      await judged('Thornfield', 'inadequate');
      await pass(1);
      world.mood = 'refuses';
      await judged('Thornfield', 'good');
      await pass(1);
      await judged('Thornfield', 'outstanding');
      await pass(1);
      await recovers();
      expect(heard('Thornfield')).toEqual(both('inadequate', 'Correction: outstanding'));
    });

    test('back again, while a correction that may have arrived waits: that is corrected too', async () => {
      await judged('Haverfordshire', 'inadequate');
      await pass(1);
      world.mood = 'unclear';
      await judged('Haverfordshire', 'good');
      await pass(1);
      await judged('Haverfordshire', 'inadequate');
      await recovers();
      expect(heard('Haverfordshire')).toEqual(both('inadequate', '(Correction: good)', 'Correction: inadequate'));
    });

    test('and was given up is no alert that reached nobody, once it is held or retracted', async () => {
      world.mood = 'refuses';
      await judged('North Oldmere', 'good');
      await pass(1);
      for (let hour = 0; hour < 36; hour += 1) await pass(60);
      world.mood = 'takes';
      expect(await states('North Oldmere')).toEqual(['first dead', 'first dead']);
      const { store, now } = here.app.deps;
      const missed = async () => {
        const ago = (hours: number) => new Date(now().getTime() - hours * 3_600_000);
        return (await store.undelivered(ago(48), ago(1)))?.eventKey ?? null;
      };
      const key = await keyOf('North Oldmere');
      expect(await missed()).toBe(key);
      await person('hold', key);
      expect(await missed()).toBeNull();
      await person('release', key);
      expect(await missed()).toBe(key);
      await person('retract', key);
      expect(await missed()).toBeNull();
    });

    test('and whose sender died counts as perhaps told', async () => {
      await judged('Westhampton-on-Sea', 'inadequate');
      const { store } = here.app.deps;
      const ids = (await store.subscriptions()).map(({ id }) => id);
      const dead = new Date(here.app.deps.now().getTime());
      await store.unroutedNotices(10);
      for (const id of ids) await store.claimAlerts(id, dead, 60_000, (alerts) => ({ kind: 'single', alerts }));
      await judged('Westhampton-on-Sea', 'good');
      await pass(60);
      await pass(60);
      expect(heard('Westhampton-on-Sea')).toEqual(both('Correction: good'));
    });

    test('and is taken back does not come back as old news, nor by what is done quietly', async () => {
      world.mood = 'refuses';
      await judged('South Oldmere', 'good');
      await pass(1);
      const key = await keyOf('South Oldmere');
      const { event } = (await here.app.deps.store.event(key))!;
      await person('retract', key);
      world.mood = 'takes';
      const { store, now } = here.app.deps;
      const asked = { wants: () => true, isNews: () => false };
      expect(await store.settleFirst(event, asked, now())).toEqual([]);
      const stands = { ...store, event: async () => ({ event, learntAt: now(), changedAt: now(), revision: 1 }) };
      expect(await settlePromises({ ...here.app.deps, store: stands }, key, { quietly: true })).toEqual([]);
      await pass(60);
      expect(heard('South Oldmere')).toEqual(both());
      expect(await settlePromises({ ...here.app.deps, store: stands }, key)).toHaveLength(2);
    });
  });
