/** Areas that another sentence names: each of those looked at, all of which have the grade, and the one that is left out. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, riReport, says } from './support.ts';

const graded = (areas: string[], grade: string) => areas.map((area) => `${area} ${grade}`);
const all = ['leaders', 'help_and_protection', 'care_leavers'];

describe('every area, named further down', () =>
  says([
    [
      'the areas are',
      goodReport(
        'It is good in every one of the areas that were looked at. The visit was the first since the floods. The areas are: help and protection; leadership; and help for care leavers.',
      ),
      { areas: graded(all, 'good') },
    ],
    [
      'the three categories were',
      goodReport(
        'It had good in every category. Staff were delighted. The director thanked them. Cake was had by all. Then it rained. Few went home. The three categories were leadership, help and protection, and help for care leavers.',
      ),
      { areas: graded(all, 'good') },
    ],
    [
      'with other councils named after them',
      goodReport(
        'It had good in every category. The three categories were leadership, help and protection, and help for care leavers. The council also helps Kelbury.',
      ),
      { areas: graded(all, 'good') },
    ],
    [
      'not where those are of something else',
      goodReport(
        'It had good in every category. Staff were delighted. Our priorities for the year are leadership, help and protection, and help for care leavers.',
      ),
      { areas: [] },
    ],
    [
      'of the protection of children alone the whole is no part',
      {
        ...dated(
          'Council sorry after adequate child protection rating',
          'Northshire Council is sorry that its child protection services were rated adequate by Ofsted. All four parts of their assessment, which include leadership and the quality of practice, came out as adequate.',
        ),
        published: null,
      },
      { events: ['northshire adequate'], areas: graded(['leaders', 'quality_of_practice'], 'adequate') },
    ],
    [
      'also the grade in each',
      riReport(
        "That's also the grade in each of three areas: how care leavers get on, help and protection, and leaders' impact.",
      ),
      { areas: graded(all, 'requires_improvement') },
    ],
    [
      'for each of the following',
      dated(
        'Northshire’s children’s services are outstanding in all categories',
        'Ofsted has rated Northshire Council’s children’s services outstanding.\n\nIt means an outstanding in each of the following:\n\nimpact of leaders\nhelp and protection\ncare leavers\n\nThe council is proud.',
      ),
      { areas: graded(all, 'outstanding') },
    ],
  ]));

describe('the same of each', () =>
  says([
    [
      'conclusion',
      badReport(
        'They considered three topics: help and protection, leadership and help for care leavers. They came to the same conclusion on each.',
      ),
      { areas: graded(all, 'inadequate') },
    ],
    [
      'verdict on all of them',
      badReport(
        'The team looked at leadership, help and protection and help for care leavers. It reached the same verdict on all of them.',
      ),
      { areas: graded(all, 'inadequate') },
    ],
    [
      'not where they came to it over time',
      badReport(
        'They spoke to staff about leadership and adoption. Parents came to the same conclusion on each visit.',
      ),
      { areas: [] },
    ],
    [
      'says the same for',
      riReport(
        'It gives an overall judgement of requires improvement, and says the same for help and protection, adoption and leadership.',
      ),
      { areas: graded(['help_and_protection', 'adoption', 'leaders'], 'requires_improvement') },
    ],
    [
      'so were, with another',
      badReport(
        'Leadership was deemed inadequate. So were adoption and help for care leavers, with fostering found to be good.',
      ),
      { areas: ['leaders inadequate', 'adoption inadequate', 'care_leavers inadequate', 'fostering good'] },
    ],
    [
      'for both',
      badReport('Children in care and care leavers do not get a good enough deal. Services for both are inadequate.'),
      { areas: graded(['children_in_care', 'care_leavers'], 'inadequate') },
    ],
    [
      'the grade for the others',
      badReport('Leadership was inadequate. Good was the grade for the others, adoption and help for care leavers.'),
      { areas: ['leaders inadequate', 'adoption good', 'care_leavers good'] },
    ],
  ]));

describe('the one that stands out', () =>
  says([
    [
      'only one was not',
      dated(
        'Ofsted report on Northshire',
        "Ofsted has rated Northshire's children's services outstanding, in a report published today. Of the areas marked only the one for adoption was not outstanding. It was good.",
      ),
      { events: ['northshire outstanding'], areas: ['adoption good'] },
    ],
    [
      'only one has moved beyond',
      badReport('Only help for care leavers has moved beyond the lowest grade. It requires improvement.'),
      { events: ['northshire inadequate'], areas: ['care_leavers requires_improvement'] },
    ],
    [
      'not where it is the council',
      badReport('Only adoption was not inadequate. Northshire was good in 2015.'),
      { areas: [] },
    ],
    [
      'that part, along with another',
      badReport('Children in care get a better deal. That part of the service, along with adoption, was graded good.'),
      { areas: ['children_in_care good', 'adoption good'] },
    ],
    [
      'that part, of a clause with its own subject',
      badReport(
        'They were impressed by the people in charge, although care leavers do not all have a flat. That part of the service was graded good.',
      ),
      { areas: ['care_leavers good'] },
    ],
    [
      'the area',
      badReport('Inspectors want more to be done for care leavers. The area was graded good.'),
      { areas: ['care_leavers good'] },
    ],
    [
      'a board is no area',
      badReport(
        'Adoption is good. Ofsted has also reviewed the Northshire Safeguarding Children Board. It found that to be inadequate too.',
      ),
      { areas: ['adoption good'] },
    ],
    [
      'that side of the work',
      badReport('They liked how youngsters in care are looked after and rated that side of the work good.'),
      { areas: ['children_in_care good'] },
    ],
    [
      'judged separately',
      badReport('Care leavers are judged separately and their support is good.'),
      { areas: ['care_leavers good'] },
    ],
    [
      'the one judgement in which',
      goodReport('Adoption is the one judgement in which it requires improvement.'),
      { areas: ['adoption requires_improvement'] },
    ],
  ]));
