import { describe } from 'vitest';
import { aReport, badReport, goodReport, NO_HISTORY, PUBLISHED, riReport, says, visitReport } from './support.ts';

const cqc = (text: string) => ({
  title: 'CQC on Northshire',
  text: `The CQC has rated adult social care at Northshire Council good, in a report published today. ${text}`,
  published: PUBLISHED,
});

describe('grades beside the news, and moves without a grade', () => {
  says([
    [
      'cqc earlier of ofsted',
      cqc("Ofsted rated the county's children's services inadequate in 2021."),
      { events: ['northshire good'], history: ['northshire inadequate 2021'], direction: null },
    ],
    [
      'cqc first',
      cqc('It is the first time that the council has been assessed under the new regime.'),
      { direction: null },
    ],
    [
      'average',
      cqc('Most councils assessed so far were rated good, and a third require improvement.'),
      { history: [], direction: null },
    ],
    ['care home', cqc('A care home in the county was rated inadequate in 2022.'), NO_HISTORY],
    ['quote of parent', goodReport('“In 2019 the help was inadequate,” said a mother.'), NO_HISTORY],
    ['inquiry', goodReport('An inquiry in 2018 had found the council’s response to abuse inadequate.'), NO_HISTORY],
    ['serious case', badReport('A serious case review in 2021 called the work of the police inadequate.'), NO_HISTORY],
    ['capability', goodReport('In 2010 its capacity to improve was judged adequate.'), { direction: null }],
    ['budget', goodReport('The budget had been inadequate since 2019.'), NO_HISTORY],
    [
      'visit lifted',
      visitReport('The county was judged inadequate across the board eighteen months ago.'),
      { history: ['northshire inadequate'] },
    ],
    [
      'visit after',
      visitReport('It follows the inspection of 2022 at which services were rated inadequate.'),
      { history: ['northshire inadequate 2022'] },
    ],
    [
      'visit sixth',
      visitReport('The visit was the sixth since July 2022, when inspectors graded the service as inadequate.'),
      { history: ['northshire inadequate 2022'] },
    ],
    [
      'visit no rating',
      visitReport('Visits of this kind carry no rating, so the council keeps its inadequate.'),
      { history: ['northshire inadequate'] },
    ],
    [
      'visit placed',
      visitReport('Services have been in the lowest category since 2021.'),
      { history: ['northshire inadequate 2021'] },
    ],
    [
      'job',
      {
        title: 'Team manager, Northshire Council',
        text: 'Join us. Ofsted rated us Good in 2023, up from Requires Improvement. Salary £50,000.',
        published: PUBLISHED,
      },
      { events: [], history: ['northshire good 2023', 'northshire requires_improvement'] },
    ],
    [
      'award',
      {
        title: 'Northshire wins a prize for foster carers',
        text: "Northshire Council, whose children's services Ofsted rates outstanding, has won a prize.",
        published: PUBLISHED,
      },
      { events: [], history: ['northshire outstanding'] },
    ],
    [
      'three councils',
      aReport(
        "Ofsted has rated children's services in Northshire good. In Southshire they were inadequate in 2019, and in Kelbury they are outstanding.",
      ),
      { history: ['southshire inadequate 2019', 'kelbury outstanding'], direction: null },
    ],
    [
      'split county',
      goodReport('Oldmere, which ran the service before, had been rated inadequate in 2017.'),
      { history: ['oldmere inadequate 2017'] },
    ],
    [
      'leap of',
      goodReport('The rise of two grades in three years is the fastest in the country.'),
      { direction: 'up' },
    ],
    [
      'fall of',
      badReport('The fall of two grades in three years is the steepest in the country.'),
      { direction: 'down' },
    ],
    ['worse than', badReport('That is worse than last time.'), { direction: 'down' }],
    ['better than', goodReport('That is better than last time.'), { direction: 'up' }],
    ['same as last', riReport('That is the same as last time.'), { direction: 'same' }],
    ['unchanged', riReport('The rating is unchanged.'), { direction: 'same' }],
  ]);
});
