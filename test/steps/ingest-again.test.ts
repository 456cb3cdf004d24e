/** An article that is handed in more than once, on a real embedded database. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleText } from '../../src/core/types.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anArticle, publish } from '../support/told.ts';

let here: Installation;
beforeAll(async () => {
  here = await anInstallation({ GRADEWATCH_NOW: '=2026-03-18T10:00:00Z' }, { folder: 'config/demo', proposals: [] });
});
afterAll(() => here?.close());

const care = (authority: string, more: Partial<ArticleText>) =>
  anArticle({
    ...{ id: authority, title: `${authority} adult social care rated good` },
    text: `The Care Quality Commission has rated ${authority} Council's adult social care as good.`,
    ...more,
  });
const told = async (authority: string) => {
  const events = await here.app.deps.store.events({ authorities: [authority.toLowerCase()] });
  return events.map(({ event: { day, dayBasis, reports } }) => [
    ...[day, dayBasis],
    ...reports.map(({ articleDay, publisher }) => [articleDay, publisher]),
  ]);
};

test('what was not known of it and now is, its date and its paper, is taken; what is known stays', async () => {
  await publish(here, care('Wading', { published: null, publisher: null }));
  expect(await told('Wading')).toEqual([[null, 'unknown', [null, null]]]);
  await publish(here, care('Wading', { published: '2026-03-17' }));
  const known = [['2026-03-17', 'article', ['2026-03-17', 'The Paper']]];
  expect(await told('Wading')).toEqual(known);
  await publish(here, care('Wading', { published: null, publisher: null }));
  await publish(here, care('Wading', { published: '2026-03-18', publisher: 'Another paper' }));
  expect(await told('Wading')).toEqual(known);
});

test('with and without its date it is the same event, whichever comes first', async () => {
  const keys: string[] = [];
  for (const [authority, dates] of [
    ['Kelbury', [null, '2026-03-17']],
    ['Northshire', ['2026-03-17', null]],
  ] as const) {
    for (const published of dates) await publish(here, care(authority, { published }));
    const [found] = await here.app.deps.store.events({ authorities: [authority.toLowerCase()] });
    keys.push((found?.event.key ?? '').replace(authority.toLowerCase(), ''));
  }
  expect(keys[0]).toBe(keys[1]);
});
