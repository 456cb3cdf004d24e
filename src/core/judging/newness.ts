/** Whether a grade is this article's own news. Signals are rules; this adds them up. */
import type { Subject } from '../types.ts';
import { fires } from './ratings.ts';
import { mentionsIn, type Reading } from './reading.ts';
import type { Rule, Rulebook } from './rulebook.ts';
import type { Sentence } from './sentences.ts';
import type { Refused, Statement } from './statements.ts';

export interface Signals {
  weight: number;
  fired: { rule: string; from: number; to: number; weight: number }[];
  /** What else the article is about, by the strongest signal against. */
  subject: Subject | null;
}

const LEAD_SENTENCES = 3;

/** Each signal counts once, wherever it stands. */
export function signalsOf(reading: Reading, rulebook: Rulebook): Signals {
  const fired = new Map<string, Signals['fired'][number]>();
  let subject: Subject | null = null;
  let strongest = 0;
  let depth = 0;
  for (const sentence of reading.sentences) {
    const where = sentence.field === 'title' ? 'title' : depth++ < LEAD_SENTENCES ? 'lead' : 'body';
    for (const rule of rulebook.rules) {
      const effect = rule.effect;
      if (effect.does !== 'signal' || fired.has(rule.id) || !reaches(effect.where, where)) continue;
      const anchor = fireCue(rule, reading, sentence);
      if (!anchor) continue;
      fired.set(rule.id, { rule: rule.id, ...anchor, weight: effect.weight });
      if (effect.weight < strongest && effect.subject) {
        strongest = effect.weight;
        subject = effect.subject;
      }
    }
  }
  const list = [...fired.values()];
  return { weight: list.reduce((sum, f) => sum + f.weight, 0), fired: list, subject };
}

const reaches = (rule: 'title' | 'lead' | 'body', where: 'title' | 'lead' | 'body') =>
  rule === where || (rule === 'body' && where === 'lead');

/** Where the words a rule calls its cue stand in a sentence so that it fires. */
export function fireCue(rule: Rule, reading: Reading, sentence: Sentence): { from: number; to: number } | null {
  if (rule.cue === null) return null;
  for (const mention of mentionsIn(reading, rule.cue, sentence.from, sentence.to))
    if (fires(rule, reading, mention, sentence) === 'fired') return { from: mention.from, to: mention.to };
  return null;
}

/** Points of the statements themselves: headline and opening say more than the end. */
export function statementPoints(
  statements: Statement[],
  refused: Refused[],
  unnamedTitle: boolean,
  reading: Reading,
): number {
  const current = statements.filter((s) => s.standing === 'current');
  if (current.length === 0) return 0;
  let points = 0;
  if (current.some((s) => s.depth === -1) || countedInTitle(current, refused)) points += 3;
  // A title that names no council speaks for all that the text lists.
  else if (unnamedTitle && current.some((s) => s.names.length > 1)) points += 2;
  if (current.some((s) => s.depth >= 0 && s.depth < LEAD_SENTENCES)) points += 2;
  else if (current.some((s) => s.depth >= LEAD_SENTENCES)) points += 1;
  if (current.some((s) => s.rating.rules.some((r) => r.startsWith('current.')))) points += 1;
  if (current.some((s) => isLatest(s, reading))) points += 1;
  if (current.some((s) => namesInspectorate(s, reading))) points += 0.5;
  if (new Set(current.flatMap((s) => s.target.areas.map((a) => a.id))).size >= 2) points += 1.5;
  if (current.some((s) => s.target.overall || s.target.everywhere)) points += 0.5;
  return points;
}

/** From points to a confidence between 0 and 1. */
export const confidenceOf = (points: number): number => Math.round(100 / (1 + Math.exp(-(points - 2) * 0.7))) / 100;

/** Its sentence speaks of the latest inspection. */
const isLatest = ({ rating: { sentence } }: Statement, reading: Reading): boolean =>
  sentence.field === 'text' && mentionsIn(reading, 'latest_word', sentence.from, sentence.to).length > 0;

/** "Four councils inadequate": the title counts what the text names. */
const countedInTitle = (current: Statement[], refused: Refused[]): boolean =>
  refused.some(
    ({ rating, code }) =>
      (code === 'count' || code === 'league') &&
      rating.sentence.field === 'title' &&
      current.some((s) => s.rating.grade === rating.grade),
  );

const namesInspectorate = ({ rating: { sentence }, depth }: Statement, reading: Reading): boolean =>
  depth >= 0 && depth < LEAD_SENTENCES && mentionsIn(reading, 'inspectorate', sentence.from, sentence.to).length > 0;
