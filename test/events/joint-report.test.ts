/** One report for two councils, from the text to what people read: an event for each, each naming the other. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JudgementEvent } from '../../src/core/types.ts';
import { openSite } from '../../src/web/open-site.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';

const ARTICLES = [
  {
    id: 'joint',
    url: 'https://www.northshiregazette.example/youth-justice',
    published: '2024-05-14',
    title: 'Youth justice service for Northshire and Southshire rated good',
    text: 'The youth justice service shared by Northshire and Southshire has been rated good by HM Inspectorate of Probation in a report published today.',
  },
  {
    id: 'one-of-them',
    url: 'https://www.southshirepost.example/youth-justice',
    published: '2024-05-15',
    title: 'Southshire youth justice service rated good',
    text: 'HM Inspectorate of Probation has rated Southshire’s youth justice service good in a report published yesterday.',
  },
  {
    id: 'round-up',
    url: 'https://www.sectorweekly.example/round-up',
    published: '2024-06-03',
    title: 'Ofsted rates Northshire and Southshire outstanding',
    text: 'Ofsted has rated children’s services in Northshire and Southshire outstanding. The two reports were published today.',
  },
];

let here: Installation;
const ask = (...argv: string[]) => typed(here.app, argv);

beforeAll(async () => {
  here = await anInstallation({ PORT: '0' }, { folder: 'config/demo', proposals: [] });
  const lines = ARTICLES.map((article) => JSON.stringify(article)).join('\n');
  const ran = await typed(here.app, ['ingest', '--jsonl', '-'], { stdin: async () => Buffer.from(lines) });
  expect(ran.code, ran.err).toBe(0);
}, 120_000);
afterAll(() => here?.close());

const eventOf = async (authority: string, service: string) => {
  const events = (await ask('events', 'list', '--json', '--authority', authority)).json<JudgementEvent[]>();
  return events.find((event) => event.service === service);
};

test('a joint report makes an event for each council, each naming the other', async () => {
  expect(await eventOf('northshire', 'youth_justice')).toMatchObject({ grade: 'good', jointWith: ['southshire'] });
  expect(await eventOf('southshire', 'youth_justice')).toMatchObject({ grade: 'good', jointWith: ['northshire'] });
});

test('two councils of one round-up are not tied', async () => {
  for (const authority of ['northshire', 'southshire'])
    expect(await eventOf(authority, 'childrens_services')).toMatchObject({ grade: 'outstanding', jointWith: [] });
});

test('a report that names only one of them joins its event, which stays tied', async () => {
  const key = (await eventOf('southshire', 'youth_justice'))?.key ?? '';
  const shown = (await ask('events', 'show', key, '--json')).json<JudgementEvent>();
  expect(shown.jointWith).toEqual(['northshire']);
  expect(shown.reports.map(({ title }) => title)).toEqual(
    expect.arrayContaining([ARTICLES[0]?.title, ARTICLES[1]?.title]),
  );
});

test('people are told with whom: on the terminal and on the page', async () => {
  const key = (await eventOf('northshire', 'youth_justice'))?.key ?? '';
  expect((await ask('events', 'show', key)).out).toMatch(/judged with\s+Southshire/);
  const site = await openSite(here.app);
  try {
    const page = await (await fetch(`${site.address}/events/${key}`)).text();
    expect(page.replaceAll(/<[^>]+>/g, ' ')).toMatch(/Judged with\s+Southshire/);
  } finally {
    await site.close();
  }
});
