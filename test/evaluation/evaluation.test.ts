import { expect, test } from 'vitest';
import type { LabelNames } from '../../src/core/evaluation/compare.ts';
import { evaluate, figures } from '../../src/core/evaluation/evaluate.ts';
import { folds, type LabelledRecord, readLabelledRecords } from '../../src/core/evaluation/labels.ts';
import { renderEvaluation } from '../../src/core/evaluation/render-evaluation.ts';
import type { Assessment, Claim } from '../../src/core/types.ts';
import { fallen } from '../support/baseline.ts';
import { aClaim, anAssessment } from '../support/claims.ts';

const names: LabelNames = {
  authority: (name) => ({ Northshire: 'northshire', Southshire: 'southshire' })[name] ?? null,
  area: (phrase) =>
    ({ leadership: 'leaders', 'child protection': 'help_and_protection', adoption: 'adoption' })[phrase] ?? null,
};

type Labels = LabelledRecord['labels'];
type LabelledEvent = Labels['events'][number];
const labelled = (event: Partial<LabelledEvent> = {}): LabelledEvent => ({
  authority: 'Northshire',
  inspectorate: 'ofsted',
  service: 'childrens_services',
  grade: 'good',
  judgements: [],
  direction: null,
  ...event,
});
const record = (labels: Partial<Labels> = {}, id = 'a1'): LabelledRecord => ({
  id,
  title: 'A title',
  text: 'A text.',
  labels: { relevant: true, events: [], history: [], negative_kind: null, ...labels },
});
const one = (labels: Partial<Labels>, verdict: Partial<Assessment>) =>
  evaluate([record(labels)], () => anAssessment(verdict), names);

const eventTable: [
  statement: string,
  labels: LabelledEvent[],
  claims: Claim[],
  right: number,
  expected: number,
  got: number,
][] = [
  ['the right event counts', [labelled()], [aClaim()], 1, 1, 1],
  ['another grade is both missed and false', [labelled()], [aClaim({ grade: 'inadequate' })], 0, 1, 1],
  ['another authority is both missed and false', [labelled()], [aClaim({ authority: 'southshire' })], 0, 1, 1],
  ['a null grade is met by a null grade', [labelled({ grade: null })], [aClaim({ grade: null })], 1, 1, 1],
  ['a null grade is not met by a grade', [labelled({ grade: null })], [aClaim()], 0, 1, 1],
  ['the same event twice is right once', [labelled()], [aClaim(), aClaim()], 1, 1, 2],
  ['two like events need two claims', [labelled(), labelled()], [aClaim()], 1, 2, 1],
  ['an event nobody labelled is false', [], [aClaim()], 0, 0, 1],
  [
    'inspectorates and services that are not named apart count as other',
    [labelled({ inspectorate: 'other', service: 'other' })],
    [aClaim({ inspectorate: 'rsh', service: 'housing' })],
    1,
    1,
    1,
  ],
  ['a joint inspection is other than Ofsted alone', [labelled()], [aClaim({ inspectorate: 'ofsted_cqc' })], 0, 1, 1],
  ['an authority the register does not know is missed', [labelled({ authority: 'Nowhere' })], [aClaim()], 0, 1, 1],
];
for (const [statement, events, claims, right, expected, got] of eventTable)
  test(statement, () => {
    expect(one({ events }, { events: claims }).events).toMatchObject({ right, expected, got });
  });

test('figures are split by grade and by inspectorate', () => {
  const { byGrade, byInspectorate } = one(
    { events: [labelled(), labelled({ authority: 'Southshire', inspectorate: 'cqc', grade: 'inadequate' })] },
    { events: [aClaim(), aClaim({ authority: 'southshire', grade: 'inadequate' })] },
  );
  expect(byGrade).toMatchObject({ good: { f1: 1 }, inadequate: { right: 0, expected: 1, got: 1 } });
  expect(byInspectorate).toMatchObject({ ofsted: { right: 1, expected: 1, got: 2 }, cqc: { right: 0, expected: 1 } });
});

test('area phrases are compared as ids, those without a spelling are named and not scored', () => {
  const { areas, unknown } = one(
    {
      events: [
        labelled({
          judgements: [
            { area: 'leadership', grade: 'outstanding' },
            { area: 'tea making', grade: 'good' },
          ],
        }),
      ],
    },
    { events: [aClaim({ judgements: [{ area: 'leaders', grade: 'outstanding', evidence: [] }] })] },
  );
  expect(areas).toMatchObject({ right: 1, expected: 1, got: 1 });
  expect(unknown.areas).toEqual(['tea making']);
});

test('the two headlines of one report count as area grades, an overall headline does not', () => {
  const { areas } = one(
    { events: [labelled({ grade: null, judgements: [{ area: 'adoption', grade: 'good' }] })] },
    {
      events: [
        aClaim({
          grade: null,
          headlines: [
            { remit: 'overall', grade: 'good' },
            { remit: 'adoption', grade: 'good' },
          ],
        }),
      ],
    },
  );
  expect(areas).toMatchObject({ right: 1, expected: 1, got: 1 });
});

test('an area grade given to another authority is wrong', () => {
  const { areas } = one(
    {
      events: [
        labelled({ judgements: [{ area: 'leadership', grade: 'good' }] }),
        labelled({ authority: 'Southshire' }),
      ],
    },
    {
      events: [
        aClaim(),
        aClaim({ authority: 'southshire', judgements: [{ area: 'leaders', grade: 'good', evidence: [] }] }),
      ],
    },
  );
  expect(areas).toMatchObject({ right: 0, expected: 1, got: 1 });
});

test('history is a set of authority and grade: year, service and repetition do not matter', () => {
  const entry = {
    authority: 'northshire',
    inspectorate: 'ofsted',
    service: 'childrens_services',
  } as const;
  const { history } = one(
    { history: [{ authority: 'Northshire', grade: 'inadequate', year: 2012 }] },
    {
      history: [
        { ...entry, grade: 'inadequate', year: null, evidence: [] },
        { ...entry, grade: 'inadequate', year: 2012, evidence: [] },
        { ...entry, grade: 'good', year: null, evidence: [] },
      ],
    },
  );
  expect(history).toMatchObject({ right: 1, expected: 1, got: 2 });
});

const directionTable: [statement: string, claims: Claim[], right: number][] = [
  ['a direction that agrees is right', [aClaim({ direction: 'up' })], 1],
  ['a direction that is not given is wrong', [aClaim()], 0],
  ['a direction of an event that was not found is wrong', [], 0],
  ['a direction counts although the grade is another', [aClaim({ grade: 'outstanding', direction: 'up' })], 1],
];
for (const [statement, events, right] of directionTable)
  test(statement, () => {
    expect(one({ events: [labelled({ direction: 'up' })] }, { events }).direction).toMatchObject({
      labelled: 1,
      right,
    });
  });

test('a true event that waits for a person is missed and counted as waiting', () => {
  const { events, review } = one({ events: [labelled()] }, { review: [aClaim(), aClaim({ grade: 'inadequate' })] });
  expect(events.recall).toBe(0);
  expect(review).toEqual({ trueEvents: 1, inReview: 1, share: 1 });
});

test('false alarms are counted by article and by kind of article', () => {
  const records = [
    record({ relevant: false, negative_kind: 'school' }, 'a1'),
    record({ relevant: false, negative_kind: 'school' }, 'a2'),
    record({ relevant: false, negative_kind: 'sport' }, 'a3'),
  ];
  const { falseAlarms } = evaluate(
    records,
    ({ id }) => anAssessment(id === 'a1' ? { events: [aClaim(), aClaim({ authority: 'southshire' })] } : {}),
    names,
  );
  expect(falseAlarms).toEqual({
    articles: 3,
    alarms: 1,
    byKind: { school: { articles: 2, alarms: 1 }, sport: { articles: 1, alarms: 0 } },
  });
});

test('every miss says what was expected and what came, and is printed without control characters', () => {
  const evaluation = evaluate(
    [{ ...record({ events: [labelled()] }), title: 'Bad \u001b[31mtitle' }],
    () => anAssessment({ events: [aClaim({ grade: 'inadequate' })] }),
    names,
  );
  expect(evaluation.misses).toEqual([
    {
      id: 'a1',
      title: 'Bad \u001b[31mtitle',
      about: 'event',
      expected: ['northshire ofsted childrens_services good'],
      got: ['northshire ofsted childrens_services inadequate'],
    },
  ]);
  const printed = renderEvaluation(evaluation);
  expect(printed).toContain('expected northshire ofsted childrens_services good');
  expect(printed).not.toContain('\u001b');
});

test('nothing to find and nothing found is perfect', () => {
  expect(figures(one({ relevant: false, negative_kind: 'sport' }, {}))).toMatchObject({
    eventsF1: 1,
    quietOnOthers: 1,
  });
});

test('a figure below its baseline is named, one above it is not', () => {
  expect(fallen({ eventsF1: 0.97, areasF1: 0.9, old: 1 }, { eventsF1: 0.95, areasF1: 0.91 })).toEqual([
    'eventsF1 fell from 0.9700 to 0.9500',
    'old was 1.0000 and is no longer measured',
  ]);
});

test('lines that are no records are all named with their number', () => {
  const good = JSON.stringify(record());
  expect(() => readLabelledRecords(`${good}\nnot json\n\n{"id":"x"}\n${good}`, 'corpus.jsonl')).toThrow(
    /line 2: not a JSON[\s\S]*line 4: title[\s\S]*line 5: id "a1" stands on line 1 too/,
  );
  expect(readLabelledRecords(`${good}\n`, 'corpus.jsonl')).toHaveLength(1);
});

test('all articles of one inspection fall into the same fold, a third of the keys aside', () => {
  const keyed = (id: string, event_key: string | null) => ({ ...record({}, id), event_key });
  const all = ['k1', 'k2', 'k3', 'k3', 'k4'].map((key, index) => keyed(`a${index}`, key));
  const { tuned, aside } = folds([...all, ...['n1', 'n2', 'n3'].map((id) => keyed(id, null))]);
  expect(aside.map(({ id }) => id)).toEqual(['a2', 'a3', 'n3']);
  expect(tuned).toHaveLength(5);
});
