import { z } from 'zod';
import type { RelevanceExample } from '../../core/relevance.ts';
import { type Faults, readYaml } from './files.ts';

export const RELEVANCE_FILE = 'relevance.yaml';
const sentences = z
  .array(z.string().trim().min(10, 'is too short to learn from'))
  .min(20, 'needs at least 20 sentences');
const file = z.strictObject({ judgement: sentences, other: sentences });
const LISTS = ['judgement', 'other'] as const;

/** Labelled sentences of a config folder; faults, a sentence that stands twice among them, are noted with their line. */
export function loadRelevanceExamples(configDir: string, faults: Faults): RelevanceExample[] {
  const read = readYaml(configDir, RELEVANCE_FILE, file, faults);
  if (read === null) return [];
  const seen = new Map<string, number>();
  return LISTS.flatMap((list) =>
    read.value[list].map((text, index) => {
      const line = read.lineOf([list, index]);
      const before = seen.get(text.toLowerCase());
      if (before !== undefined) faults.add(RELEVANCE_FILE, line, `"${text}" stands in line ${before} already`);
      seen.set(text.toLowerCase(), line);
      return { text, relevant: list === 'judgement' };
    }),
  );
}
