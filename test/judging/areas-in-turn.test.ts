/** Areas that a sentence goes on to, one after another, each in words of its own; and those that it gives to other councils. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, says } from './support.ts';

const ofThree = (text: string) =>
  dated(
    'Ofsted reports on three councils',
    `Ofsted has published three reports today. Northshire, Kelbury and Southshire require improvement. ${text}`,
  );

describe('one after another', () =>
  says([
    [
      'not what was praised, and what was graded',
      goodReport('They praised leadership, and the county’s fostering service was outstanding.'),
      { areas: ['fostering outstanding'] },
    ],
    [
      'so is one, and so is another',
      goodReport('Overall effectiveness is good, so is leadership, and so is the experience of care leavers.'),
      { areas: ['leaders good', 'care_leavers good'] },
    ],
    [
      'as was one, and the next of another grade',
      goodReport('Leadership was good, as was adoption, and care leavers were outstanding.'),
      { areas: ['leaders good', 'adoption good', 'care_leavers outstanding'] },
    ],
    [
      'whose leadership it is',
      badReport(
        'Services for children who need help and protection and the borough’s leadership were both inadequate.',
      ),
      { areas: ['help_and_protection inadequate', 'leaders inadequate'] },
    ],
    [
      'for the whole work, for one and for another',
      dated(
        'Ofsted on Northshire',
        'Northshire was found by Ofsted to be inadequate for its overall work with families, for its leadership and for protecting children, a report says today.',
      ),
      { events: ['northshire inadequate'], areas: ['leaders inadequate', 'help_and_protection inadequate'] },
    ],
    [
      'care and care leavers, as one of a list',
      {
        ...goodReport('Leadership, help and protection, and care and care leavers were all good.'),
        published: '2021-05-04',
      },
      { areas: ['leaders good', 'help_and_protection good', 'children_in_care_and_care_leavers good'] },
    ],
    [
      'those inspected, in the next sentence',
      dated(
        'Ofsted on Northshire',
        "Northshire's children's services were judged good in all areas by Ofsted in a report out today. The areas inspected were leadership, help and protection, children in care and overall effectiveness.",
      ),
      { events: ['northshire good'], areas: ['leaders good', 'help_and_protection good', 'children_in_care good'] },
    ],
  ]));

describe('a second thought on one', () =>
  says([
    [
      'one of the few bright spots',
      badReport('Adoption was one of the few bright spots, though it still requires improvement.'),
      { areas: ['adoption requires_improvement'] },
    ],
    [
      'that too',
      badReport('Care leavers were a little happier, although that too requires improvement.'),
      { areas: ['care_leavers requires_improvement'] },
    ],
    [
      'not where another subject comes',
      badReport('Adoption has been turned round, though the council still requires improvement.'),
      { areas: [] },
    ],
    [
      'that part, past a poor plan',
      badReport(
        'Plans were late or poor, and staff had lost sight of care leavers. In that part it also got "inadequate".',
      ),
      { areas: ['care_leavers inadequate'] },
    ],
    [
      'not over what a grade was given',
      dated(
        "Ofsted rates Northshire inadequate for children's services over support for care leavers",
        "Northshire's children's services have been judged inadequate by Ofsted, a report out today says.",
      ),
      { events: ['northshire inadequate'], areas: [] },
    ],
  ]));

describe('areas of other councils', () =>
  says([
    [
      'one named after the other, without a verb',
      ofThree('Southshire was good for adoption and Northshire for leadership.'),
      {
        events: ['northshire requires_improvement', 'kelbury requires_improvement', 'southshire requires_improvement'],
        areas: ['adoption good', 'leaders good'],
      },
    ],
    [
      'as was the leadership of another',
      ofThree("Southshire's adoption service was good, as was Northshire's leadership."),
      { areas: ['adoption good', 'leaders good'] },
    ],
  ]));

describe('reports of 2009 to 2012', () =>
  says([
    [
      'a title that gives both grades leads with none',
      {
        title: "Northshire: safeguarding 'adequate', care 'good'",
        text: 'Ofsted has published its report on Northshire. The overall effectiveness of safeguarding services was found to be adequate and that of services for looked after children good.',
      },
      { events: ['northshire null'], areas: ['safeguarding adequate', 'looked_after_children good'] },
    ],
    [
      'protection is safeguarding there',
      {
        title: 'Child protection in Northshire is adequate',
        text: 'Ofsted has judged child protection in Northshire to be adequate and services for looked after children good, in a report today.',
      },
      { events: ['northshire adequate'], areas: ['safeguarding adequate', 'looked_after_children good'] },
    ],
    [
      'arrangements are the whole of an inspection of protection alone',
      {
        title: "Northshire's child protection 'inadequate'",
        text: 'Child protection arrangements in Northshire have been condemned as "inadequate" by Ofsted. The quality of practice was rated "inadequate" too.',
      },
      { events: ['northshire inadequate'], areas: ['quality_of_practice inadequate'] },
    ],
  ]));
