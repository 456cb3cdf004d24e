/** What is hoped for next, what a grade replaces, those of a place that has two councils now, and what was had before. */
import { describe } from 'vitest';
import { aReport, dated, goodReport, riReport, says, upFrom } from './support.ts';

describe('what is looked for is not given', () => {
  says([
    [
      'looking forward to it',
      riReport("The cabinet member for families said: “I look forward to a 'good' when they call again.”"),
      { events: ['northshire requires_improvement'], history: [] },
    ],
    [
      'waiting for it',
      riReport('“We are still waiting for an ‘outstanding’,” the mayor said.'),
      { events: ['northshire requires_improvement'], history: [] },
    ],
    [
      'next time',
      riReport('“Let it be ‘good’ next time,” said the mayor.'),
      { events: ['northshire requires_improvement'], history: [] },
    ],
    [
      'a party is looked forward to, not the grade',
      goodReport('“It is a ‘good’ and we look forward to a party,” said the mayor.'),
      { events: ['northshire good'] },
    ],
  ]);
});

describe('a grade given up, and the one that follows told further down', () => {
  says([
    [
      'lifted, and the new one accepted in a quotation',
      dated(
        "Inspectors remove 'inadequate' label from Northshire children's services",
        "Ofsted came in May.\n\nStaff now have more time, its report says.\n\nThe mayor was in good heart. She thanked families. She spoke for an hour.\n\n“I can live with 'requires improvement' for now,” she said.",
      ),
      { events: ['northshire requires_improvement'], ...upFrom('northshire inadequate') },
    ],
    [
      'not where anybody wants to be',
      dated(
        "Northshire children's services no longer inadequate, says Ofsted",
        'Staff now have more time, a report says.\n\nIn 2021 children were at risk.\n\nThe leader was in good heart. He thanked families. He spoke for an hour.\n\n“Requires improvement is not where we want to be, but we are on our way,” he said.',
      ),
      { events: ['northshire requires_improvement'], ...upFrom('northshire inadequate') },
    ],
    [
      'none is told, only hoped for',
      dated(
        "Northshire children's services no longer inadequate, says Ofsted",
        'Staff now have more time, a report says. “We want to be ‘outstanding’ one day,” the leader said.',
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'news of the end of an intervention',
      dated(
        'Ministers leave Northshire to itself',
        "The commissioner has gone from Northshire, whose children's services are no longer inadequate. The cabinet met. It was long. The leader was proud. “We require improvement,” he said.",
      ),
      { events: [] },
    ],
    [
      'years on from it',
      aReport(
        "Northshire's children's services are now 'good', Ofsted says, six years on from a verdict of 'inadequate'.",
      ),
      { events: ['northshire good'], ...upFrom('northshire inadequate 2018') },
    ],
    [
      'years on from a storm',
      aReport("Six years on from a storm, Northshire's children's services are good, Ofsted says."),
      { events: ['northshire good'], history: [], direction: null },
    ],
  ]);
});

describe('both councils of a county that had one', () => {
  says([
    [
      'both',
      dated(
        'Ofsted looks at two young councils',
        "Both of Cumbria's councils have been told by Ofsted that their children's services are good.\n\nCumberland and Westmorland and Furness took over last year. The old county council had been inadequate in 2020.",
      ),
      {
        events: ['cumberland good', 'westmorland-and-furness good'],
        history: ['cumbria inadequate 2020'],
        direction: null,
      },
    ],
    [
      'one of them',
      dated(
        'Ofsted looks at a young council',
        "Cumberland's children's services are good, Ofsted says in a report out today. Cumbria was split into it and Westmorland and Furness last year.",
      ),
      { events: ['cumberland good'] },
    ],
  ]);
});

describe('who had it before, and when', () => {
  says([
    [
      'so had another',
      goodReport('In 2019 Southshire had been inadequate and so had Eastborough.'),
      { history: ['southshire inadequate 2019', 'eastborough inadequate 2019'] },
    ],
    [
      'some years later',
      dated(
        'Northshire team wins gold',
        "A team from Northshire Council has won a prize at the Care Awards. The council was rated ‘inadequate’ by Ofsted for its children's services in 2014 and ‘good’ three years later, so it was a long road. Silver went to a team in Southshire, and bronze to those of Eastborough.",
      ),
      { events: [], history: ['northshire inadequate 2014', 'northshire good 2017'] },
    ],
    [
      'kept, and an area was lower last time',
      aReport(
        "Northshire's children's services have held on to their outstanding rating, Ofsted says. At the last inspection, in 2021, help for care leavers had been good.",
      ),
      { events: ['northshire outstanding'], history: ['northshire outstanding 2021'], direction: 'same' },
    ],
    [
      'an area was lower, and the whole is new',
      aReport(
        "Northshire's children's services are outstanding, Ofsted says. At the last inspection, in 2021, leadership had been good.",
      ),
      { events: ['northshire outstanding'], history: ['northshire good 2021'] },
    ],
  ]);
});

describe('a name and a year a line', () => {
  says([
    [
      'under the sentence that names the grade',
      dated(
        'Answer to a question',
        'Ofsted inspects services for children.\n\nThe councils judged inadequate, and the year, are:\n\nNorthshire, 2016\nReading, 2019\nSouthshire, 2024',
      ),
      { events: [], history: ['northshire inadequate 2016', 'reading inadequate 2019', 'southshire inadequate 2024'] },
    ],
    [
      'the grade stands in the sentence before',
      dated(
        'Answer to a question',
        "Ministers act wherever Ofsted finds a council's children's services to be inadequate.\n\nThose they watch, with the year of the verdict, are:\n\n- Northshire (2016)\n- Reading (2019)",
      ),
      { events: [], history: ['northshire inadequate 2016', 'reading inadequate 2019'] },
    ],
    [
      'years of something else',
      dated(
        'Answer to a question',
        "Ministers act wherever Ofsted finds a council's children's services to be inadequate.\n\nThose that have opened a new office, and the year of the move, are:\n\nNorthshire, 2016\nSouthshire, 2019",
      ),
      { events: [], history: [] },
    ],
  ]);
});

describe('a writer tells of a place of his own', () => {
  says([
    [
      'after the cases of others',
      dated(
        'My letter to the minister',
        "I have written to the Children's Minister about social workers in Northshire.\n\nMany of you rang me after the deaths in Southshire and in Eastborough.\n\nOur county's services were rated good at the last full inspection.",
      ),
      { events: [], history: ['northshire good'] },
    ],
  ]);
});
