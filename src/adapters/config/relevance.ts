import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { RelevanceExample } from '../../core/relevance.ts';
import { WrongUse } from '../../errors.ts';

const FILE = 'relevance.yaml';
const sentences = z
  .array(z.string().trim().min(10, 'is too short to learn from'))
  .min(20, 'needs at least 20 sentences');
const EXAMPLES = z.strictObject({ judgement: sentences, other: sentences });

/**
 * Loads the labelled sentences of a config folder.
 * @throws WrongUse naming every fault, a sentence that stands twice among them
 */
export function loadRelevanceExamples(configFolder: string): RelevanceExample[] {
  return readRelevanceExamples(readFileSync(path.join(configFolder, FILE), 'utf8'));
}

/** Reads the file's text. @throws WrongUse naming every fault. */
export function readRelevanceExamples(yaml: string): RelevanceExample[] {
  const document = parseDocument(yaml);
  if (document.errors.length) throw new WrongUse(document.errors.map(({ message }) => `${FILE}: ${message}`));
  const checked = EXAMPLES.safeParse(document.toJS());
  if (!checked.success)
    throw new WrongUse(
      checked.error.issues.map(({ path: at, message }) => `${FILE}, ${at.join('.') || 'file'}: ${message}`),
    );
  const examples = [
    ...checked.data.judgement.map((text) => ({ text, relevant: true })),
    ...checked.data.other.map((text) => ({ text, relevant: false })),
  ];
  const seen = new Set<string>();
  const twice = examples.filter(({ text }) => seen.size === seen.add(text.toLowerCase()).size);
  if (twice.length) throw new WrongUse(twice.map(({ text }) => `${FILE}: stands twice: "${text}"`));
  return examples;
}
