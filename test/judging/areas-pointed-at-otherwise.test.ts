/** Other words by which an area is graded: named after a count, taken up, added, told apart from what was looked at. */
import { describe } from 'vitest';
import { type Row, says } from './support.ts';

const of = (grade: string, text: string) => ({
  title: 'Ofsted report on Northshire',
  text: `Ofsted has rated Northshire's children's services ${grade}. ${text}`,
  published: null,
});

describe('areas in other words', () => {
  says([
    [
      'namely, of those looked at',
      of('good', 'It was good for all three aspects looked at, namely leaders, adoption, and care leavers.'),
      { areas: ['leaders good', 'adoption good', 'care_leavers good'] },
    ],
    [
      'those looked at',
      of('good', 'The grade followed an inspection that looked at leaders, adoption, and care leavers.'),
      { areas: [] },
    ],
    [
      'they are',
      of('good', 'It was good for each of the three areas inspected. They are leaders, adoption, and care leavers.'),
      { areas: ['leaders good', 'adoption good', 'care_leavers good'] },
    ],
    [
      'they are praised',
      of(
        'good',
        'It was good for each of the three areas inspected. They praised leaders, adoption, and care leavers.',
      ),
      { areas: [] },
    ],
    [
      'as were others',
      of(
        'inadequate',
        'Adoption was mostly doing well. That area was given a requires improvement grade, as were care leavers.',
      ),
      { areas: ['adoption requires_improvement', 'care_leavers requires_improvement'] },
    ],
    [
      'not as bad',
      of('inadequate', "Adoption isn't as bad and requires improvement."),
      { areas: ['adoption requires_improvement'] },
    ],
    [
      'a good one',
      of('outstanding', 'The report gives the same grade to leaders, and a good one to adoption and to care leavers.'),
      { areas: ['leaders outstanding', 'adoption good', 'care_leavers good'] },
    ],
    [
      'the single area to be',
      of('inadequate', 'Adoption was the single area to be good.'),
      { areas: ['adoption good'] },
    ],
    ['an area that hopes to be', of('inadequate', 'Adoption hopes to be good.'), { areas: [] }],
    [
      'the judgement about it',
      of('requires improvement', 'But the judgement about adoption was inadequate.'),
      { areas: ['adoption inadequate'] },
    ],
    [
      'work done with',
      of('good', 'Every judgement in the report is good: leaders, adoption, and the work done with care leavers.'),
      { areas: ['leaders good', 'adoption good', 'care_leavers good'] },
    ],
  ] satisfies Row[]);
});

describe('whose grade of before, and when', () => {
  const undated = (title: string, text: string) => ({ title, text, published: null });
  says([
    [
      'the authority, which was rated, is paired with another',
      undated(
        'Northshire has stopped the rot',
        'Ofsted has published a letter on its monitoring visit to children’s services in Northshire. The authority, which was rated inadequate in November 2016, is paired with Southshire.',
      ),
      { events: [], history: ['northshire inadequate 2016'] },
    ],
    [
      'the first time since, that',
      undated(
        "Northshire's children's services judged good by Ofsted",
        "It is the first time since the county's services were judged inadequate in 2013 that they have reached a good standard.",
      ),
      { events: ['northshire good'], history: ['northshire inadequate 2013'] },
    ],
    [
      'more than those that are named',
      undated(
        'One in four councils inadequate',
        'Ofsted has looked at 108 councils. Two were outstanding, 26 were good and 27 inadequate. The two at the top were Northshire and Southshire.',
      ),
      { events: [], history: ['northshire outstanding', 'southshire outstanding'] },
    ],
    [
      'twice',
      undated(
        'Not enough progress in Northshire',
        'Ofsted has made a fourth monitoring visit to Northshire. Its children’s services have been inadequate twice, in 2014 and 2018.',
      ),
      { events: [], history: ['northshire inadequate 2014', 'northshire inadequate 2018'] },
    ],
    [
      'today, after weeks of months past',
      {
        title: 'Northshire told to act',
        text: 'Their findings, out this morning, brand Northshire’s children’s services inadequate after four weeks of reading files in January. Ofsted says so.',
        published: '2024-06-14',
      },
      { events: ['northshire inadequate'], history: [] },
    ],
    [
      'had expected a better one',
      undated(
        'Shock at Northshire',
        "Northshire had expected to be told by Ofsted that its children's services were good. What it got was an inadequate.",
      ),
      { events: ['northshire inadequate'], history: [] },
    ],
    [
      'had expected it, and was told so',
      undated(
        'No shock at Northshire',
        "Northshire had expected a long wait, and has been told by Ofsted that its children's services are good.",
      ),
      { events: ['northshire good'] },
    ],
    [
      'short of the grade before',
      undated(
        'CQC council ratings: the latest',
        'Northshire Council has scored a good for its adult social care in the latest CQC assessments. Southshire County Council was four points short of that and requires improvement.',
      ),
      { events: ['northshire good', 'southshire requires_improvement'] },
    ],
    [
      'the grade this time, on the last page',
      undated(
        "Northshire's rating rises",
        "Northshire's children's services are out of special measures. Inspectors who'd branded them inadequate in 2019 came back, and the grade this time is good.",
      ),
      { events: ['northshire good'], history: ['northshire inadequate 2019'] },
    ],
  ] satisfies Row[]);
});
