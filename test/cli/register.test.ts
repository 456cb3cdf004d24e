/** `register` and `authorities show`, on a real embedded database. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadReportSites } from '../../src/adapters/config/report-sites.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anArticle, publish } from '../support/told.ts';

let here: Installation;
beforeAll(async () => {
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-18T10:00:00Z' },
    { folder: 'config/demo', proposals: [], reportSites: loadReportSites('config') },
  );
  await publish(
    here,
    anArticle({
      id: 'wading',
      title: 'Wading adult care requires improvement, says CQC',
      text: "The Care Quality Commission has rated Wading Council's adult social care as requires improvement.",
    }),
    anArticle({
      id: 'eastborough',
      title: "Eastborough children's services good, says Ofsted",
      text: "Ofsted has rated Eastborough Council's children's services good. The report was published on 13 March 2026.",
    }),
  );
});
afterAll(async () => await here?.close());

const ask = (...argv: string[]) => typed(here.app, argv);
const importing = (csv: string, ...argv: string[]) =>
  typed(here.app, ['register', 'import', '-', '--json', ...argv], { stdin: async () => Buffer.from(csv) });
const eventsOf = async (authority: string) =>
  (await ask('events', 'list', '--authority', authority, '--json')).json<JudgementEvent[]>();

const HEAD = 'id,authority,inspectorate,service,framework,published,scale,headlines,areas,basis\n';
const CQC = 'cqc,adult_social_care,cqc_la';
const wading = `wading-cqc-2026-03-16,Wading Borough Council,${CQC},2026-03-16,cqc_four_point_2023,overall=requires improvement,,read\n`;
const southshire = `southshire-cqc-2026-03-17,southshire,${CQC},2026-03-17,cqc_four_point_2023,overall=good,,read\n`;
const eastborough =
  'eastborough-ilacs-2026-03-13,Eastborough,ofsted,childrens_services,ilacs,2026-03-13,ofsted_four_point_2013,overall=requires_improvement,leaders=good|help and protection=good,read\n';

interface Done {
  added: string[];
  changed: string[];
  same: number;
  contradictions: object[];
  missed: { id: string }[];
  unofficial: string[];
}

describe('an import', () => {
  test('confirms, contradicts and lists what no source reported', async () => {
    expect(await eventsOf('wading')).toMatchObject([{ register: { match: 'none' }, status: 'reported' }]);
    const done = await importing(HEAD + wading + southshire + eastborough, '--since', '2026-03-01');
    expect(done.code, done.err).toBe(0);
    expect(done.json<Done>()).toMatchObject({
      added: ['wading-cqc-2026-03-16', 'southshire-cqc-2026-03-17', 'eastborough-ilacs-2026-03-13'],
      changed: [],
      same: 0,
      contradictions: [{ field: 'headlines.overall', reported: 'good', published: 'requires_improvement' }],
      missed: [{ id: 'southshire-cqc-2026-03-17' }],
    });
    expect(await eventsOf('wading')).toMatchObject([
      { register: { match: 'confirmed', judgement: 'wading-cqc-2026-03-16' }, status: 'confirmed' },
    ]);
    expect(await eventsOf('eastborough')).toMatchObject([
      { register: { match: 'contradicting' }, status: 'disputed', grade: 'good' },
    ]);
    const [{ key }] = (await eventsOf('eastborough')) as [JudgementEvent];
    expect((await ask('events', 'show', key)).out.replaceAll(/\s+/g, ' ')).toContain(
      'register the register holds this judgement with other grades, eastborough-ilacs-2026-03-13, which has requires improvement',
    );
  });

  test('a joint report, its authorities joined by |, is one judgement of each', async () => {
    const joint =
      'two-shires-yjs-2020-03-12,Northshire|South Oldmere Council,hmi_probation,youth_justice,youth_justice,2020-03-12,hmip_four_point_2018,overall=good,,read\n';
    const done = await importing(HEAD + joint);
    expect(done.code, done.err).toBe(0);
    expect(done.json<Done>().added).toEqual([
      'two-shires-yjs-2020-03-12+northshire',
      'two-shires-yjs-2020-03-12+south-oldmere',
    ]);
    for (const authority of ['northshire', 'south-oldmere'])
      expect((await ask('register', 'list', '--authority', authority, '--json')).json<object[]>()).toContainEqual(
        expect.objectContaining({ authority, reportId: 'two-shires-yjs-2020-03-12', published: '2020-03-12' }),
      );
    expect((await importing(HEAD + joint)).json<Done>()).toMatchObject({ added: [], changed: [], same: 2 });
    const unknown = await importing(HEAD + joint.replace('Northshire|', 'Northshire|Nowhere|'));
    expect(unknown.err).toContain('line 2: no authority "Nowhere"');
  });

  test('repeated, changes nothing; with another grade, replaces the row', async () => {
    expect((await importing(HEAD + wading)).json<Done>()).toMatchObject({ added: [], changed: [], same: 1 });
    const good = eastborough.replace('overall=requires_improvement', 'overall=good');
    expect((await importing(HEAD + good)).json<Done>()).toMatchObject({
      changed: ['eastborough-ilacs-2026-03-13'],
      contradictions: [],
    });
    expect(await eventsOf('eastborough')).toMatchObject([{ register: { match: 'confirmed' }, status: 'confirmed' }]);
  });

  test('is there for articles judged later', async () => {
    const { deps } = here.app;
    await publish(
      here,
      anArticle({
        id: 'southshire',
        title: 'Southshire care rated good',
        text: "The Care Quality Commission has rated Southshire County Council's adult social care as good.",
      }),
    );
    expect(await eventsOf('southshire')).toMatchObject([{ register: { match: 'confirmed' } }]);
    expect(deps.register.byAuthority.get('southshire')?.map(({ id }) => id)).toContain('southshire-cqc-2026-03-17');
    const missed = await ask('register', 'list', '--missed', '--since', '2026-03-01', '--json');
    expect(missed.json<{ id: string }[]>()).toEqual([]);
  });

  test('tells nobody by itself', async () => {
    expect(await here.app.deps.store.unroutedNotices(10)).toEqual([]);
  });
});

describe('a table with faults changes nothing, and every fault is told with its line', () => {
  const faults: [string, string, RegExp[]][] = [
    [
      'an unknown column',
      `${HEAD.replace('basis', 'basiss')}${wading}`,
      [/unknown column "basiss"; did you mean "basis"/],
    ],
    [
      'bad rows',
      `${HEAD}x-1,Wadign,${CQC},2026-02-30,cqc_four_point_2023,overall=good,,read\nx-2,wading,${CQC},2026-02-03,cqc_four_point_2023,overall=godo,,read\nx-3,wading,${CQC},2026-02-04,,overall=good,,read\nx-4,wading,${CQC},2026-02-05,cqc_four_point_2023,good,,read\nx-5,wading,${CQC},,,,,read\n`,
      [
        /line 2, published "2026-02-30"/,
        /line 3: grade "godo" is not on scale/,
        /line 4: has grades but no scale/,
        /line 5, headlines "good": write name=grade/,
        /line 6: no day of inspection or publication/,
      ],
    ],
    [
      'cells that do not fit, and what else is wrong with their rows',
      `${HEAD}x-1,Wadign,${CQC},2026-02-30,cqc_four_point_2023,overall=godo,,\nx-1,wading,cqc,adult_care,cqc_la,,none,overall=good,,read\nx-3,wading,${CQC},2026-02-04,cqc_four_point_2023,overall=good|overall=good,leder=good,\n`,
      [
        /line 2, published "2026-02-30"[^\n]*\n[^\n]*line 2, basis/,
        /line 2: no authority "Wadign"; did you mean/,
        /line 2: grade "godo" is not on scale/,
        /line 3, service "adult_care"/,
        /line 3: id "x-1" stands on line 2 too/,
        /line 3: no scale "none"/,
        /line 3: no day of inspection or publication/,
        /line 4: .*headline "overall" of "x-3" stands twice/,
        /line 4: .*knows the judgement area "leder"/,
      ],
    ],
    [
      'a column missing, and what is wrong with the rows',
      `${HEAD.replace(',basis', '')}x-1,Wadign,${CQC},2026-02-03,cqc_four_point_2023,overall=good,\n`,
      [/missing column basis/, /line 2: no authority "Wadign"/],
    ],
    [
      'a stranger',
      `${HEAD}${wading.replace('Wading Borough Council', 'Wadingg')}`,
      [/line 2: no authority "Wadingg"; did you mean/],
    ],
    [
      'a double in the file',
      HEAD + southshire + southshire,
      [/line 3: id "southshire-cqc-2026-03-17" stands on line 2 too/],
    ],
    [
      'a known judgement under another id',
      HEAD + wading.replace('wading-cqc-2026-03-16', 'another'),
      [/line 2: is the same judgement as "wading-cqc-2026-03-16", which is known/],
    ],
    ['no rows', HEAD, [/holds no row/]],
  ];
  test.each(faults)('%s', async (_, csv, messages) => {
    const before = await here.app.deps.store.registerRows();
    const ran = await importing(csv);
    expect(ran.code).toBe(2);
    for (const message of messages) expect(ran.err).toMatch(message);
    expect(await here.app.deps.store.registerRows()).toEqual(before);
  });
});

test('register list shows published judgements, newest first, with the events that report them', async () => {
  const ran = await ask('register', 'list', '--authority', 'eastborough', '--json');
  const rows = ran.json<{ id: string; imported: boolean; events: string[] }[]>();
  expect(rows[0]).toMatchObject({ id: 'eastborough-ilacs-2026-03-13', imported: true, events: [expect.any(String)] });
  expect(rows.at(-1)).toMatchObject({ imported: false });
  expect((await ask('register', 'list', '--authority', 'eastborough')).out).toContain('(imported)');
});

test('authorities show prints official and reported judgements side by side', async () => {
  const ran = await ask('authorities', 'show', 'Eastborough', '--json');
  const { timeline } = ran.json<{ timeline: { day: string; official: string | null; reported: string | null }[] }>();
  expect(timeline.at(-1)).toMatchObject({
    day: '2026-03-13',
    official: expect.stringMatching(/good/),
    reported: expect.stringContaining('eastborough.ofsted'),
  });
  expect(timeline[0]).toMatchObject({ day: expect.stringMatching(/^20(1|2)/) });
});

test('the address of the report, which the register alone knows, leaves with the judgement', async () => {
  const report = 'https://www.cqc.org.uk/care-services/local-authority-assessment-reports/wading-0326';
  const done = await importing(HEAD.replace('\n', ',source_url\n') + wading.replace('\n', `,${report}\n`));
  expect(done.code, done.err).toBe(0);
  const asked = ['--authority', 'wading'];
  const shown = await ask('events', 'list', ...asked, '--json');
  expect(shown.json<{ officialUrl: string }[]>()).toMatchObject([{ officialUrl: report }]);
  const week = ['digest', '--week', '2026-W12', ...asked, '--format'];
  for (const argv of [
    ['events', 'list', ...asked, '--format', 'csv'],
    [...week, 'csv'],
    [...week, 'jsonld'],
  ])
    expect((await ask(...argv)).out).toContain(report);
});

test('a row from a council’s page or the press is imported as such, and lets it confirm nothing', async () => {
  const head = HEAD.replace('basis', 'source_url,read_from,basis');
  const row = (columns: string) => head + wading.replace(',,read', `,,${columns},read`);
  const rows: [columns: string, readFrom: string | undefined, status: string][] = [
    // The paper's address says enough; an address of nobody, and none, is the operator's own word.
    ['https://paper.example/wading,', 'press', 'reported'],
    ['https://wading.example/news,council', 'council', 'reported'],
    ['https://paper.example/wading,inspectorate', undefined, 'confirmed'],
    [',press', 'press', 'reported'],
    [',', undefined, 'confirmed'],
  ];
  for (const [columns, readFrom, status] of rows) {
    const done = await importing(row(columns));
    expect(done.code, done.err).toBe(0);
    expect(done.json<Done>().unofficial.length).toBe(readFrom ? 1 : 0);
    const [event] = await eventsOf('wading');
    expect({ columns, status: event?.status, readFrom: event?.register.readFrom }).toEqual({
      columns,
      status,
      readFrom,
    });
  }
  await importing(row(',press'));
  expect((await ask('authorities', 'show', 'wading')).out).toMatch(
    /official {2}requires improvement \(read from the press, not from the\s+inspectorate\)/,
  );
  expect((await ask('register', 'list', '--authority', 'wading')).out).toContain('read from the press');
  expect((await ask('events', 'list', '--authority', 'wading', '--format', 'csv')).out).toMatch(
    /,"?matches a row read from the press"?,"?press"?,/m,
  );
  const [{ key }] = (await eventsOf('wading')) as [JudgementEvent];
  expect((await ask('events', 'show', key)).out).toMatch(
    /status +reported.*no\s+official\s+record;\s+matches a row read from the press, not\s+from the/s,
  );
  const counted = async (csv: string) =>
    (await typed(here.app, ['register', 'import', '-'], { stdin: async () => Buffer.from(csv) })).out;
  expect(await counted(row(',press'))).toMatch(/: 0 confirmed, .*\n1 more is held against a row read from the press/);
  const other = await counted(row(',press').replace('overall=requires improvement', 'overall=good'));
  expect(other).toMatch(/reported requires_improvement, read elsewhere as good/);
  expect((await ask('events', 'show', key)).out.replaceAll(/\s+/g, ' ')).toMatch(
    /status reported by one source .*register no official record; differs from a row read from the press, not from the inspectorate, wading-cqc-2026-03-16, which has good/,
  );
  expect(await counted(row(','))).toMatch(/: 1 confirmed, .*that it cannot tell\.$/m);
  expect((await importing(row(',gossip'))).err).toContain('read_from "gossip"');
  await importing(HEAD + wading);
});

test('of a judgement of which only the month of inspection is known no day is said to be that of publication', async () => {
  const head = HEAD.replace('published', 'inspected_from,inspected_until');
  const row = `wading-slac-2012-04,Wading Borough Council,ofsted,childrens_services,slac,2012-04-01,2012-05-01,ofsted_four_point_2005,safeguarding=good,,read\n`;
  const done = await importing(head + row);
  expect(done.code, done.err).toBe(0);
  const { out } = await ask('authorities', 'show', 'wading');
  expect(out.replaceAll(/\s+/g, ' ')).toMatch(
    /no date Ofsted, children's services \([^)]*\), inspected April 2012 official/,
  );
  expect(out).not.toContain('2012-04');
  const listed = (await ask('register', 'list', '--authority', 'wading')).out;
  expect(listed).toMatch(/^inspected 2012-04 /m);
  const json = (await ask('authorities', 'show', 'wading', '--json')).json<{ timeline: object[] }>();
  expect(json.timeline[0]).toMatchObject({ day: '', inspected: { from: '2012-04-01', until: '2012-05-01' } });
});

test('an inspection without an overall grade stands in the timeline with its areas', async () => {
  const row = (grades: string) =>
    `wading-ilacs-2026-07-01,Wading Borough Council,ofsted,childrens_services,ilacs,2026-07-01,ofsted_four_point_2013,,${grades},read\n`;
  const areas = 'leaders=good|help_and_protection=good|children_in_care=good|care_leavers=requires improvement';
  const done = await importing(HEAD + row(areas));
  expect(done.code, done.err).toBe(0);
  const { out } = await ask('authorities', 'show', 'wading');
  expect(out.replaceAll(/\s+/g, ' ')).toMatch(
    /2026-07-01 Ofsted, .* official 3 of 4 areas good and 1 requires improvement( to be good)?, no overall grade/,
  );
});
