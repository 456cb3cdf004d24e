/** Areas that a sentence takes up from the one before, shares a grade with, or names in longer words. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, riReport, says } from './support.ts';

describe('no better', () =>
  says([
    [
      'and neither did another',
      badReport('Adoption did no better, and neither did the help for care leavers.'),
      { areas: ['adoption inadequate', 'care_leavers inadequate'] },
    ],
    [
      'nor did another',
      badReport('Leadership fared no better, nor did the way it protects and helps youngsters.'),
      { areas: ['leaders inadequate', 'help_and_protection inadequate'] },
    ],
    [
      'and something else is said of another',
      badReport('Leadership fared no better, nor did adoption win praise from parents.'),
      { areas: [] },
    ],
  ]));

describe('one subject and two verbs', () =>
  says([
    [
      'give the area its grade',
      badReport('The offer to care leavers is stronger, yet still requires improvement.'),
      { areas: ['care_leavers requires_improvement'] },
    ],
    [
      'are not a clause about the whole',
      goodReport('Help for care leavers has grown, and the council as a whole is still good.'),
      { areas: [] },
    ],
    [
      'are not what somebody else says',
      goodReport('Adoption is slow, but managers say the picture is good.'),
      { areas: [] },
    ],
  ]));

describe('both of the sentence before', () =>
  says([
    [
      'have the grade that opens the next',
      goodReport('Leaders are calm and care leavers are heard. Outstanding is the word for both of these.'),
      { areas: ['leaders outstanding', 'care_leavers outstanding'] },
    ],
    [
      'and one more',
      goodReport(
        'Inspectors saw leadership and adoption at work. Outstanding was their verdict on both, and on help for care leavers.',
      ),
      { areas: ['leaders outstanding', 'adoption outstanding', 'care_leavers outstanding'] },
    ],
    [
      'are not two others',
      goodReport(
        'Leaders are calm and care leavers are heard. Outstanding was the word for both the mayor and the bishop.',
      ),
      { areas: [] },
    ],
  ]));

describe('these, and another', () =>
  says([
    [
      'are judged together',
      goodReport(
        'Services for care leavers went backwards because managers were slow to act. They rated these, and adoption, as inadequate.',
      ),
      { areas: ['care_leavers inadequate', 'adoption inadequate'] },
    ],
    [
      'are two clauses where the other has a verb of its own',
      goodReport('Care leavers sent a card. Inspectors judged it, and leadership was outstanding.'),
      { areas: ['leaders outstanding'] },
    ],
  ]));

describe('a count of areas', () =>
  says([
    [
      'that are named after a colon',
      goodReport('Of the five judgements, two were found to be outstanding: adoption and leadership.'),
      { areas: ['adoption outstanding', 'leaders outstanding'] },
    ],
    ['is needed for that', goodReport('Supervision was outstanding: leaders knew their teams.'), { areas: [] }],
  ]));

describe('the service for them', () =>
  says([
    [
      'goes on with the one area before',
      goodReport('Care leavers are the exception. Some do well, but the support for them is inadequate.'),
      { areas: ['care_leavers inadequate'] },
    ],
    [
      'is said by others',
      goodReport('Care leavers wrote in. Funding was cut and the help for them, say MPs, is inadequate.'),
      { areas: [] },
    ],
  ]));

describe('the grade that a sentence explains', () =>
  says([
    [
      'and the next awards',
      dated(
        'Northshire good, says Ofsted',
        'Northshire has been rated good by Ofsted. Good is the second of four grades. It was awarded for adoption and for how services are led, managed and governed.',
      ),
      { areas: ['adoption good', 'leadership_management_and_governance good'] },
    ],
  ]));

describe('the same as the whole', () =>
  says([
    [
      'is the same as now, whatever was told first',
      riReport(
        'In 2019 the grade was outstanding. Adoption and leadership are in the same band as the overall verdict.',
      ),
      { areas: ['adoption requires_improvement', 'leaders requires_improvement'] },
    ],
    [
      'where the move is told in one breath',
      dated(
        'Ofsted on Northshire',
        "Ofsted's grade for Northshire has fallen from good to requires improvement, after a visit in 2024. Adoption got the same grade as the service overall.",
      ),
      { areas: ['adoption requires_improvement'] },
    ],
    [
      'where the time before opens the text',
      dated(
        'Ofsted on Northshire',
        "Children's services in Northshire were good at the last inspection. Ofsted now says they require improvement. Adoption got the same grade as the service overall.",
      ),
      { areas: ['adoption requires_improvement'] },
    ],
  ]));

describe('longer words for an area', () =>
  says([
    [
      'of those who come into care',
      badReport('Young people who come into care get a good service.'),
      { areas: ['children_in_care good'] },
    ],
    [
      'of those in care and out of it',
      {
        title: 'Ofsted on Northshire',
        text: "Ofsted has rated Northshire's children's services inadequate. For youngsters in care or who have left it the grade is one step up, requires improvement.",
        published: '2021-06-14',
      },
      { areas: ['children_in_care_and_care_leavers requires_improvement'] },
    ],
    [
      'of those at risk',
      badReport('Adoption is good, it says, and so is help for families who are at risk.'),
      { areas: ['adoption good', 'help_and_protection good'] },
    ],
  ]));

describe('areas taken up again', () =>
  says([
    [
      'by what they get',
      goodReport('Care leavers come off worst. What they are offered requires improvement.'),
      { areas: ['care_leavers requires_improvement'] },
    ],
    [
      'by what they are offered',
      goodReport('It is care leavers who lose out. What the council offers them is inadequate.'),
      { areas: ['care_leavers inadequate'] },
    ],
    [
      'yet not by what somebody saw',
      goodReport('Care leavers are known to all. What the inspectors saw was outstanding.'),
      { areas: [] },
    ],
    [
      'by "them", in a clause of its own',
      badReport('Children in care do better, although the support for them still requires improvement.'),
      { areas: ['children_in_care requires_improvement'] },
    ],
    [
      'yet not by other services',
      badReport('Children in care waited for homes, although services for adults were good.'),
      { areas: [] },
    ],
    [
      'by "there"',
      badReport('On fostering the tone was warmer: there the verdict was good.'),
      { areas: ['fostering good'] },
    ],
    [
      'by "here"',
      badReport('For care leavers the news is better, and here the report says that it is good.'),
      { areas: ['care_leavers good'] },
    ],
    [
      'yet not where "there is" tells of something else',
      badReport('In adoption much has been done, and there is a good team.'),
      { areas: [] },
    ],
  ]));

describe('those who do the work', () =>
  says([
    [
      'stand between it and its grade',
      goodReport('The support offered by five new teams to care leavers was judged outstanding.'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'and another area is added',
      goodReport(
        'The leadership given by its cabinet and senior team was judged outstanding, as was the help for children who are in care or have since left it.',
      ),
      { areas: ['leaders outstanding', 'children_in_care outstanding', 'care_leavers outstanding'] },
    ],
    [
      'yet praise of theirs is no grade',
      goodReport('The help given by foster carers to care leavers was likewise praised.'),
      { areas: [] },
    ],
  ]));

describe('child protection', () =>
  says([
    [
      'of a time that knew adequate is the whole',
      {
        title: '‘Adequate’: Ofsted’s word on child protection in Northshire',
        text: 'Northshire Council was judged adequate by Ofsted for its arrangements to protect children.',
      },
      { events: ['northshire adequate'], areas: [] },
    ],
    [
      'and an area where the scale is the later one',
      {
        title: 'Northshire: children’s services require improvement',
        text: 'Ofsted has told Northshire Council that its children’s services require improvement in a report out today. Child protection requires improvement.',
      },
      { events: ['northshire requires_improvement'], areas: ['help_and_protection requires_improvement'] },
    ],
  ]));

describe('areas told apart', () =>
  says([
    [
      'one that fell short of the rest',
      {
        title: 'Northshire outstanding',
        text: 'Children’s services in Northshire were given an outstanding rating by Ofsted this week. Of the parts only one, fostering, fell short of that and was good.',
      },
      { events: ['northshire outstanding'], areas: ['fostering good'] },
    ],
    [
      'one that inspectors were kinder about',
      badReport('Inspectors were kinder about adoption, which is good.'),
      { areas: ['adoption good'] },
    ],
    [
      'yet not what a report is about',
      goodReport('The council has a new report about adoption, an outstanding piece of work.'),
      { areas: [] },
    ],
  ]));

describe('areas beside the whole', () =>
  says([
    [
      'each with a word of its own before it',
      badReport('It gives an inadequate to the county council overall, to adoption, to fostering and to leadership.'),
      { areas: ['adoption inadequate', 'fostering inadequate', 'leaders inadequate'] },
    ],
    [
      'named in the next sentence',
      dated(
        'Ofsted on Northshire',
        'Ofsted has judged children’s services in Northshire good overall and in all of three areas. They cover the impact of leaders, fostering and care leavers.',
      ),
      { events: ['northshire good'], areas: ['leaders good', 'fostering good', 'care_leavers good'] },
    ],
    [
      'and no list of what was looked at',
      dated(
        'Ofsted on Northshire',
        'Ofsted has judged children’s services in Northshire good. The areas are leadership, fostering and care leavers.',
      ),
      { events: ['northshire good'], areas: [] },
    ],
  ]));
