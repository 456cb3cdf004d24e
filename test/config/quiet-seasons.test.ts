import { expect, test } from 'vitest';
import { loadQuietSeasons, readQuietSeasons } from '../../src/adapters/config/quiet-seasons.ts';
import { WrongUse } from '../../src/errors.ts';

const HEADER = 'id,name,from,until,factor,kinds,basis\n';

test('the shipped seasons load, and Christmas spans the new year', () => {
  const seasons = loadQuietSeasons('config');
  expect(seasons.length).toBeGreaterThanOrEqual(3);
  expect(seasons.some(({ from, until }) => from > until)).toBe(true);
});

test('a folder without the file has no seasons', () => expect(loadQuietSeasons('src')).toEqual([]));

test('kinds are a list, empty for all', () =>
  expect(
    readQuietSeasons(`${HEADER}a,A,07-20,09-04,2,council|sector,b\nb,B,12-20,01-06,3,,b\n`).map(({ kinds }) => kinds),
  ).toEqual([['council', 'sector'], []]));

test('every fault is named with its line', () => {
  const faults = (() => {
    try {
      readQuietSeasons(`${HEADER}a,A,7-20,09-04,2,,b\nb,B,07-20,13-04,0,blogs,\n`);
      return [];
    } catch (error) {
      return error instanceof WrongUse ? error.faults : [];
    }
  })();
  expect(faults.join('\n')).toMatch(
    /line 2.*from[\s\S]*line 3.*until[\s\S]*line 3.*factor[\s\S]*line 3.*kinds[\s\S]*line 3.*basis/,
  );
});
