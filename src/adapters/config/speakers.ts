import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { SpeakerRole } from '../../core/who-said.ts';
import { WrongUse } from '../../errors.ts';
import { readCsvTable } from './csv-table.ts';

const SPEAKER = z.object({
  kind: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be small letters joined by single hyphens'),
  words: z
    .string()
    .refine((text) => text.split('|').every((words) => words.trim() !== '' && words === words.toLowerCase()), {
      error: 'must be wordings in small letters joined by |',
    }),
  basis: z.string().min(1, 'must say what it rests on'),
});

/**
 * Loads `speakers.csv`: public roles in which people speak. None without the file.
 *
 * @throws WrongUse naming every fault by line
 */
export function loadSpeakers(configFolder: string): SpeakerRole[] {
  const file = path.join(configFolder, 'speakers.csv');
  const faults: string[] = [];
  const rows = existsSync(file) ? readCsvTable(readFileSync(file, 'utf8'), 'speakers.csv', SPEAKER, faults) : [];
  if (faults.length) throw new WrongUse(faults);
  return rows.flatMap(({ value: { kind, words } }) => words.split('|').map((one) => ({ kind, words: one })));
}
