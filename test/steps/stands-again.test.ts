/** An event taken back before its day was told, that stands again on a later day: whoever is told by day hears of it then. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aHookReceiver, type HookReceiver } from '../support/receivers.ts';
import { anArticle, hearing, publish } from '../support/told.ts';

let here: Installation;
let hook: HookReceiver;
const ask = (...argv: string[]) => typed(here.app, argv);
const at = (iso: string) => {
  here.app.deps.now = () => new Date(iso);
};
const heard = hearing<{ alerts: { type: string; authority: string }[] }>(
  () => here,
  () => hook,
);
const told = async () =>
  (await heard()).flatMap(({ alerts }) => alerts.map((one) => `${one.type} ${one.authority}`)).sort();
const decided = async (...argv: string[]) => {
  const ran = await ask('events', ...argv, '--reason', 'a test', '--json');
  expect([ran.code, ran.err]).toEqual([0, ran.err]);
  return ran.json<{ decision: string }>().decision;
};
const keyOf = async (authority: string) =>
  (await here.app.deps.store.events({ authorities: [authority] }))[0]!.event.key;
const good = (council: string, published: string) =>
  anArticle({
    ...{ id: `${council}-${published}`, published, title: `${council} care rated good` },
    text: `The Care Quality Commission has rated ${council} Council's adult social care as good.`,
  });

beforeAll(async () => {
  hook = await aHookReceiver();
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-17T09:00:00Z', GRADEWATCH_ALLOW_PRIVATE: '127.0.0.1' },
    { folder: 'config/demo', proposals: [] },
  );
  expect((await ask('subscribe', '--webhook', hook.url, '--every', 'day', '--confirmed', 'a test')).code).toBe(0);
}, 120_000);
afterAll(async () => {
  await here?.close();
  await hook?.close();
});

test.each(['beside other news', 'alone'])('taken back %s, it is told as news once it stands again', async (how) => {
  const [day, council] = how === 'alone' ? [10, 'Wading'] : [20, 'Northshire'];
  at(`2026-04-${day}T10:00:00Z`);
  await publish(here, good(council, `2026-04-${day}`));
  if (how !== 'alone') await publish(here, good('Southshire', `2026-04-${day}`));
  const decision = await decided('retract', await keyOf(council.toLowerCase()));
  at(`2026-04-${day + 1}T09:00:00Z`);
  expect(await told()).toEqual(how === 'alone' ? [] : ['judgement.first southshire']);
  at(`2026-04-${day + 2}T10:00:00Z`);
  await decided('undo', decision);
  at(`2026-04-${day + 3}T09:00:00Z`);
  expect(await told()).toEqual([`judgement.first ${council.toLowerCase()}`]);
  at(`2026-04-${day + 4}T09:00:00Z`);
  expect(await told()).toEqual([]);
});

test('whoever was told that it stood is told of both changes', async () => {
  at('2026-05-05T10:00:00Z');
  await publish(here, good('Thornfield', '2026-05-05'));
  at('2026-05-06T09:00:00Z');
  expect(await told()).toEqual(['judgement.first thornfield']);
  at('2026-05-06T10:00:00Z');
  const decision = await decided('retract', await keyOf('thornfield'));
  at('2026-05-07T09:00:00Z');
  expect(await told()).toEqual(['judgement.correction thornfield']);
  at('2026-05-08T10:00:00Z');
  await decided('undo', decision);
  at('2026-05-09T09:00:00Z');
  expect(await told()).toEqual(['judgement.correction thornfield']);
});
