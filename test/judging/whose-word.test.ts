/** Whose a grade is, and whether it is news, by how sentences are built: lists, apposition, reports of speech, who came along. */
import { describe } from 'vitest';
import { says } from './support.ts';

const TITLE = 'Ofsted on children’s services';
const about = (text: string, title = TITLE) => ({ title, text });

describe('round-ups', () => {
  says([
    [
      'a grade of the lead is not of all whom the next sentence names',
      about(
        'The first councils inspected under Ofsted’s new rules have their reports on children’s services, and for only one of them is the news good. Northshire, Southshire and Kelbury were visited in May. Northshire was judged good. Southshire requires improvement. Kelbury is inadequate, for the second time.',
      ),
      { events: ['northshire good', 'southshire requires_improvement', 'kelbury inadequate'] },
    ],
    [
      'a grade of a list stays with those who have no other',
      about(
        'Three councils are outstanding, says Ofsted of children’s services. Northshire, Southshire and Kelbury were inspected in May.',
      ),
      { events: ['northshire outstanding', 'southshire outstanding', 'kelbury outstanding'] },
    ],
    [
      'those named between commas have what the verb says',
      about(
        'Ofsted’s new report on children’s services is out. Two councils, Northshire and Southshire, were found inadequate overall.',
      ),
      { events: ['northshire inadequate', 'southshire inadequate'] },
    ],
    [
      'escaping one thing but not another',
      about(
        'Ofsted’s new report on children’s services is out. Northshire escaped that but was inadequate for adoption.',
      ),
      { areas: ['adoption inadequate'] },
    ],
    [
      'escaping the grade itself',
      about('Ofsted’s new report on children’s services is out. Northshire escaped an inadequate grade.'),
      { events: [] },
    ],
    [
      'both, of two',
      about(
        'The neighbours are now equals. Ofsted has given an overall rating of good to both: to children’s services in Northshire and to those in Southshire.',
        'Shire and Southshire neck and neck as both are rated good by Ofsted',
      ),
      { events: ['northshire good', 'southshire good'] },
    ],
  ]);
});

describe('said that it had', () => {
  says([
    [
      'announced',
      about('Ofsted announced on Monday that it had rated children’s services in Northshire and Southshire good.'),
      { events: ['northshire good', 'southshire good'] },
    ],
    [
      'revealed',
      about('Ofsted revealed yesterday that inspectors had judged children’s services in Northshire to be inadequate.'),
      { events: ['northshire inadequate'] },
    ],
    [
      'remembered',
      about('The leader recalled that Ofsted had rated children’s services in Northshire inadequate.'),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'a report that',
      about(
        'Ofsted has today published a detailed report that judges children’s services in Northshire to be outstanding.',
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'the report that',
      about(
        'A trust will run children’s services. The Ofsted report that judged those in Northshire inadequate still hurts.',
        'New trust for Northshire',
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
  ]);
});

describe('a second verb', () => {
  says([
    [
      'had been, but now',
      about(
        'The unit in Northshire, which a trust runs, had been rated good by Ofsted but now requires improvement to be good.',
      ),
      { events: ['northshire requires_improvement'], history: ['northshire good'], direction: 'down' },
    ],
    [
      'from one grade, with something said in passing, to another',
      about(
        'Last week Ofsted moved Northshire’s children’s services up from inadequate, where they had been since the autumn of 2018, to requires improvement.',
      ),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'the headline is that',
      about(
        'Ofsted’s report on children’s services in Northshire can now be read. The headline is that services require improvement to be good.',
      ),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'playgrounds',
      about('Ofsted’s report on Northshire can now be read. Playgrounds there require improvement.'),
      { events: [] },
    ],
  ]);
});

describe('who came along', () => {
  says([
    [
      'together with',
      {
        ...about(
          'Ofsted, which came in May together with the Care Quality Commission, found safeguarding in Northshire inadequate. Services for looked after children were adequate.',
        ),
        published: '2011-06-20',
      },
      { events: ['northshire inadequate'], areas: ['safeguarding inadequate', 'looked_after_children adequate'] },
    ],
    [
      'alongside',
      {
        ...about('Ofsted came to Northshire in May alongside the CQC and says safeguarding is inadequate.'),
        published: '2011-06-20',
      },
      { events: ['northshire inadequate'] },
    ],
    [
      'the one who judges',
      about(
        'The Care Quality Commission, which spoke with Ofsted, has rated Northshire Council good.',
        'Northshire Council assessed',
      ),
      { events: ['northshire good'] },
    ],
  ]);
});
