/** A command that decides says who hears of it, as it is: an alert that waits tells it, and nobody is no reader by day or week. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anArticle, publish, typedAsleep } from '../support/told.ts';

let here: Installation;
beforeAll(async () => {
  here = await anInstallation({ GRADEWATCH_NOW: '=2026-03-18T10:00:00Z' }, { folder: 'config/demo', proposals: [] });
}, 120_000);
afterAll(() => here?.close());

const ask = (...argv: string[]) => typedAsleep(here, argv);
const mail = (address: string, ...more: string[]) =>
  ask('subscribe', '--email', address, '--confirmed', 'a test', ...more);
const judged = (council: string) =>
  publish(
    here,
    anArticle({
      ...{ id: council, title: `${council} care rated good` },
      text: `The Care Quality Commission has rated ${council} Council's adult social care as good.`,
    }),
  );
const BECAUSE = ['--reason', 'a test'];

test('nobody, where no alert waits and nobody is told by day or week', async () => {
  await judged('Wading');
  const [{ event } = {}] = await here.app.deps.store.events({ authorities: ['wading'] });
  const ran = await ask('review', 'change', event?.reports[0]?.findingId ?? '', '--grade', 'inadequate', ...BECAUSE);
  expect(ran.out).toContain('Nobody is told: no alert of it waits, and nobody is told by day or week.');
});

test('whoever an alert waits for in quiet hours', async () => {
  await mail('night@paper.example', '--quiet', '09:00-13:00');
  await judged('Kelbury');
  const [{ event } = {}] = await here.app.deps.store.events({ authorities: ['kelbury'] });
  const ran = await ask('review', 'change', event?.reports[0]?.findingId ?? '', '--grade', 'inadequate', ...BECAUSE);
  expect(ran.out).toContain('1 alert of it waits and tells what is so by then.');
  expect(ran.out).not.toContain('Nobody');
  // What was never so is told to nobody.
  expect((await ask('events', 'retract', event?.key ?? '', ...BECAUSE)).out).toContain('Nobody is told: no alert');
});

test('perhaps readers by day, where there are any', async () => {
  await mail('day@paper.example', '--every', 'day');
  const [{ event } = {}] = await here.app.deps.store.events({ authorities: ['wading'] });
  const ran = await ask('review', 'change', event?.reports[0]?.findingId ?? '', '--grade', 'outstanding', ...BECAUSE);
  expect(ran.out).toContain('the next message of a day or a week may tell it');
});
