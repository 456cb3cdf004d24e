import { expect, test } from 'vitest';
import { bCubed, type Clusters, labelledClusters, predictedClusters } from '../../src/core/evaluation/b-cubed.ts';
import type { LabelledRecord } from '../../src/core/evaluation/labels.ts';

/** 'a b|c' → a and b in one cluster, c in another. */
const clusters = (text: string): Clusters => {
  const found = new Map<string, Set<string>>();
  for (const [index, group] of text.split('|').entries())
    for (const item of group.split(' ').filter(Boolean))
      found.set(item, (found.get(item) ?? new Set()).add(`c${index}`));
  return found;
};

const table: [statement: string, predicted: string, labelled: string, precision: number, recall: number][] = [
  ['the same clusters are perfect', 'a b|c', 'a b|c', 1, 1],
  ['names of clusters do not matter', 'c|a b', 'a b|c', 1, 1],
  ['one cluster for all keeps recall and loses precision', 'a b c d', 'a b|c d', 0.5, 1],
  ['a cluster each keeps precision and loses recall', 'a|b|c|d', 'a b|c d', 1, 0.5],
  ['an item nobody predicted pulls recall down', 'a b', 'a b|c', 1, 2 / 3],
  ['an item nobody labelled pulls precision down', 'a b|c', 'a b', 2 / 3, 1],
  ['an item may stand in two clusters', 'a b|b c', 'a b|b c', 1, 1],
  // a: with itself 1, with b 1/2 → 3/4; b: 1, 1/2 → 3/4
  ['a pair that shares two clusters but one label is half right', 'a b|a b', 'a b', 1 / 2, 1],
  ['a pair that shares one cluster but two labels is half found', 'a b', 'a b|a b', 1, 1 / 2],
];
for (const [statement, predicted, labelled, precision, recall] of table)
  test(statement, () => {
    const score = bCubed(clusters(predicted), clusters(labelled));
    expect(score.precision).toBeCloseTo(precision);
    expect(score.recall).toBeCloseTo(recall);
  });

const slugs: Record<string, string> = {
  Northshire: 'northshire',
  'Northshire East': 'northshire-east',
  Southshire: 'southshire',
};
const record = (event_key: string | null, authorities: string[]): LabelledRecord => ({
  id: 'a1',
  title: '',
  text: '',
  event_key,
  labels: {
    relevant: true,
    history: [],
    events: authorities.map((authority) => ({
      authority,
      inspectorate: 'ofsted',
      service: 'childrens_services',
      grade: 'good',
      judgements: [],
    })),
  },
});
const keyTable: [statement: string, key: string, authorities: string[], expected: Record<string, string[]>][] = [
  [
    'one key is its authority’s',
    'northshire-ofsted-2018',
    ['Northshire'],
    { northshire: ['northshire-ofsted-2018@northshire'] },
  ],
  [
    'keys joined by + go to the authority they begin with, the longest name first',
    'northshire-ofsted-2018+northshire-east-ofsted-2018',
    ['Northshire', 'Northshire East'],
    {
      northshire: ['northshire-ofsted-2018@northshire'],
      'northshire-east': ['northshire-east-ofsted-2018@northshire-east'],
    },
  ],
  [
    'one key over several authorities is one key each',
    'ofsted-annual-2008',
    ['Northshire', 'Southshire'],
    { northshire: ['ofsted-annual-2008@northshire'], southshire: ['ofsted-annual-2008@southshire'] },
  ],
  [
    'two inspections of one authority are two keys',
    'northshire-ofsted-2018+northshire-cqc-2018',
    ['Northshire'],
    { northshire: ['northshire-ofsted-2018@northshire', 'northshire-cqc-2018@northshire'] },
  ],
];
for (const [statement, key, authorities, expected] of keyTable)
  test(statement, () => {
    const found = labelledClusters([record(key, authorities)], (name) => slugs[name] ?? null);
    expect(Object.fromEntries([...found].map(([item, keys]) => [item.split('\t')[1], [...keys]]))).toEqual(expected);
  });

test('predicted events meet labelled ones over article and authority', () => {
  const predicted = predictedClusters([{ id: 'a1', events: [{ key: 'e1', authority: 'northshire' }] }]);
  const labelled = labelledClusters([record('northshire-ofsted-2018', ['Northshire'])], (name) => slugs[name] ?? null);
  expect(bCubed(predicted, labelled)).toEqual({ items: 1, precision: 1, recall: 1, f1: 1 });
});
