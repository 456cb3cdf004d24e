import { describe } from 'vitest';
import { dated, says } from './support.ts';

describe('what others make of grades', () => {
  says([
    [
      'a column of a member',
      dated(
        'My column: why I ask about Northshire',
        'Ofsted said in 2022 that its children’s services were good overall. But good overall can be of little use, if you wait.',
      ),
      { events: [] },
    ],
    [
      'an analysis of years',
      dated(
        'Revealed: where councils’ children’s services fall short',
        'Fewer than half of the boroughs are good, an analysis of Ofsted’s inspections finds. Since 2013 the watchdog has published judgements on 29. Just two, Northshire and Southshire, are outstanding. Another four, from Kelbury to Sheffield, require improvement.',
      ),
      { events: [] },
    ],
    [
      'the report of last year',
      dated(
        'Councillors pick over a plan',
        'Northshire’s answer to last year’s Ofsted report, which judged children’s services as requiring improvement, has 94 actions.',
      ),
      { events: [], history: ['northshire requires_improvement'] },
    ],
    [
      'a line of a table with a count',
      dated('How councils score with CQC for adult social care', 'GOOD 54\n\nINADEQUATE 3\n\nKelbury has most points.'),
      { events: [], history: [] },
    ],
  ]);
});

describe('several councils and what they had', () => {
  const title = 'First reports on councils’ children’s services, says Ofsted';
  says([
    [
      'so does another, of which more is told',
      dated(title, 'Sheffield requires improvement. So does Bolton, where inspectors judged adoption to be good.'),
      { events: ['bolton requires_improvement', 'sheffield requires_improvement'], areas: ['adoption good'] },
    ],
    [
      'the only one to have it',
      dated(title, 'Northshire is good. The only authority to have been found inadequate is Southshire.'),
      { events: ['northshire good', 'southshire inadequate'] },
    ],
    [
      'the grade it was given for something in a year',
      dated(title, 'Northshire was found to be good, the grade that it was given for safeguarding in 2019.'),
      { events: ['northshire good'], areas: [], history: ['northshire good 2019'], direction: 'same' },
    ],
    [
      'what a word took the place of',
      dated(
        title,
        'Northshire is good. “Requires improvement” has taken the place of “adequate”, and Southshire complains.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'names with years in brackets, parted by semicolons',
      dated(
        'Which councils were judged by Ofsted to be so?',
        'For children’s services.\n\nJudged inadequate: Slough (2011); Medway (2013).',
      ),
      { events: [], history: ['medway inadequate 2013', 'slough inadequate 2011'] },
    ],
    [
      'two earlier inspections that ended the same way',
      dated(
        'Ofsted: Northshire’s children’s services still inadequate',
        'They were seen in May. It rained. Staff had hoped for more. The chair spoke of a decade. Previous inspections, in 2011 and 2014, had ended with the same judgement.',
      ),
      { history: ['northshire inadequate 2011', 'northshire inadequate 2014'], direction: 'same' },
    ],
  ]);
});
