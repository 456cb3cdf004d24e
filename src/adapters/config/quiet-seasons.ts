import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { QuietSeason } from '../../core/polling/silence.ts';
import { SOURCE_KINDS, type SourceKind } from '../../core/types.ts';
import { WrongUse } from '../../errors.ts';
import { readCsvTable } from './csv-table.ts';

const MONTH_DAY = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a month and day such as 07-20');

const SEASON = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters and digits joined by single hyphens'),
  name: z.string().min(1, 'must not be empty'),
  from: MONTH_DAY,
  until: MONTH_DAY,
  factor: z.coerce.number({ error: 'is not a number' }).min(1).max(10),
  kinds: z
    .string()
    .refine(
      (text) => text === '' || text.split('|').every((kind) => (SOURCE_KINDS as readonly string[]).includes(kind)),
      {
        error: `must be kinds of source joined by |: ${SOURCE_KINDS.join(' ')}`,
      },
    ),
  basis: z.string().min(1, 'must say what it rests on'),
});

/**
 * Loads `quiet-seasons.csv`: times of year in which a silent source is no cause for alarm. None without the file.
 *
 * @throws WrongUse naming every fault by line
 */
export function loadQuietSeasons(configFolder: string): QuietSeason[] {
  const file = path.join(configFolder, 'quiet-seasons.csv');
  return existsSync(file) ? readQuietSeasons(readFileSync(file, 'utf8')) : [];
}

/** Reads the table itself. @throws WrongUse naming every fault by line. */
export function readQuietSeasons(csv: string): QuietSeason[] {
  const faults: string[] = [];
  const seasons = readCsvTable(csv, 'quiet-seasons.csv', SEASON, faults).map(
    ({ value: { name, from, until, factor, kinds } }): QuietSeason => ({
      name,
      from,
      until,
      factor,
      kinds: kinds === '' ? [] : (kinds.split('|') as SourceKind[]),
    }),
  );
  if (faults.length) throw new WrongUse(faults);
  return seasons;
}
