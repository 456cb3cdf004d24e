/** What a week rests on as one clean table: the week, then its sources in trouble, then the councils without news. */
import type { CellValue } from './columns.ts';
import { coverageState, coverageWords, type Digest } from './digest.ts';
import type { Names } from './names.ts';
import { oneLine } from './safe.ts';

const COLUMNS = ['kind', 'name', 'state', 'since', 'about'];

/**
 * A header line first. Kinds: `week` (state none, poor or good), `source` (failing, silent, resting), `authority`
 * (no_judgement: a source of its own answered; no_data: none did).
 */
export function coverageTable(digest: Digest, names: Names): CellValue[][] {
  const { week, coverage, quiet, unheard } = digest;
  const source = (state: string, name: string, since: string, about: string) => [
    ...['source', oneLine(name), state, since, oneLine(about)],
  ];
  const authority = (state: string) => (slug: string) => [
    ...['authority', slug, state, '', names.authority(slug).officialName],
  ];
  return [
    COLUMNS,
    ['week', week, coverageState(coverage), digest.range.from, coverageWords(coverage)],
    ...coverage.failing.map(({ name, since, why }) => source('failing', name, since, why)),
    ...coverage.silent.map(({ name, since }) => source('silent', name, since, '')),
    ...coverage.resting.map(({ name, why }) => source('resting', name, '', why)),
    ...quiet.map(authority('no_judgement')),
    ...unheard.map(authority('no_data')),
  ];
}
