/** An inspectorate takes its report back: an article says so, and a person finds it beside the event it means. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anArticle, publish } from '../support/told.ts';

let here: Installation;
beforeAll(async () => {
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-17T09:00:00Z' },
    { folder: 'config/demo', proposals: [], reportSites: [] },
  );
});
afterAll(async () => here?.close());

const adults = anArticle({
  id: 'adults',
  title: 'Northshire adult social care requires improvement, says CQC',
  text: 'The Care Quality Commission has rated adult social care at Northshire Council as requires improvement.',
  published: '2026-03-03',
});
const children = anArticle({
  id: 'children',
  title: 'Northshire children’s services rated good',
  text: 'Ofsted has rated children’s services at Northshire Council good.',
  published: '2026-03-10',
});
const withdrawn = anArticle({
  id: 'withdrawn',
  title: 'Care regulator takes back report on Northshire',
  text: 'The CQC has withdrawn its report on Northshire Council, which disputes its requires improvement rating for adult social care.',
  published: '2026-03-16',
});

test('what an article says was withdrawn waits for a person, once, beside the event of that grade; the event stands until then', async () => {
  await publish(here, adults, children, withdrawn, withdrawn);
  const { store } = here.app.deps;
  expect(await store.openComplaints()).toMatchObject([
    {
      eventKey: expect.stringMatching(/^northshire\.cqc\.adult_social_care\./),
      text: expect.stringContaining('https://paper.example/withdrawn'),
    },
  ]);
  expect((await store.events({})).map(({ event }) => [event.inspectorate, event.status])).toEqual([
    ['ofsted', 'reported'],
    ['cqc', 'reported'],
  ]);
});
