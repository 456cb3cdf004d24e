/** Lists of sources that people bring and take away. */
import { describe, expect, test } from 'vitest';
import {
  readSourceList,
  type SourceToExport,
  sourceListCsv,
  sourceListOpml,
} from '../../src/adapters/config/source-list.ts';
import { planImport } from '../../src/core/source-list.ts';

const NOW = new Date('2026-03-10T09:00:00Z');
const index = {
  find: (word: string) =>
    word === 'northshire'
      ? { authority: { slug: 'northshire' } as never }
      : { authority: null, suggestion: word.startsWith('north') ? 'northshire' : null },
};
function reading(text: string) {
  const faults: string[] = [];
  const listed = readSourceList(text, 'list', index, faults);
  return { listed, sources: listed.map(({ source }) => source), faults };
}

const aSource = (source: Partial<SourceToExport> = {}): SourceToExport => ({
  id: 'northshire-news',
  name: 'Northshire & district “news” <daily>',
  url: 'https://www.northshire.example/news?page=all&sort=new',
  kind: 'council',
  format: 'html',
  authority: 'northshire',
  status: 'paused',
  terms: 'text',
  note: '=1+1, a "note" that looks like a formula',
  basis: 'the council’s own release',
  evidence: 'its home page',
  lastSuccess: NOW,
  ...source,
});

describe('a list that is taken away comes back as it was', () => {
  const sources = [
    aSource(),
    aSource({ id: 'paper', kind: 'newspaper', format: 'atom', authority: null, note: null, status: 'seen' }),
  ];
  const plain = sources.map(({ lastSuccess: _, ...source }) => source);
  for (const [format, text] of [
    ['CSV', Buffer.from(sourceListCsv(sources)).toString()],
    ['OPML', sourceListOpml(sources, NOW)],
  ] as const)
    test(format, () => {
      const { sources: read, faults } = reading(text);
      expect(faults).toEqual([]);
      expect(read).toEqual(plain);
    });
  test('a list page is a link in OPML, so that no feed reader takes it for a feed', () => {
    const opml = sourceListOpml(sources, NOW);
    expect(opml.match(/xmlUrl="/g)).toHaveLength(1);
    expect(opml).toContain('type="link"');
  });
});

describe('another reader’s OPML', () => {
  const outlines = (body: string) =>
    `<?xml version="1.0"?>\n<opml version="1.0"><head/><body>\n${body}\n</body></opml>`;
  test('is read through its groups; what is no feed is left', () => {
    const { sources, faults } = reading(
      outlines(
        '<outline text="Papers"><outline type="rss" text="Paper &amp; Co" xmlUrl="https://paper.example/feed?a=1&amp;b=2" htmlUrl="https://paper.example/"/></outline><outline type="link" text="A bookmark" url="https://x.example/"/>',
      ),
    );
    expect(faults).toEqual([]);
    expect(sources).toMatchObject([
      { name: 'Paper & Co', url: 'https://paper.example/feed?a=1&b=2', kind: 'other', format: 'rss', status: 'added' },
    ]);
  });
  const broken: [string, string, RegExp][] = [
    [
      'cut short',
      '<opml><body><outline text="a" xmlUrl="https://a.example/"/><outline text="b"',
      /never closed|cut short/,
    ],
    ['no OPML at all', '<rss><channel/></rss>', /root is <rss>; OPML was expected/],
  ];
  for (const [what, text, fault] of broken) test(what, () => expect(reading(text).faults.join()).toMatch(fault));
  test('entities of its own are not unfolded', () => {
    const { sources } = reading(
      `<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><opml><body><outline text="&b;" xmlUrl="https://a.example/"/></body></opml>`,
    );
    expect(sources[0]?.name).toBe('&b;');
  });
  test('all faults are told, each with its line', () => {
    const { faults } = reading(
      outlines(
        [
          '<outline text="a" xmlUrl="ftp://a.example/"/>',
          '<outline text="b" xmlUrl="https://b.example/" gradewatch:kind="counsil"/>',
          '<outline text="c" xmlUrl="https://c.example/" gradewatch:authority="northshyre" gradewatch:formatt="rss"/>',
        ].join('\n'),
      ),
    );
    expect(faults).toEqual([
      expect.stringMatching(/^list line 3, url "ftp/),
      expect.stringMatching(/^list line 4, kind "counsil": did you mean "council"/),
      expect.stringMatching(/^list line 5: unknown attribute "gradewatch:formatt"; did you mean "gradewatch:format"/),
      expect.stringMatching(/^list line 5: "northshyre" is no authority we know; did you mean northshire/),
    ]);
  });
});

describe('a CSV', () => {
  test('needs no more than addresses', () => {
    const { sources, faults } = reading('url,authority\nhttps://www.northshire.example/news,northshire\n');
    expect(faults).toEqual([]);
    expect(sources).toMatchObject([
      {
        id: expect.stringMatching(/^added-/),
        name: 'www.northshire.example',
        authority: 'northshire',
        status: 'added',
      },
    ]);
  });
  test('all faults are told, each with its line', () => {
    const { faults } = reading('url,kind,terms\nnews,council,text\nhttps://a.example/,paper,free\n');
    expect(faults.map((fault) => /^list line \d, \w+/.exec(fault)?.[0])).toEqual([
      'list line 2, url',
      'list line 3, kind',
      'list line 3, terms',
    ]);
  });
  test('a column nobody knows is a fault', () =>
    expect(reading('url,athority\nhttps://a.example/,A\n').faults).toEqual([
      'list: unknown column "athority"; did you mean "authority"?',
    ]));
});

describe('of what is listed', () => {
  const listed = (...urls: string[]) => reading(`url\n${urls.join('\n')}\n`).listed;
  const known = [{ id: 'paper', url: 'https://paper.example/feed', aliases: ['https://old.example/rss'] }];
  test('an address that is a source’s already, however spelt, is left out and told', () => {
    const plan = planImport(
      listed(
        'http://www.paper.example/feed/',
        'https://old.example/rss',
        'https://new.example/a',
        'https://new.example/a?utm_source=x',
      ),
      known,
      'list',
      [],
    );
    expect(plan.added.map(({ url }) => url)).toEqual(['https://new.example/a']);
    expect(plan.duplicates).toMatchObject([
      { line: 2, of: 'paper' },
      { line: 3, of: 'paper' },
      { line: 5, of: plan.added[0]!.id },
    ]);
  });
  test('an id that another address has is a fault', () => {
    const faults: string[] = [];
    planImport(reading('id,url\npaper,https://new.example/\n').listed, known, 'list', faults);
    expect(faults).toEqual(['list line 2: id "paper" is another source\'s; leave it empty or give it one of its own']);
  });
});

test('a folder of mails is a file: address; its format follows, and a format that does not fit is told', () => {
  const faults: string[] = [];
  const csv =
    'url,format\nfile:///var/mail/news?from=weekly.example,\nfile:///var/mail/other,rss\nhttps://weekly.example/,mail\n';
  const index = { find: () => ({ authority: null, suggestion: null }) };
  const listed = readSourceList(csv, 'list.csv', index as never, faults);
  expect(listed.map(({ source: { url, format, name } }) => [url, format, name])).toEqual([
    ['file:///var/mail/news?from=weekly.example', 'mail', '/var/mail/news'],
  ]);
  expect(faults).toEqual([
    'list.csv line 3, format "rss": a file: address is a folder of mails; its format is mail',
    'list.csv line 4, url "https://weekly.example/": mails are read from a folder of this machine; write it as file:///var/mail/news',
  ]);
});
