import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadSources, readSources } from '../../src/adapters/config/sources.ts';
import { WrongUse } from '../../src/errors.ts';

const HEAD = 'id,name,url,kind,format,authority,status,seen_on,terms,basis,evidence,note';
const ROW =
  'north,Northshire news,https://north.example/feed,council,rss,northshire,seen,2026-10-02,text,own release,a list,';
const authorities = new Set(['northshire', 'southshire']);
const faultsOf = (csv: string): string => {
  try {
    readSources(csv, authorities);
    return '';
  } catch (error) {
    return error instanceof WrongUse ? error.faults.join('\n') : String(error);
  }
};

test('a sound row is a source', () => {
  expect(readSources(`${HEAD}\n${ROW}`, authorities)).toEqual([
    {
      id: 'north',
      name: 'Northshire news',
      url: 'https://north.example/feed',
      kind: 'council',
      format: 'rss',
      authority: 'northshire',
      status: 'seen',
      terms: 'text',
      note: null,
      basis: 'own release',
      evidence: 'a list',
    },
  ]);
});

const faulty: [statement: string, row: string, fault: RegExp][] = [
  [
    'a kind with a typo is named with the kind meant',
    ROW.replace('council,rss', 'counsil,rss'),
    /line 2, kind "counsil": did you mean "council"/,
  ],
  [
    'a format nobody knows lists the formats',
    ROW.replace('rss', 'telegram'),
    /format "telegram": must be one of rss, atom, rdf/,
  ],
  [
    'an authority with a typo is named with the one meant',
    ROW.replace('northshire,seen', 'northshir,seen'),
    /no authority "northshir"; did you mean "northshire"/,
  ],
  [
    'an address that is none is refused',
    ROW.replace('https://', ''),
    /url "north.example\/feed": must be an http\(s\) address/,
  ],
  [
    'an address with a password is refused',
    ROW.replace('https://', 'https://me:secret@'),
    /must be an http\(s\) address without user name/,
  ],
  ['an address of another scheme is refused', ROW.replace('https:', 'file:'), /must be an http\(s\) address/],
  ['seen needs the day it was seen', ROW.replace('2026-10-02', ''), /line 2: seen_on belongs to status "seen"/],
  [
    'a day for what was not seen is refused',
    ROW.replace(',seen,', ',listed,'),
    /line 2: seen_on belongs to status "seen"/,
  ],
  [
    'a status only the program gives is refused',
    ROW.replace(',seen,', ',resting,'),
    /status "resting": must be one of seen, listed/,
  ],
  ['terms without a basis are refused', ROW.replace('own release', ''), /basis "": must say what the terms rest on/],
  [
    'the same id twice is refused',
    `${ROW}\n${ROW.replace('/feed', '/other')}`,
    /line 3: id "north" stands on line 2 too/,
  ],
  [
    'the same address twice is refused',
    `${ROW}\n${ROW.replace('north,', 'norths,')}`,
    /line 3: address .* stands on line 2 too/,
  ],
  [
    'a comma without quotes is explained',
    ROW.replace('a list', 'a list, of 2023'),
    /line 2: 13 cells where the header has 12/,
  ],
];
for (const [statement, rows, fault] of faulty)
  test(statement, () => {
    expect(faultsOf(`${HEAD}\n${rows}`)).toMatch(fault);
  });

test('all faults come at once', () => {
  const faults = faultsOf(
    `${HEAD}\n${ROW.replace('rss', 'x').replace('text', 'y')}\n${ROW.replace('north,', 'No,')}`,
  ).split('\n');
  expect(faults).toHaveLength(3);
});

test('a folder without the file proposes no sources', () => {
  expect(loadSources('test/config', authorities)).toEqual([]);
});

test('the shipped list has every source once, and says of those that are off why', () => {
  const slugs = new Set(
    [...readFileSync('config/sources.csv', 'utf8').matchAll(/,([a-z-]+),(?:seen|listed|blocked|dead),/g)].map(
      ([, slug]) => slug!,
    ),
  );
  const sources = loadSources('config', slugs);
  const count = (status: string) => sources.filter((source) => source.status === status).length;
  expect({
    all: sources.length,
    seen: count('seen'),
    listed: count('listed'),
    blocked: count('blocked'),
    dead: count('dead'),
  }).toEqual({
    all: 233,
    seen: 14,
    listed: 215,
    blocked: 2,
    dead: 2,
  });
  for (const source of sources.filter(({ status }) => status === 'blocked' || status === 'dead'))
    expect(source.note, source.name).toMatch(/403|abolished/);
});

test('of the shipped list, papers, broadcasters and trade titles give headline and link only', () => {
  const rows = readFileSync('config/sources.csv', 'utf8').split('\n');
  const closed = rows.filter((row) => /,(newspaper|broadcaster|sector),/.test(row));
  expect(closed).toHaveLength(67);
  expect(closed.filter((row) => !row.includes(',headline-and-link,'))).toEqual([]);
});
