/** What the relevance model is for: with it, confidence says better how likely a finding is right. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { measure } from '../../src/cli/evaluate.ts';
import { readLabelledRecords } from '../../src/core/evaluation/labels.ts';
import { checkConfidence } from '../../src/core/evaluation/sureness.ts';
import { EVEN_RELEVANCE } from '../../src/core/judging/confidence.ts';
import { loadKnowledge } from '../../src/knowledge.ts';

/** Invented articles that no rule and no labelled sentence was written from. */
const FOLDER = 'test/judging';

test('the relevance model brings confidence nearer to the truth, tells right findings better, and keeps news above mentions', async () => {
  const records = readLabelledRecords(readFileSync(`${FOLDER}/articles.jsonl`, 'utf8'), 'articles.jsonl');
  const world = { folder: path.resolve(FOLDER), proposals: [] };
  const { confidence, review } = measure(
    records,
    await loadKnowledge({ configDir: null, reviewBelow: null }, world),
    'none',
  );
  const { byRules, withRelevance } = confidence;
  expect(withRelevance.auc).toBeGreaterThan(byRules.auc - 0.001);
  expect(withRelevance.findingsAuc).toBeGreaterThan(byRules.findingsAuc + 0.03);
  expect(withRelevance.brier).toBeLessThan(byRules.brier - 0.01);
  expect(review.share).toBeLessThanOrEqual(0.05);
});

const even = EVEN_RELEVANCE;
test('all news above all mentions is an area of one, half of the pairs a half, ties count half', () => {
  const candidate = (points: number, isNews: boolean) => ({ points, relevance: even, isFinding: true, isNews });
  const auc = (...candidates: ReturnType<typeof candidate>[]) => checkConfidence(candidates).byRules.auc;
  expect(auc(candidate(4, true), candidate(3, true), candidate(1, false))).toBe(1);
  expect(auc(candidate(4, true), candidate(1, true), candidate(3, false))).toBe(0.5);
  expect(auc(candidate(3, true), candidate(3, false))).toBe(0.5);
  expect(auc(candidate(1, true), candidate(3, false))).toBe(0);
  expect(auc(candidate(3, true))).toBe(1);
});

test('a guess of one half changes nothing, a likelier one raises confidence, an unlikelier one lowers it', () => {
  const brier = (relevance: number) => checkConfidence([{ points: 3, relevance, isFinding: true, isNews: true }]);
  expect(brier(even).withRelevance).toEqual(brier(even).byRules);
  expect(brier(0.9).withRelevance.brier).toBeLessThan(brier(even).withRelevance.brier);
  expect(brier(0.05).withRelevance.brier).toBeGreaterThan(brier(even).withRelevance.brier);
  expect(brier(0).withRelevance.brier).toBeLessThan(1);
});
