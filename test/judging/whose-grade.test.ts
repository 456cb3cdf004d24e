import { describe } from 'vitest';
import { goodReport as good, PUBLISHED, says } from './support.ts';

describe('grades of schools and homes in a council’s area', () => {
  says([
    [
      'an operator with homes in two counties',
      {
        title: 'A fourth outstanding for family firm',
        text: 'A care operator with homes in Northshire and Southshire has been given its fourth Outstanding. Elm Lodge in Kelbury was rated Outstanding overall by the Care Quality Commission, which came in April.',
        published: PUBLISHED,
      },
      { events: [], history: [] },
    ],
    [
      'the overall effectiveness of a school',
      {
        title: 'Independent school rated inadequate',
        text: 'Pupils of an independent school in Northshire had to go home early. Ofsted went there in May. Safeguarding was found to be inadequate, as were the overall effectiveness and the teaching. Northshire Council pays for most of the places.',
        published: PUBLISHED,
      },
      { events: [] },
    ],
  ]);
});

describe('councils named beside another’s grade', () => {
  says([
    [
      'one that came in after the grade was given',
      good('In 2015 they were judged inadequate and Southshire had to be asked to take charge.'),
      { events: ['northshire good'], history: ['northshire inadequate 2015'] },
    ],
    [
      'one that runs the service of another',
      {
        title: 'Ofsted sees progress',
        text: 'Services for children in Northshire are getting better, Ofsted says after a monitoring visit. Southshire Council, which manages the service for its neighbour, welcomed the letter. The budget has grown since 2016, when an inadequate judgement was handed down.',
        published: '2019-10-02',
      },
      { events: [], history: ['northshire inadequate 2016'] },
    ],
    [
      'one that has helped since the service fell',
      good(
        'The partnership with Southshire, which has led the work since the service fell to the bottom in 2013 with an inadequate judgement, comes to an end.',
      ),
      { events: ['northshire good'], history: ['northshire inadequate 2013'] },
    ],
    [
      'neighbours',
      {
        title: 'The view from the county',
        text: "Northshire has been rated good by Ofsted for its children's services. Neighbouring Southshire was rated inadequate last year, and Kelbury is inadequate too.",
        published: PUBLISHED,
      },
      { events: ['northshire good'] },
    ],
    [
      'another inspectorate’s grade, in the present',
      {
        title: 'Northshire: care',
        text: "The CQC has rated adult social care at Northshire Council good. It had not been there before; Ofsted rates its children's services outstanding.",
        published: PUBLISHED,
      },
      { events: ['northshire good'], history: ['northshire outstanding'] },
    ],
    [
      'councils in general',
      good('Councils that were judged outstanding or good when they were last seen get a shorter inspection.'),
      { events: ['northshire good'], history: [] },
    ],
  ]);
});
