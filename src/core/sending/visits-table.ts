/** Visits and outcomes of a week that give no grade, as one clean table: stable once shipped, as the columns of judgements are. */
import type { CellValue } from './columns.ts';
import type { Digest } from './digest.ts';

const COLUMNS = ['authority', 'kind', 'outcome', 'day', 'title', 'publisher', 'url'];

/** A header line first. */
export const visitsTable = ({ activities }: Pick<Digest, 'activities'>): CellValue[][] => [
  COLUMNS,
  ...activities.map(({ authority, kind, outcome, day, title, publisher, url }) => [
    ...[authority, kind, outcome ?? '', day ?? '', title, publisher ?? '', url ?? ''],
  ]),
];
