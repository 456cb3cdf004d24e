import { describe } from 'vitest';
import { goodReport as good, PUBLISHED, aReport as report, says } from './support.ts';

describe('the whole and its parts', () => {
  says([
    [
      'overall, said first',
      report(
        "Leaders in Northshire have been given an outstanding grade by Ofsted, but the county's work with teenagers fell short. Overall, the service has kept the good rating that it won in 2019.",
      ),
      { events: ['northshire good'], history: ['northshire good 2019'], direction: 'same' },
    ],
    [
      'protection that is all an inspection looks at',
      {
        title: "Northshire's child protection 'adequate'",
        text: 'Ofsted came unannounced last month to inspect arrangements for the protection of children in Northshire. It says in a report published today that children’s services there are adequate. Leadership is good.',
        published: '2013-03-20',
      },
      { events: ['northshire adequate'], areas: ['leaders good'] },
    ],
  ]);
});

describe('the grade before', () => {
  says([
    [
      'is the latest that is told, though another is told with its year',
      good('So it was in 2018. They had been inadequate in 2012.'),
      { events: ['northshire good'], history: ['northshire inadequate', 'northshire good'], direction: 'same' },
    ],
    [
      'is not the one that another earlier grade was the same as',
      good('At the inspection before, in 2012, they had been inadequate, as they were in 2010.'),
      { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' },
    ],
  ]);
});

describe('the time of each grade', () => {
  says([
    [
      'a contrast ends what is said of now',
      report(
        "Ofsted says that children's services in Northshire are good, whereas two years ago they were outstanding.",
      ),
      { events: ['northshire good'], history: ['northshire outstanding 2022'], direction: 'down' },
    ],
    [
      'the same verdict as then, and better than another',
      report(
        "Northshire's children's services require improvement, Ofsted said today, the same verdict as in 2019 and one better than the inadequate of 2016.",
      ),
      {
        events: ['northshire requires_improvement'],
        history: ['northshire requires_improvement', 'northshire inadequate'],
        direction: 'same',
      },
    ],
    [
      'the best before',
      {
        title: 'Ofsted report on Northshire',
        text: "Ofsted has rated Northshire's children's services outstanding, in a report out today. The county's previous best was good.",
        published: PUBLISHED,
      },
      { events: ['northshire outstanding'], history: ['northshire good'], direction: 'up' },
    ],
  ]);
});

describe('other words for being given a grade', () => {
  says([
    [
      'finding them to be',
      report("Ofsted has criticised children's services in Northshire, finding them today to be inadequate."),
      { events: ['northshire inadequate'] },
    ],
    [
      'once more been rated',
      report("Northshire's children's services have once more been rated outstanding by Ofsted."),
      { events: ['northshire outstanding'], direction: 'same' },
    ],
    [
      'the first to get',
      report(
        "Northshire is the first county to get 'outstanding' from Ofsted for its children's services since the rules changed, today's report shows.",
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'assessed as, listed as',
      report("Ofsted assessed Northshire's children's services, in a report out today, as requiring improvement."),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'bounced back to',
      report("Northshire's children's services have bounced back from inadequate to good, Ofsted says today."),
      { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'a date of long ago, with visits since',
      {
        title: "Northshire's children's services make progress",
        text: 'Ofsted says that the pace is right in Northshire. The lowest rating was given in March 2015, and inspectors have come three times since.',
      },
      { events: [], history: ['northshire inadequate'] },
    ],
  ]);
});
