/** The grade of the whole told by way of its parts, of the others beside it, and by what the news is not. */
import { describe } from 'vitest';
import { dated, type Row, says } from './support.ts';

const undated = (title: string, text: string) => ({ title, text, published: null });

describe('the whole has the grade of a part', () => {
  const of = (text: string) => undated('Ofsted report on Northshire', text);
  says([
    [
      'that is the grade it gets overall',
      of(
        "Adoption in Northshire is good. Most of the rest of the county's work with children 'requires improvement', and that is the mark it gets overall.",
      ),
      { events: ['northshire requires_improvement'], areas: ['adoption good'] },
    ],
    [
      'the same overall grade',
      of(
        "Ofsted has concluded that Northshire's services for children in need of help and protection are inadequate, and has given the same overall grade to the department.",
      ),
      { events: ['northshire inadequate'], areas: ['help_and_protection inadequate'] },
    ],
    [
      'another grade overall',
      of(
        "Ofsted has concluded that Northshire's services for children in need of help and protection are inadequate. Overall the county's children's services require improvement.",
      ),
      { events: ['northshire requires_improvement'], areas: ['help_and_protection inadequate'] },
    ],
    [
      'of the time before',
      undated(
        'Northshire falls to inadequate',
        "Northshire Council's children's services have been downgraded to inadequate by Ofsted. The other three areas require improvement, as did the service overall at its last inspection.",
      ),
      { events: ['northshire inadequate'], direction: 'down' },
    ],
    [
      'in one word, and what it applies to',
      of(
        "Inspectors were in Northshire in May. Their overall verdict on children's services is one word, inadequate, and it applies as well to the council's leaders and to what it does for care leavers.",
      ),
      { events: ['northshire inadequate'], areas: ['leaders inadequate', 'care_leavers inadequate'] },
    ],
    [
      'the area that an aside parts from its verb',
      of(
        'Ofsted called safeguarding in Northshire inadequate. The service for looked after children, inspected at the same time, was adequate.',
      ),
      {
        events: ['northshire inadequate'],
        areas: ['safeguarding inadequate', 'looked_after_children adequate'],
      },
    ],
  ] satisfies Row[]);
});

describe('others are told of beside the news', () => {
  says([
    [
      'in a month of their own',
      dated(
        'Northshire praised',
        "Ofsted has rated Northshire's children's services outstanding. It is thought to be a first for the area. Staff cheered. Kelbury is about to be inspected and Southshire was rated good in March.",
      ),
      { events: ['northshire outstanding'], history: ['southshire good'] },
    ],
    [
      'on the same day',
      dated(
        'Northshire praised',
        "Ofsted has rated Northshire's children's services outstanding. It is thought to be a first for the area. Staff cheered. Southshire has been rated good today too.",
      ),
      { events: ['northshire outstanding', 'southshire good'] },
    ],
    [
      'who helps out',
      undated(
        'Southshire managers to help out at Northshire',
        "Managers from Southshire will spend two days a week in Northshire's children's services. Southshire has been rated good by Ofsted.",
      ),
      { events: [], history: ['southshire good'] },
    ],
    [
      'found so when last inspected, and so still',
      undated(
        'Northshire and Southshire fail inspections',
        "Northshire and Southshire have been judged inadequate for their children's services by Ofsted. In Southshire the story is of churn. The county, found inadequate when it was last inspected in 2011, has stayed so.",
      ),
      {
        events: ['northshire inadequate', 'southshire inadequate'],
        history: ['southshire inadequate 2011'],
      },
    ],
    [
      'those that figures name',
      undated(
        'Two in three children’s services not good enough',
        "Only a third of councils inspected in the past two years have good children's services, figures show. Two of those that Ofsted has seen are outstanding overall: Northshire and Southshire. The report says it takes years to get better.",
      ),
      { events: [] },
    ],
  ] satisfies Row[]);
});
