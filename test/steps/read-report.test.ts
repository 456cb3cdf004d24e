/** From a council's news to the inspectorate's own report behind it: real sockets, the real judging, the real store. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SourceProposal } from '../../src/core/types.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { type FaultServer, faultServer, type Script } from '../support/fault-server.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aPdf, type Placed, prose } from '../support/pdf.ts';

/** A report on a council: overall and its areas, inspected in a month. */
function report(council: string, dates: string, overall: string, areas: readonly string[]): Buffer {
  const names = [
    'The impact of leaders on social work practice with children and families',
    'The experiences and progress of children who need help and protection',
    'The experiences and progress of children in care',
    'The experiences and progress of care leavers',
  ];
  const row = (name: string, grade: string, at: number): Placed[] => [
    [60, 650 - at * 24, 9, name],
    [440, 650 - at * 24, 9, grade],
  ];
  return aPdf([
    [
      [60, 780, 18, `Inspection of ${council} local authority children’s services`],
      [60, 740, 12, `Inspection dates: ${dates}`],
      [60, 690, 9, 'Judgement'],
      [440, 690, 9, 'Grade'],
      ...areas.flatMap((grade, at) => row(names[at]!, grade, at)),
      ...row('Overall effectiveness', overall, areas.length),
      ...prose(['Leaders know their services well, and children receive help when they need it.'], 480),
    ],
  ]);
}

const story = (council: string, grade: string, links: string[]) =>
  `<!doctype html><html><head><title>Ofsted rates ${council} children’s services ${grade}</title></head><body><main><article>
<h1>Ofsted rates ${council} children’s services ‘${grade}’</h1><time datetime="2026-03-09">9 March 2026</time>
<p>Children’s services at ${council} Council have been rated ‘${grade}’ overall by Ofsted after an inspection in January 2026.</p>
<p>Inspectors spent two weeks with the council’s social workers, and read the files of many families, before they came to their judgement.</p>
<p>${links.map((link) => `<a href="${link}">Read the report</a>`).join(' and ')}</p></article></main></body></html>`;

const html = (body: string) => ({ headers: { 'content-type': 'text/html' }, body });
const pdf = (body: Buffer) => ({ headers: { 'content-type': 'application/pdf' }, body });

let server: FaultServer;
let here: Installation;
let origin = '';
const script: Script = {
  '/feed': () => ({
    headers: { 'content-type': 'application/rss+xml' },
    body: `<rss version="2.0"><channel><title>News</title>${['northshire', 'southshire', 'eastborough', 'budget']
      .map(
        (slug) =>
          `<item><title>News of ${slug}</title><link>${origin}/news/${slug}</link><guid>${slug}</guid><pubDate>Mon, 09 Mar 2026 08:00:00 GMT</pubDate></item>`,
      )
      .join('')}</channel></rss>`,
  }),
  '/news/northshire': () => html(story('Northshire', 'good', [`${origin}/file/1`, `${origin}/file/2`])),
  '/file/1': pdf(report('Northshire', '12 to 23 January 2026', 'Good', ['Outstanding', 'Good', 'Good', 'Good'])),
  // The report before: linked to for comparison.
  '/file/2': pdf(
    report('Northshire', '2 to 13 October 2023', 'Inadequate', ['Inadequate', 'Inadequate', 'Good', 'Good']),
  ),
  '/news/southshire': () => html(story('Southshire', 'good', [`${origin}/provider/44/1`])),
  '/provider/44/1': () =>
    html(
      `<main><h1>Southshire</h1><p>All reports on this authority, the newest first, are listed below for anybody to read.</p><ol><li><a href="/file/3">Inspection, January 2026</a></li></ol></main>`,
    ),
  '/file/3': pdf(
    report('Southshire', '12 to 23 January 2026', 'Good', ['Good', 'Good', 'Good', 'Requires improvement to be good']),
  ),
  '/news/eastborough': () => html(story('Eastborough', 'good', [`${origin}/file/4`, `${origin}/file/5`])),
  '/file/4': { status: 404 },
  '/file/5': (_asked, nth) => (nth === 1 ? { status: 302, headers: { location: '/login' } } : { status: 404 }),
  '/login': html('<h1>Log in</h1>'),
  '/news/budget': () =>
    html(
      `<main><article><h1>Council sets its budget</h1><p>The council has set its budget for the year, and the leader said that it would keep libraries open for all.</p><p><a href="${origin}/file/9">A file</a></p></article></main>`,
    ),
};

beforeAll(async () => {
  server = await faultServer(script);
  origin = server.origin;
  const proposal: SourceProposal = {
    id: 'news',
    name: 'News',
    url: `${origin}/feed`,
    kind: 'newspaper',
    format: 'rss',
    authority: null,
    status: 'seen',
    terms: 'text',
    note: null,
  };
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-10T09:00:00Z' },
    {
      folder: 'config/demo',
      proposals: [proposal],
      reportSites: [
        { hosts: [new URL(origin).host], path: '/file/', publisher: 'Ofsted', follow: 'report' },
        { hosts: [new URL(origin).host], path: '/provider/44/', publisher: 'Ofsted', follow: 'list' },
      ],
    },
  );
  await here.pollAll();
  await runToIdle(here.app);
}, 120_000);
afterAll(async () => {
  await here?.close();
  await server?.close();
});

const eventsOf = async (authority: string) =>
  (await here.app.deps.store.events({})).filter(({ event }) => event.authority === authority).map(({ event }) => event);

describe('an article that reports a judgement', () => {
  test('is borne out by the report it links to, which brings the grades of the areas', async () => {
    const [event] = (await eventsOf('northshire')).filter(({ grade }) => grade === 'good');
    expect(event).toMatchObject({ status: 'confirmed', inspected: { from: '2026-01-12', until: '2026-01-24' } });
    expect(event!.judgements.map(({ area, grade }) => `${area} ${grade}`).sort()).toEqual([
      'care_leavers good',
      'children_in_care good',
      'help_and_protection good',
      'leaders outstanding',
    ]);
    expect(event!.reports.map(({ tier, publisher }) => `${tier} ${publisher}`)).toContain('inspectorate Ofsted');
  });

  test('the earlier report it links to is an event of its own, and news to nobody', async () => {
    const [earlier] = (await eventsOf('northshire')).filter(({ grade }) => grade === 'inadequate');
    expect(earlier).toMatchObject({ inspected: { from: '2023-10-02', until: '2023-10-14' } });
    expect(earlier!.reports).toHaveLength(1);
    expect((await here.app.deps.store.article(earlier!.reports[0]!.articleId))?.alerting).toBe('never');
  });

  test('a page that lists reports leads to the report', async () => {
    expect(await eventsOf('southshire')).toMatchObject([{ status: 'confirmed', grade: 'good' }]);
  });

  test('stands as it did where the report cannot be had or leads elsewhere', async () => {
    expect(await eventsOf('eastborough')).toMatchObject([{ status: 'reported', grade: 'good' }]);
  });

  test('what reports no judgement is not followed, and each report is asked for once', async () => {
    const files = server.paths().filter((path) => path.startsWith('/file/'));
    expect(files.sort()).toEqual(['/file/1', '/file/2', '/file/3', '/file/4', '/file/5']);
    await here.pollAll();
    expect(server.paths().filter((path) => path.startsWith('/file/'))).toHaveLength(5);
  });
});
