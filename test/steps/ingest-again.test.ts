/** An article that is handed in more than once, on a real embedded database. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadReportSites } from '../../src/adapters/config/report-sites.ts';
import type { ArticleText } from '../../src/core/types.ts';
import { ingestArticle } from '../../src/steps/ingest-article.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anArticle, publish } from '../support/told.ts';

let here: Installation;
beforeAll(async () => {
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-18T10:00:00Z' },
    { folder: 'config/demo', proposals: [], reportSites: loadReportSites('config') },
  );
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

test('the same text with links it did not have before takes them, and those reports are read', async () => {
  const { deps } = here.app;
  const asleep = { ...deps, queue: { put: async () => {} } };
  const [one, other] = ['50101', '50102'].map((id) => `https://files.ofsted.gov.uk/v1/file/${id}`) as [string, string];
  const article = care('Southshire', {});
  const handIn = async (...links: string[]) => {
    const { article: id } = await ingestArticle(asleep, article, true, links);
    return { id, kept: await deps.store.reportLinksOf([id]), revision: (await deps.store.article(id))?.revision };
  };
  expect(await handIn()).toMatchObject({ kept: [], revision: 1 });
  expect(await handIn(one)).toMatchObject({ kept: [one], revision: 1 });
  // A reading that finds none, or another, takes none away.
  await handIn();
  expect(await handIn(other, one)).toMatchObject({ kept: [one, other], revision: 1 });
  expect(await deps.store.unreadReports(deps.now(), 10)).toHaveLength(2);
});
