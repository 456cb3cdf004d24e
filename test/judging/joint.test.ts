import { describe, expect, test } from 'vitest';
import { assess } from '../../src/core/judging/assess.ts';
import type { ArticleText } from '../../src/core/types.ts';
import { anArticle, rulebook } from './support.ts';

/** `northshire+southshire`: its claim names the other. */
const tiesOf = (article: string | Partial<ArticleText>) => {
  const { events, review } = assess(anArticle(typeof article === 'string' ? { text: article } : article), rulebook);
  return [...events, ...review].map(({ authority, jointWith }) => [authority, ...jointWith].join('+')).sort();
};
const TOGETHER = ['northshire+southshire', 'southshire+northshire'];
const APART = ['northshire', 'southshire'];

const joint: [string, string | Partial<ArticleText>][] = [
  [
    'one youth justice service, shared',
    'The youth justice service shared by Northshire and Southshire has been rated good by HM Inspectorate of Probation.',
  ],
  [
    'one youth justice service for two councils, in the title',
    {
      title: 'Youth justice service for Northshire and Southshire rated good',
      text: 'HM Inspectorate of Probation published its report on the service today.',
    },
  ],
  [
    'a service that the councils run together',
    'Ofsted has judged inadequate the children’s services that Northshire and Southshire run together.',
  ],
  [
    'said in a sentence of its own',
    {
      title: 'Probation inspectors rate Northshire and Southshire outstanding',
      text: 'HM Inspectorate of Probation has rated youth justice in Northshire and Southshire outstanding. It is run jointly by the two counties.',
    },
  ],
  [
    'a joint inspection of two councils',
    {
      title: 'Ofsted’s joint inspection of Northshire and Southshire finds children’s services good',
      text: 'The report was published today.',
    },
  ],
  [
    'one report on two councils',
    'In a single report on Northshire and Southshire, Ofsted judged children’s services to require improvement.',
  ],
  [
    'a trust that both councils use',
    {
      title: 'Two Shires Children First judged good',
      text: 'Two Shires Children First, which runs children’s services for Northshire and Southshire, has been judged good by Ofsted.',
      published: '2022-05-03',
    },
  ],
]; // prettier-ignore

const apart: [string, string | Partial<ArticleText>][] = [
  ['a round-up', 'Ofsted has rated children’s services in Northshire and Southshire good.'],
  [
    'a round-up with both in the title',
    {
      title: 'Northshire and Southshire outstanding',
      text: 'Northshire and Southshire have both been rated outstanding by Ofsted for children’s services.',
    },
  ],
  [
    'a shared service, each part inspected separately',
    'The youth justice service shared by Northshire and Southshire was inspected separately in each county and rated good in both by HM Inspectorate of Probation.',
  ],
  [
    'two reports on a trust’s councils',
    {
      title: 'Ofsted rates Northshire and Southshire good',
      text: 'Two Shires Children First runs children’s services for Northshire and Southshire. Ofsted rated both councils’ services good in two reports published today.',
      published: '2022-05-03',
    },
  ],
  [
    'a trust that no longer serves them',
    {
      title: 'Northshire and Southshire rated good by Ofsted',
      text: 'Children’s services in Northshire and Southshire, once run by Two Shires Children First, have been rated good by Ofsted.',
      published: '2025-05-03',
    },
  ],
  [
    'inspectorates that inspect jointly',
    {
      title: 'Northshire and Southshire rated good by Ofsted',
      text: 'In a joint inspection with the CQC, Ofsted rated children’s services in Northshire and Southshire good.',
    },
  ],
]; // prettier-ignore

describe('judged together: each council’s claim names the others', () => {
  for (const [what, article] of joint) test(what, () => expect(tiesOf(article)).toEqual(TOGETHER));
  test('three councils, each named by the two others', () =>
    expect(
      tiesOf(
        'The joint youth justice service of Northshire, Southshire and Kelbury was rated good by HM Inspectorate of Probation.',
      ),
    ).toEqual(['kelbury+northshire+southshire', 'northshire+kelbury+southshire', 'southshire+kelbury+northshire']));
});

describe('named in one article, judged apart', () => {
  for (const [what, article] of apart) test(what, () => expect(tiesOf(article)).toEqual(APART));
  test('other grades are other reports', () =>
    expect(
      tiesOf({
        title: 'Shared social work team',
        text: 'Ofsted has rated Northshire’s children’s services good. Ofsted has rated Southshire’s children’s services inadequate. A team is shared by Northshire and Southshire.',
      }).filter((tie) => tie.includes('+')),
    ).toEqual([]));
});

test('the words that tie two councils are evidence, and equal their slice of the text', () => {
  const text =
    'The joint youth justice service of Northshire and Southshire was rated good by HM Inspectorate of Probation.';
  for (const { evidence } of assess(anArticle({ text }), rulebook).events) {
    const tie = evidence.find(({ rule }) => rule.startsWith('joint.'));
    expect(tie?.quote).toBe(text.slice(tie?.start, tie?.end));
  }
  expect.hasAssertions();
});
