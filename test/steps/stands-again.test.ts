/** An event taken back before its day was told, that stands again on a later day: whoever is told by day hears of it then. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aReaderByDay, type ByDay } from '../support/by-day.ts';
import { anArticle, publish } from '../support/told.ts';

let reader: ByDay;
const told = async () => (await reader.told()).sort();
const good = (council: string, published: string) =>
  anArticle({
    ...{ id: `${council}-${published}`, published, title: `${council} care rated good` },
    text: `The Care Quality Commission has rated ${council} Council's adult social care as good.`,
  });

beforeAll(async () => {
  reader = await aReaderByDay('2026-03-17T09:00:00Z');
}, 120_000);
afterAll(() => reader?.close());

test.each(['beside other news', 'alone'])('taken back %s, it is told as news once it stands again', async (how) => {
  const [day, council] = how === 'alone' ? [10, 'Wading'] : [20, 'Northshire'];
  reader.at(`2026-04-${day}T10:00:00Z`);
  await publish(reader.here, good(council, `2026-04-${day}`));
  if (how !== 'alone') await publish(reader.here, good('Southshire', `2026-04-${day}`));
  const decision = await reader.decided('retract', await reader.keyOf(council.toLowerCase()));
  reader.at(`2026-04-${day + 1}T09:00:00Z`);
  expect(await told()).toEqual(how === 'alone' ? [] : ['judgement.first southshire']);
  reader.at(`2026-04-${day + 2}T10:00:00Z`);
  await reader.decided('undo', decision);
  reader.at(`2026-04-${day + 3}T09:00:00Z`);
  expect(await told()).toEqual([`judgement.first ${council.toLowerCase()}`]);
  reader.at(`2026-04-${day + 4}T09:00:00Z`);
  expect(await told()).toEqual([]);
});

test('whoever was told that it stood is told of both changes', async () => {
  reader.at('2026-05-05T10:00:00Z');
  await publish(reader.here, good('Thornfield', '2026-05-05'));
  reader.at('2026-05-06T09:00:00Z');
  expect(await told()).toEqual(['judgement.first thornfield']);
  reader.at('2026-05-06T10:00:00Z');
  const decision = await reader.decided('retract', await reader.keyOf('thornfield'));
  reader.at('2026-05-07T09:00:00Z');
  expect(await told()).toEqual(['judgement.correction thornfield']);
  reader.at('2026-05-08T10:00:00Z');
  await reader.decided('undo', decision);
  reader.at('2026-05-09T09:00:00Z');
  expect(await told()).toEqual(['judgement.correction thornfield']);
});
