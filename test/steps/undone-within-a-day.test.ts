/** A merge that is made and undone on one day: whoever is told by day heard of neither, and is told of none. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aReaderByDay, type ByDay } from '../support/by-day.ts';
import { anArticle, publish } from '../support/told.ts';

let reader: ByDay;
const told = async () => (await reader.told()).sort();

beforeAll(async () => {
  reader = await aReaderByDay('2026-03-09T09:00:00Z');
}, 120_000);
afterAll(() => reader?.close());

/** Two judgements of one council, told the next morning. @returns their keys */
async function twoTold(council: string, day: string, next: string): Promise<string[]> {
  reader.at(`${day}T10:00:00Z`);
  const rated = (id: string, grade: string, when: string) =>
    anArticle({
      ...{
        id: `${council}-${id}`,
        publisher: `Paper of ${id}`,
        published: day,
        title: `${council} care rated ${grade}`,
      },
      text: `The Care Quality Commission has rated ${council} Council's adult social care as ${grade}. The report was published on ${when}, said ${id}.`,
    });
  await publish(reader.here, rated('one', 'good', '6 March 2026'), rated('two', 'inadequate', '5 January 2026'));
  reader.at(`${next}T09:00:00Z`);
  await told();
  const { store } = reader.here.app.deps;
  return (await store.events({ authorities: [council.toLowerCase()] })).map(({ event }) => event.key);
}

test('undone on its day, it is told to nobody by day', async () => {
  const keys = await twoTold('Northshire', '2026-03-10', '2026-03-11');
  expect(keys).toHaveLength(2);
  reader.at('2026-03-17T10:00:00Z');
  const merge = await reader.decided('merge', ...keys);
  reader.at('2026-03-17T11:00:00Z');
  await reader.decided('undo', merge);
  reader.at('2026-03-18T09:00:00Z');
  expect(await told()).toEqual([]);
});

test('undone on a later day, the merge is told, and its end', async () => {
  const keys = await twoTold('Southshire', '2026-03-19', '2026-03-20');
  reader.at('2026-03-24T10:00:00Z');
  const merge = await reader.decided('merge', ...keys);
  reader.at('2026-03-25T09:00:00Z');
  expect(await told()).toEqual(['judgement.correction southshire']);
  reader.at('2026-03-25T11:00:00Z');
  await reader.decided('undo', merge);
  reader.at('2026-03-26T09:00:00Z');
  expect(await told()).toEqual(['judgement.correction southshire']);
});
