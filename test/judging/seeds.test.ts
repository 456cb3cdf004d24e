/** Articles of others, measured where they are and never part of the project: skipped where they are not. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRulebook } from '../../src/adapters/config/rulebook.ts';
import { measure } from '../../src/cli/evaluate.ts';
import { distinctionKey } from '../../src/core/distinctions.ts';
import { readLabelledRecords } from '../../src/core/evaluation/labels.ts';
import { correlate } from '../../src/core/events/correlate.ts';
import { assess } from '../../src/core/judging/assess.ts';
import { familiesOf } from '../../src/core/judging/rules/rulebook.ts';
import { makeRegister } from '../../src/core/register.ts';
import type { Assessment, Claim } from '../../src/core/types.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import { aReport } from '../events/builders.ts';
import { anArticle, CONFIG, ROOT } from './support.ts';

const SHARED = join(ROOT, '..', 'shared');
const SEEDS = join(SHARED, 'seeds');
const CORPUS = join(SHARED, 'corpus', 'dev.jsonl');

interface Expected {
  published: string;
  events: string[];
  areas: string[];
  history: string[];
  more: object;
  /** What is said to set it apart. */
  apart?: string[];
}

const ILACS_A = ['children_in_care_and_care_leavers good', 'help_and_protection outstanding', 'leaders outstanding'];
const ILACS_B = [
  'care_leavers outstanding',
  'children_in_care outstanding',
  'help_and_protection outstanding',
  'leaders outstanding',
];
const seeds: Record<string, Expected> = {
  '000': {
    published: '2023-03-24',
    events: ['bexley outstanding'],
    areas: [],
    history: ['bexley outstanding null'],
    more: { streak: 2, direction: 'same', inspected: { from: '2023-02-01', until: '2023-03-01' } },
    apart: ['second in country under the framework: outstanding, 2 in a row'],
  },
  '001': {
    published: '2018-08-24',
    events: ['bexley outstanding'],
    areas: ILACS_A,
    history: [],
    more: { framework: 'ilacs', direction: null, inspected: { from: '2018-07-01', until: '2018-08-01' } },
  },
  '002': {
    published: '2023-04-05',
    events: ['bexley outstanding'],
    areas: [],
    history: ['bexley inadequate 2012', 'bexley outstanding 2018', 'bexley requires_improvement 2014'],
    more: { streak: 2, direction: 'same', previousGrade: 'outstanding' },
    apart: ['second in united_kingdom: outstanding, 2 in a row'],
  },
  '003': {
    published: '2024-01-30',
    events: ['bromley outstanding'],
    areas: ILACS_B,
    history: [],
    more: { gradesReported: 'overall+areas' },
    apart: ['only: outstanding, every area', 'eighth: outstanding'],
  },
  '004': {
    published: '2012-08-31',
    events: ['bexley inadequate'],
    history: [],
    areas: [
      'capacity_for_improvement adequate',
      'children_are_safe inadequate',
      'looked_after_children good',
      'looked_after_leadership_and_management good',
      'safeguarding inadequate',
      'safeguarding_leadership_and_management inadequate',
      'safeguarding_quality_of_provision inadequate',
    ],
    more: {
      framework: 'slac',
      gradeState: 'two_headlines',
      published: '2012-08-24',
      inspected: { from: '2012-07-01', until: '2012-08-01' },
      headlines: [
        { remit: 'safeguarding', grade: 'inadequate' },
        { remit: 'looked_after_children', grade: 'good' },
      ],
    },
  },
}; // prettier-ignore

const summary = (a: Assessment) => ({
  events: a.events.map((e) => `${e.authority} ${e.grade}`).sort(),
  areas: a.events.flatMap((e) => e.judgements.map((j) => `${j.area} ${j.grade}`)).sort(),
  history: a.history.map((h) => `${h.authority} ${h.grade} ${h.year}`).sort(),
});

describe.skipIf(!existsSync(SEEDS))('five real articles', () => {
  const rulebook = loadRulebook(CONFIG);
  for (const file of existsSync(SEEDS) ? readdirSync(SEEDS).sort() : []) {
    const wanted = seeds[file.slice(0, 3)] as Expected;
    const text = readFileSync(join(SEEDS, file), 'utf8');
    test(`${file.slice(0, 3)} is judged entirely right`, () => {
      const assessment = assess(anArticle({ text, published: wanted.published }), rulebook);
      expect(summary(assessment)).toEqual({ events: wanted.events, areas: wanted.areas, history: wanted.history });
      expect(assessment.events[0]).toMatchObject(wanted.more);
      expect((assessment.events[0]?.distinctions ?? []).map(distinctionKey)).toEqual(wanted.apart ?? []);
    });
    test(`${file.slice(0, 3)} says the same when nobody knows when it appeared`, () => {
      const assessment = assess(anArticle({ text }), rulebook);
      expect(summary(assessment)).toEqual({ events: wanted.events, areas: wanted.areas, history: wanted.history });
      if (file.startsWith('004')) expect(assessment.events[0]).toMatchObject(wanted.more);
    });
  }
  test('two reports of one judgement count in the country and in the United Kingdom: both are shown', () => {
    const reports = ['000', '002'].map((id) => {
      const file = readdirSync(SEEDS).find((name) => name.startsWith(id)) as string;
      const { published } = seeds[id] as Expected;
      const text = readFileSync(join(SEEDS, file), 'utf8');
      const [claim] = assess(anArticle({ text, published }), rulebook).events;
      return { ...aReport(id, { articleDay: published }), claim: claim as Claim };
    });
    const { events } = correlate(reports, makeRegister([]), { families: familiesOf(rulebook) });
    expect(events).toHaveLength(1);
    expect(events[0]?.conflicts).toMatchObject([{ values: [{ findings: ['000'] }, { findings: ['002'] }] }]);
  });
});

test.skipIf(!existsSync(CORPUS))('labelled articles are judged as well as was asked', async () => {
  const records = readLabelledRecords(readFileSync(CORPUS, 'utf8'), 'corpus');
  const e = measure(records, await loadKnowledge({ configDir: null, reviewBelow: null }, null), 'none');
  expect(e.events.f1).toBeGreaterThanOrEqual(0.97);
  expect(e.falseAlarms.alarms).toBeLessThanOrEqual(1);
  expect(e.areas.f1).toBeGreaterThanOrEqual(0.92);
  expect(e.history.f1).toBeGreaterThanOrEqual(0.88);
  expect(e.direction.share).toBeGreaterThanOrEqual(0.9);
  expect(e.review.share).toBeLessThanOrEqual(0.05);
});
