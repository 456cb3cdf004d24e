/** An undated report of a back catalogue, later handed in again to be told: a closed week as known then does not move. */
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DIGEST_FORMATS } from '../../src/adapters/exports/index.ts';
import type { Alerting } from '../../src/core/events/freshness.ts';
import { ingestArticle } from '../../src/steps/ingest-article.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anArticle, typedAsleep } from '../support/told.ts';

let here: Installation;
let clock = new Date('2026-03-12T10:00:00Z');
const digest = (format: string, asKnown: 'then' | 'now') =>
  typedAsleep(here, ['digest', '--week', '2026-W11', '--format', format, '--as-known', asKnown]);
const bytesThen = () => Promise.all(DIGEST_FORMATS.map(async (format) => (await digest(format, 'then')).out));
const sections = async (asKnown: 'then' | 'now') =>
  (parse((await digest('csv', asKnown)).out, { columns: true, bom: true }) as { section: string }[]).map(
    ({ section }) => section,
  );

async function comesIn(alerting: Alerting, more: string): Promise<void> {
  const article = anArticle({
    ...{ id: 'undated', published: null, title: 'Kelbury adult social care rated good' },
    text: `The Care Quality Commission has rated Kelbury Council's adult social care as good.${more}`,
  });
  const asleep = { ...here.app.deps, queue: { put: async () => {} } };
  await ingestArticle(asleep, article, alerting === 'always');
}

beforeAll(async () => {
  here = await anInstallation({}, { folder: 'config/demo', proposals: [] });
  here.app.deps.now = () => clock;
  await comesIn('never', '');
}, 120_000);
afterAll(() => here?.close());

test('it was late in its week, stays so as known then, byte for byte, and is a judgement of it as known now', async () => {
  clock = new Date('2026-03-18T10:00:00Z');
  const before = await bytesThen();
  expect(await sections('then')).toEqual(['late']);
  clock = new Date('2026-03-19T10:00:00Z');
  await comesIn('always', ' Its director spoke of a proud day.');
  expect(await bytesThen()).toEqual(before);
  expect(await sections('now')).toEqual(['judgement']);
  clock = new Date('2026-03-20T10:00:00Z');
  await comesIn('always', ' Its director and its leader spoke of a proud day.');
  expect(await bytesThen()).toEqual(before);
});
