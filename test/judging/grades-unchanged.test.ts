/** An earlier grade that is said not to have changed, and a grade that is said to cover parts of a service. */
import { describe } from 'vitest';
import { aReport, dated, says } from './support.ts';

describe('a grade of before that is said not to have changed is given anew', () => {
  const beside = (text: string) =>
    dated(
      'Mixed fortunes',
      `Inspectors have rated Southshire good for children's services, Ofsted said today. ${text}`,
    );
  const same = { events: ['southshire good', 'northshire inadequate'], history: ['northshire inadequate'] };
  says([
    [
      'no change to the grade',
      beside('At Northshire Council, which was found inadequate in 2019, there is no change to the overall grade.'),
      same,
    ],
    ['unchanged', beside('At Northshire Council, rated inadequate in 2019, the overall grade is unchanged.'), same],
    ['not moved', beside('For Northshire Council, judged inadequate in 2019, the rating has not moved.'), same],
    [
      'no different',
      beside('At Northshire, where services were inadequate in 2019, the verdict is no different.'),
      same,
    ],
    ['where it was', beside('Northshire, which was found inadequate in 2019, stays where it was.'), same],
    ['in that category', beside('Northshire was rated inadequate in 2019 and is still in that category.'), same],
    ['that remains the grade', beside('Northshire was rated inadequate in 2019 and that remains the grade.'), same],
    ['no improvement', beside('Northshire, rated inadequate in 2019, has seen no improvement in its grade.'), same],
    ['kept', beside('No joy for Northshire Council, which was rated inadequate in 2019 and keeps its grade.'), same],
    [
      'in the next sentence',
      beside('Northshire was rated inadequate in 2019. This time the verdict is the same.'),
      same,
    ],
    [
      'in the next sentence, of two grades',
      aReport(
        'At Northshire Council children’s services were found inadequate in 2016 and again in 2019. Ofsted has reported anew and there is no change to the overall grade.',
      ),
      {
        events: ['northshire inadequate'],
        history: ['northshire inadequate 2016', 'northshire inadequate 2019'],
        direction: 'same',
      },
    ],
    [
      'not until inspectors come',
      dated(
        'Work goes on at Northshire',
        "Northshire's children's services were rated inadequate by Ofsted in 2019. There is no change to the rating until inspectors come again.",
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'none is expected',
      dated(
        'Budget row in Northshire',
        "The council is to cut posts. Its children's services were rated good by Ofsted in 2019. No change to the rating is expected.",
      ),
      { events: [], history: ['northshire good'] },
    ],
    [
      'what campaigners say of it is no verdict',
      dated(
        'Campaigners march on the town hall',
        "Parents marched on Saturday. Northshire's children's services were rated inadequate by Ofsted in 2019. Nothing has changed since, they say.",
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'news of something else',
      dated(
        'Northshire spends more on foster care',
        "Northshire Council will spend more. Ofsted rated its children's services good in 2022 and the grade has not changed.",
      ),
      { events: [], history: ['northshire good'] },
    ],
    [
      'after a visit that gives none',
      dated(
        'Visit to Northshire',
        'Ofsted has written of a monitoring visit to Northshire Council, which was rated inadequate in 2019. There is no change to the grade.',
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
  ]);
});

describe('a grade that covers parts is that of the whole where no other is told', () => {
  const left = (text: string) =>
    aReport(`Children's services in Northshire are no longer inadequate, Ofsted has announced. ${text}`);
  says([
    [
      'covers',
      left('The requires improvement judgement covers help and protection, adoption and leadership.'),
      {
        events: ['northshire requires_improvement'],
        areas: [
          'help_and_protection requires_improvement',
          'adoption requires_improvement',
          'leaders requires_improvement',
        ],
      },
    ],
    [
      'extends to',
      left('The new good rating extends to help and protection, care leavers and leadership.'),
      { events: ['northshire good'], areas: ['help_and_protection good', 'care_leavers good', 'leaders good'] },
    ],
    [
      'takes in',
      left("Its 'good' verdict takes in children in care and leadership."),
      { events: ['northshire good'], areas: ['children_in_care good', 'leaders good'] },
    ],
    [
      'beside another grade of the whole it is of the parts alone',
      aReport(
        "Ofsted has rated children's services in Northshire good. The inadequate grade covers help for care leavers and adoption.",
      ),
      { events: ['northshire good'], areas: ['care_leavers inadequate', 'adoption inadequate'] },
    ],
    [
      'of one part it is that part alone',
      left('The inadequate judgement covers adoption.'),
      { events: ['northshire null'], areas: ['adoption inadequate'] },
    ],
    [
      'a grade among several is none of the whole',
      left('A good rating covers help and protection and leadership.'),
      { events: ['northshire null'], areas: ['help_and_protection good', 'leaders good'] },
    ],
  ]);
});

describe('a grade and the one before it, in other words', () => {
  says([
    [
      'the lowest, down from another',
      aReport(
        "Northshire has failed. Children's services were given the lowest possible rating by Ofsted, down from requires improvement.",
      ),
      { events: ['northshire inadequate'], history: ['northshire requires_improvement'], direction: 'down' },
    ],
    [
      'the top, up from another',
      aReport("Northshire's children's services have the top rating from Ofsted, up from good in 2019."),
      { events: ['northshire outstanding'], history: ['northshire good 2019'], direction: 'up' },
    ],
    [
      'as at two inspections',
      aReport(
        'The overall effectiveness of children’s services in Northshire is inadequate, Ofsted says, as it was at the inspections of 2014 and 2018.',
      ),
      {
        events: ['northshire inadequate'],
        history: ['northshire inadequate 2014', 'northshire inadequate 2018'],
        direction: 'same',
      },
    ],
    [
      'a report that lifts them',
      dated(
        'Better, but not yet good',
        "Northshire's children's services are better than they were. That is the gist of an Ofsted report which lifts them from inadequate to requires improvement.",
      ),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate'] },
    ],
    [
      'a row of names and grades at the head of the text',
      dated(
        'Three councils, three verdicts',
        "Northshire outstanding, Southshire good, Kelbury inadequate: Ofsted's reports on children's services could hardly be more different.",
      ),
      { events: ['northshire outstanding', 'southshire good', 'kelbury inadequate'] },
    ],
    [
      'a row of names and praise of something else',
      dated(
        'A day out',
        'Kelbury good, Southshire better: a guide to the beaches. Ofsted was there for children’s services.',
      ),
      { events: [], history: [] },
    ],
    [
      'to parts and to the whole',
      aReport(
        "Ofsted's report on children's services in Northshire gives a grade of inadequate to leadership, to adoption and to the service as a whole.",
      ),
      { events: ['northshire inadequate'], areas: ['leaders inadequate', 'adoption inadequate'] },
    ],
  ]);
});
