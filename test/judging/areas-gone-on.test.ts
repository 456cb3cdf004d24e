/** Area grades: what clauses and sentences go on to say, pairs, and paraphrases. */
import { describe } from 'vitest';
import { aReport, badReport, goodReport, says } from './support.ts';

describe('what a clause goes on to say of its area', () => {
  says([
    [
      'their impact',
      goodReport(
        'Managers praise the team. Leaders, the report adds, have been tireless for the young and their impact was outstanding.',
      ),
      { areas: ['leaders outstanding'] },
    ],
    [
      'their impact2',
      goodReport('Leaders are well known to staff. Their influence was judged outstanding.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'its quality',
      goodReport('Adoption has grown, and its quality was rated outstanding.'),
      { areas: ['adoption outstanding'] },
    ],
    [
      'stating this',
      goodReport(
        'Adoption is outstanding but help for care leavers fared worse, with the team finding that this requires improvement.',
      ),
      { areas: ['adoption outstanding', 'care_leavers requires_improvement'] },
    ],
    [
      'that was',
      goodReport('Adoption is the one thing that shines: that was rated outstanding.'),
      { areas: ['adoption outstanding'] },
    ],
    [
      'and it is',
      goodReport('Leadership has been steady for years, and it is now outstanding.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'and it no',
      goodReport('Leadership has been steady for years, and the county says that it is good.'),
      { areas: [] },
    ],
  ]);
});

describe('the same for others, with more in the sentence', () => {
  says([
    [
      'so were, although',
      badReport('So was leadership, although adoption was good.'),
      { areas: ['leaders inadequate', 'adoption good'] },
    ],
    [
      'same went',
      goodReport('Leadership was rated outstanding, and the same went for adoption and for care leavers.'),
      { areas: ['leaders outstanding', 'adoption outstanding', 'care_leavers outstanding'] },
    ],
    [
      'same held',
      goodReport('Leadership was rated outstanding; the same was true of adoption.'),
      { areas: ['leaders outstanding', 'adoption outstanding'] },
    ],
  ]);
});

describe('a grade and what it pulls down', () => {
  says([
    [
      'the x grade for',
      goodReport(
        'Although they rated leadership as outstanding, the inadequate grade for adoption pulled the overall judgement down, from outstanding in 2019.',
      ),
      { areas: ['leaders outstanding', 'adoption inadequate'] },
    ],
  ]);
});

describe('children in care and care leavers: one grade or two', () => {
  says([
    [
      'pair both',
      {
        title: 'Ofsted report on Northshire',
        published: '2016-06-14',
        text: "Ofsted has rated Northshire's children's services good. Care leavers and looked-after children are both now at requires improvement.",
      },
      { areas: ['care_leavers requires_improvement', 'looked_after_children requires_improvement'] },
    ],
    [
      'pair sif',
      {
        title: 'Ofsted report on Northshire',
        published: '2016-06-14',
        text: "Ofsted has rated Northshire's children's services good. Support for children looked after and care leavers is outstanding.",
      },
      { areas: ['care_leavers outstanding', 'looked_after_children outstanding'] },
    ],
    [
      'pair ilacs a',
      {
        title: 'Ofsted report on Northshire',
        published: '2019-06-14',
        text: "Ofsted has rated Northshire's children's services good. The experiences of children in care and care leavers are outstanding.",
      },
      { areas: ['children_in_care_and_care_leavers outstanding'] },
    ],
    [
      'pair ilacs b',
      {
        title: 'Ofsted report on Northshire',
        published: '2025-06-14',
        text: "Ofsted has rated Northshire's children's services good. The experiences of children in care and care leavers are outstanding.",
      },
      { areas: ['children_in_care outstanding', 'care_leavers outstanding'] },
    ],
    [
      'pair no date adoption',
      {
        title: 'Ofsted report on Northshire',
        published: null,
        text: "Ofsted has rated Northshire's children's services good in a report out today. Adoption is good. The experiences of children in care and care leavers are outstanding.",
      },
      { areas: ['adoption good', 'children_in_care outstanding', 'care_leavers outstanding'] },
    ],
  ]);
});

describe('a paraphrase beside a grade', () => {
  says([
    [
      'highest while',
      goodReport('Leadership and adoption both received the highest grade, while help for care leavers was good.'),
      { areas: ['leaders outstanding', 'adoption outstanding', 'care_leavers good'] },
    ],
    [
      'lowest but',
      badReport('Leadership was given the lowest grade, but adoption was good.'),
      { areas: ['leaders inadequate', 'adoption good'] },
    ],
    [
      'second lowest',
      {
        title: 'Ofsted report on Northshire',
        published: '2011-06-14',
        text: "Ofsted has rated Northshire's children's services adequate, the second lowest grade, in a report published today.",
      },
      { events: ['northshire adequate'] },
    ],
  ]);
});

describe('as many as were named', () => {
  says([
    [
      'of both',
      goodReport(
        'Inspectors came to look at leadership and at adoption. They found the quality of both to be outstanding.',
      ),
      { areas: ['leaders outstanding', 'adoption outstanding'] },
    ],
    [
      'of all three',
      goodReport(
        'Leadership, adoption and help for care leavers were looked at. The team judged all three to be outstanding.',
      ),
      { areas: ['leaders outstanding', 'adoption outstanding', 'care_leavers outstanding'] },
    ],
  ]);
});

describe('longer names of areas', () => {
  says([
    [
      'leave care',
      goodReport('An outstanding was for the help that young people get when they leave care.'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'no more than',
      goodReport(
        'They liked leadership, graded outstanding, but the help and protection given to children and adoption were no more than good.',
      ),
      { areas: ['leaders outstanding', 'help_and_protection good', 'adoption good'] },
    ],
  ]);
});

describe('the one of which it is said', () => {
  says([
    [
      'the one group',
      goodReport('Care leavers are the only group for whom the county requires improvement.'),
      { areas: ['care_leavers requires_improvement'] },
    ],
    [
      'the one area',
      goodReport('Adoption is the single area where the team found it to be outstanding.'),
      { areas: ['adoption outstanding'] },
    ],
    [
      'partners',
      goodReport('For one, help for care leavers, the verdict on the council, the NHS and the police was inadequate.'),
      { areas: ['care_leavers inadequate'] },
    ],
  ]);
});

describe('what is of the whole and what of a part', () => {
  says([
    [
      'those services',
      goodReport('They looked at help for care leavers too. The quality of that work was outstanding.'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'those services2',
      goodReport('They speak well of adoption. The overall effectiveness of those services was outstanding.'),
      { areas: ['adoption outstanding'] },
    ],
    [
      'pulled',
      badReport(
        'Although they marked adoption and leadership as good, the inadequate grade for care leavers dragged the overall verdict down with it, from good in 2019.',
      ),
      { areas: ['adoption good', 'leaders good', 'care_leavers inadequate'] },
    ],
    [
      'pulled2',
      badReport('The inadequate grade for care leavers sank the whole.'),
      { areas: ['care_leavers inadequate'] },
    ],
    [
      'came off better',
      badReport(
        'Adoption was found to be inadequate but care leavers came off a little better, with the inspectors stating this requires improvement.',
      ),
      { areas: ['adoption inadequate', 'care_leavers requires_improvement'] },
    ],
    [
      'tireless',
      aReport(
        'Ofsted has given Northshire\'s children\'s services its top grade, in a report published today. Leaders, it said, had been "tireless" in their work for children and their impact was outstanding.',
      ),
      { areas: ['leaders outstanding'] },
    ],
    [
      'cp',
      {
        title: 'Northshire child protection is adequate',
        published: '2013-02-12',
        text: 'Ofsted says in a report out today that child protection in Northshire is adequate. It found that the overall effectiveness of arrangements to protect children is adequate.',
      },
      { events: ['northshire adequate'], areas: [] },
    ],
    [
      'failings of one, grades of others',
      badReport('It was marked down over failings for care leavers, though other services are good.'),
      { areas: [] },
    ],
    [
      'help and protection under an inspection of protection',
      {
        title: 'Northshire child protection is adequate',
        published: '2013-02-12',
        text: 'Ofsted says in a report out today that children’s services in Northshire are adequate, and so is child protection. The effectiveness of the help and protection provided to children is good.',
      },
      { events: ['northshire adequate'], areas: ['help_and_protection good'] },
    ],
  ]);
});
