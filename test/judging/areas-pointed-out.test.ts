/** Areas that a grade, or a later sentence, points to: those told of, named last, or the other of two. */
import { describe } from 'vitest';
import { badReport, goodReport, riReport, says } from './support.ts';

describe('which the grade is of comes after it', () =>
  says([
    ['that on', riReport('One judgement was good, that on care leavers.'), { areas: ['care_leavers good'] }],
    [
      'the one for',
      badReport('A single grade was outstanding, the one for adoption, and families said so.'),
      { areas: ['adoption outstanding'] },
    ],
    [
      'not that on a school',
      goodReport('One verdict on a nursery was outstanding, that on its garden.'),
      { areas: [] },
    ],
    [
      'marked lower, as',
      goodReport('The one heading marked lower, as "requires improvement", was leadership, where it lacked staff.'),
      { areas: ['leaders requires_improvement'] },
    ],
    [
      'is the result for',
      badReport('Good was the result for help and protection.'),
      { areas: ['help_and_protection good'] },
    ],
    ['is the verdict on', badReport('Outstanding is the verdict on adoption.'), { areas: ['adoption outstanding'] }],
  ]));

describe('one grade, told in so many words', () =>
  says([
    [
      'is no grade of before',
      {
        title: 'Northshire falls, says Ofsted',
        text: 'Ofsted has told Northshire Council that its services require improvement. They were rated good in 2019. Leadership, adoption and child protection each got the same grade, requires improvement.',
        published: '2024-06-14',
      },
      {
        areas: [
          'leaders requires_improvement',
          'adoption requires_improvement',
          'help_and_protection requires_improvement',
        ],
      },
    ],
    [
      'applies to parts, whatever else is said of then',
      riReport(
        'It is the same grade as in 2018, when inspectors last called, and it applies to leadership, to adoption and to help and protection.',
      ),
      {
        areas: [
          'leaders requires_improvement',
          'adoption requires_improvement',
          'help_and_protection requires_improvement',
        ],
      },
    ],
    [
      'applies to no area but a rule',
      riReport('It is the same grade as in 2018, and the rule applies to adoption in every county.'),
      { areas: [] },
    ],
    [
      'is given so to one',
      badReport("In Northshire's case it was leadership that was judged so."),
      { areas: ['leaders inadequate'] },
    ],
    ['is not given so by a parent', badReport('It was leadership that was blamed so by parents.'), { areas: [] }],
  ]));

describe('the other of two', () =>
  says([
    [
      'comes first',
      riReport('Adoption was one of the areas found to be inadequate. Care leavers was the other.'),
      { areas: ['adoption inadequate', 'care_leavers inadequate'] },
    ],
    [
      'comes first, after more words',
      goodReport('Leadership was one of two areas rated outstanding. Support for care leavers is the other.'),
      { areas: ['leaders outstanding', 'care_leavers outstanding'] },
    ],
    [
      'is no other of them',
      goodReport('Leadership was one of two areas rated outstanding. Adoption was another matter.'),
      { areas: ['leaders outstanding'] },
    ],
  ]));

describe('both and this', () =>
  says([
    [
      'both of the sentence before, for their effectiveness',
      {
        title: 'Northshire adequate, says Ofsted',
        text: 'Inspectors from Ofsted looked at safeguarding and at services for looked after children in Northshire. For overall effectiveness they graded both as adequate.',
        published: '2011-05-24',
      },
      { areas: ['safeguarding adequate', 'looked_after_children adequate'] },
    ],
    [
      'this they rated, of what was named last',
      badReport(
        'They had doubts about leadership, and warm words about support for care leavers. This they rated good.',
      ),
      { areas: ['care_leavers good'] },
    ],
    [
      'not this of a sentence that goes on to something else',
      badReport('They had doubts about leadership and wrote to the mayor. This they rated inadequate.'),
      { areas: [] },
    ],
    [
      'one glimmer, and what became of it',
      badReport("The one glimmer is adoption. It's moved off the bottom to requires improvement."),
      { areas: ['adoption requires_improvement'] },
    ],
    [
      'and no glimmer',
      badReport("Staff spoke of adoption. It's moved to another office, rated requires improvement for fire safety."),
      { areas: [] },
    ],
  ]));

describe('what brings the whole down', () =>
  says([
    [
      'is named before an aside',
      badReport(
        'The grade for care leavers – a part that inspectors began to look at by itself last year – dragged the council down.',
      ),
      { areas: ['care_leavers inadequate'] },
    ],
    [
      'is what dragged it down',
      badReport('Adoption was what dragged the department down.'),
      { areas: ['adoption inadequate'] },
    ],
    [
      'is no area where a building came down',
      badReport('Staff of adoption said that the mayor had dragged the flag down.'),
      { areas: [] },
    ],
  ]));

describe('passed on in the same sentence', () =>
  says([
    [
      'the same score, to another',
      {
        title: 'Top marks for Northshire',
        text: "Northshire's work to keep children safe has been rated as outstanding by Ofsted inspectors, who also gave the same score to its care of looked after children.",
        published: '2010-05-18',
      },
      { areas: ['safeguarding outstanding', 'looked_after_children outstanding'] },
    ],
    [
      'not the same score as somebody else',
      badReport('Leadership was rated good by inspectors, who gave the same score to a bus company.'),
      { areas: ['leaders good'] },
    ],
    [
      'whose experiences were found to be so',
      badReport(
        'They came to another view about children in care, whose experiences were judged to be good, and left.',
      ),
      { areas: ['children_in_care good'] },
    ],
    [
      'one item named twice over',
      goodReport('Two were outstanding: help and protection for children at risk, and leadership.'),
      { areas: ['help_and_protection outstanding', 'leaders outstanding'] },
    ],
    [
      'management, in a list alone',
      badReport('Three headings, protection, management and adoption, require improvement.'),
      {
        areas: [
          'help_and_protection requires_improvement',
          'leaders requires_improvement',
          'adoption requires_improvement',
        ],
      },
    ],
    [
      'management by itself is not graded so',
      badReport('The management of the budget was rated good by auditors.'),
      { areas: [] },
    ],
  ]));
