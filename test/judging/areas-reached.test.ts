/** Areas that a grade reaches over other words, or that are given the grade of the whole; and what it only seems to be of. */
import { describe } from 'vitest';
import { badReport, goodReport, riReport, says } from './support.ts';

describe('added after a grade', () =>
  says([
    [
      'however the added area is led up to',
      goodReport(
        'Adoption was graded outstanding, as were the experiences and progress of both care leavers and children in care.',
      ),
      { areas: ['adoption outstanding', 'children_in_care outstanding', 'care_leavers outstanding'] },
    ],
    [
      'to a grade of the whole',
      riReport('The service was told that it requires improvement, as does help and protection.'),
      { events: ['northshire requires_improvement'], areas: ['help_and_protection requires_improvement'] },
    ],
    [
      'to what a possessive takes up',
      goodReport(
        'Leaders know the estates of the town well. Their impact was found to be outstanding, as was child protection.',
      ),
      { areas: ['leaders outstanding', 'help_and_protection outstanding'] },
    ],
    [
      'with the whole added to all that were named',
      goodReport(
        'They came to look at leadership, adoption and help for care leavers. All of these, without exception, were graded good, as was overall effectiveness.',
      ),
      { events: ['northshire good'], areas: ['leaders good', 'adoption good', 'care_leavers good'] },
    ],
    [
      'the other of two',
      goodReport('Leadership is one of two areas graded outstanding, the other being adoption.'),
      { areas: ['leaders outstanding', 'adoption outstanding'] },
    ],
    [
      'in two words',
      riReport('The report says that adoption is good; so too leadership.'),
      { areas: ['adoption good', 'leaders good'] },
    ],
    [
      'not what a clause after "as ever" goes on to',
      goodReport('Adoption was outstanding, as ever, and leadership will be looked at next year.'),
      { areas: ['adoption outstanding'] },
    ],
    ['not to a grade of before', goodReport('Services were inadequate in 2019, as was leadership.'), { areas: [] }],
  ]));

describe('other words between an area and its grade', () =>
  says([
    [
      'how it fared',
      badReport('Leadership and work with care leavers fared a little better and were judged to require improvement.'),
      { areas: ['leaders requires_improvement', 'care_leavers requires_improvement'] },
    ],
    [
      'how it came out',
      badReport('Help for care leavers came off somewhat better and was judged good.'),
      { areas: ['care_leavers good'] },
    ],
    [
      'what was only praised has none',
      badReport('Help for care leavers came off somewhat better, and staff were thanked.'),
      { areas: [] },
    ],
    [
      'experiences taken up',
      badReport('Children in care wait longest. Their experiences and progress are inadequate, too.'),
      { areas: ['children_in_care inadequate'] },
    ],
    [
      'support taken up',
      goodReport('Less is done for care leavers. The support for them requires improvement.'),
      { areas: ['care_leavers requires_improvement'] },
    ],
    [
      'experiences of people who are no area',
      goodReport('Foster carers are content. Their experiences are outstanding, they said.'),
      { areas: [] },
    ],
    [
      'the grade before what is judged',
      badReport('Ofsted rated as good the help that families get along with the experiences of those in care.'),
      { areas: ['help_and_protection good', 'children_in_care good'] },
    ],
    [
      'without "as"',
      badReport('It declared good its leadership together with its work on adoption.'),
      { areas: ['leaders good', 'adoption good'] },
    ],
    [
      'of something else than what follows',
      badReport('It declared good its plans, and leadership was not looked at.'),
      { areas: [] },
    ],
    [
      'the grade as the subject',
      riReport('Good was also the verdict on leadership, and good was the word used for adoption.'),
      { areas: ['leaders good', 'adoption good'] },
    ],
    [
      'a verdict that is still to come',
      riReport('The plans were good again, and the verdict on adoption is awaited.'),
      { areas: [] },
    ],
    [
      'an area that has not the one grade but another',
      badReport('What was not found inadequate was adoption, which requires improvement.'),
      { areas: ['adoption requires_improvement'] },
    ],
    [
      'respects',
      riReport('The council was good in two respects, its adoption service and its leadership.'),
      { areas: ['adoption good', 'leaders good'] },
    ],
    [
      'a grade given to one and to those of others',
      goodReport(
        'Inspectors awarded the top mark to leadership, to the outcomes of children in care and to those of care leavers.',
      ),
      { areas: ['leaders outstanding', 'children_in_care outstanding', 'care_leavers outstanding'] },
    ],
    [
      'a capital makes a grade of a word before a noun',
      riReport('The report says that care leavers have Outstanding experiences.'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'a small letter does not',
      riReport('The report says that care leavers have outstanding experiences.'),
      { areas: [] },
    ],
    [
      'how children are helped',
      goodReport('Inspectors gave outstanding for how children are helped and protected and for leadership.'),
      { areas: ['help_and_protection outstanding', 'leaders outstanding'] },
    ],
    [
      'needs to improve to be good',
      goodReport('Its help for care leavers needs to improve to be good, says the report.'),
      { areas: ['care_leavers requires_improvement'] },
    ],
    ['is to improve', goodReport('Its help for care leavers is to improve, says the report.'), { areas: [] }],
    [
      'since, and then the grade',
      goodReport('Help for care leavers has been looked at on its own since, and it is outstanding.'),
      { areas: ['care_leavers outstanding'] },
    ],
  ]));

describe('a grade with a subject of its own', () =>
  says([
    [
      'it, and then other areas',
      riReport('While it is inadequate for leadership and adoption, it is good for care leavers.'),
      { areas: ['leaders inadequate', 'adoption inadequate', 'care_leavers good'] },
    ],
    [
      'when it comes to',
      riReport('It requires improvement when it comes to adoption, but is good when it comes to leadership.'),
      { areas: ['adoption requires_improvement', 'leaders good'] },
    ],
    [
      'good in terms of something else',
      riReport('The plans were good in terms of speed, and leadership was praised.'),
      { areas: [] },
    ],
    [
      'what they call it',
      riReport('Inspectors were critical of adoption, calling it inadequate.'),
      { areas: ['adoption inadequate'] },
    ],
    [
      'what they rate that with which they are concerned',
      riReport(
        'There was concern about adoption, rating it inadequate, and praise for leadership, which they call good.',
      ),
      { areas: ['adoption inadequate', 'leaders good'] },
    ],
    [
      'a speech about an area',
      riReport('The leader gave a speech about adoption, which drew a good crowd.'),
      { areas: [] },
    ],
    [
      'so many out of so many',
      riReport('Two areas out of four were judged good: adoption and leadership.'),
      { areas: ['adoption good', 'leaders good'] },
    ],
    ['out of the grade is no longer in it', riReport('Leadership has climbed out of inadequate.'), { areas: [] }],
  ]));

describe('the overall grade passed on', () =>
  says([
    [
      'shared by areas',
      riReport('Adoption is good. Care leavers, help and protection and leadership share the overall verdict.'),
      {
        areas: [
          'adoption good',
          'care_leavers requires_improvement',
          'help_and_protection requires_improvement',
          'leaders requires_improvement',
        ],
      },
    ],
    [
      'matched by one',
      riReport('Leadership matches the overall grade. Adoption is good.'),
      { areas: ['adoption good', 'leaders requires_improvement'] },
    ],
    [
      'a vision that is shared is none',
      riReport('Leadership shares the overall vision of the council. Adoption is good.'),
      { areas: ['adoption good'] },
    ],
    [
      'applied as well to areas',
      riReport('The overall mark of requires improvement applies equally to two more areas, adoption and leadership.'),
      {
        events: ['northshire requires_improvement'],
        areas: ['adoption requires_improvement', 'leaders requires_improvement'],
      },
    ],
    [
      'what it covers',
      riReport('The service was told that it requires improvement overall. That includes leadership and adoption.'),
      { areas: ['leaders requires_improvement', 'adoption requires_improvement'] },
    ],
    [
      'what the inspection covers',
      riReport(
        'The service was told that it requires improvement overall. The inspection included leadership and adoption.',
      ),
      { areas: [] },
    ],
  ]));
