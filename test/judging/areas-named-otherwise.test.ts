/** Areas in words other than the titles of the reports, and words beside them that name none. */
import { describe } from 'vitest';
import { badReport, goodReport, riReport, says } from './support.ts';

const PAIR = 'children_in_care_and_care_leavers';
const undated = (text: string) => ({
  title: 'Ofsted report on Northshire',
  text: `Ofsted has rated Northshire's children's services good, in a report out this week. ${text}`,
});

describe('what leaders do', () =>
  says([
    [
      'for practice',
      goodReport('How leaders shape practice was rated outstanding.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'to help social workers',
      goodReport('What senior leaders do to support social workers is rated outstanding.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'is told in two steps',
      undated(
        'Ofsted rated its\n\n• leaders, and what they do for practice, as good\n• help and protection as outstanding',
      ),
      { areas: ['leaders good', 'help_and_protection outstanding'] },
    ],
    [
      'is their work',
      goodReport("The quality of leaders' work was judged outstanding."),
      { areas: ['leaders outstanding'] },
    ],
    [
      'has an effect',
      goodReport('The influence that its leaders have was found to be outstanding.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'is not what leaders of others do',
      goodReport('Partnership working was rated outstanding. Union leaders said the result was outstanding for staff.'),
      { areas: ['partnership_working outstanding'] },
    ],
    [
      'is not what they hope for',
      goodReport('Adoption was rated outstanding, as was the ambition of leaders.'),
      { areas: ['adoption outstanding'] },
    ],
  ]));

describe('help and protection', () =>
  says([
    [
      'turned about',
      undated('Overall effectiveness – Good\nProtecting and helping families – Outstanding\nImpact of leaders – Good'),
      { areas: ['help_and_protection outstanding', 'leaders good'] },
    ],
    [
      'that children got',
      badReport('The help that families got, and leadership, were inadequate.'),
      { areas: ['help_and_protection inadequate', 'leaders inadequate'] },
    ],
    [
      'from harm',
      goodReport('Leaders earned an outstanding and so did the staff who keep youngsters from harm.'),
      { areas: ['leaders outstanding', 'help_and_protection outstanding'] },
    ],
    [
      'of those at risk',
      goodReport('The protection of youngsters at risk is outstanding.'),
      { areas: ['help_and_protection outstanding'] },
    ],
    [
      'and children kept from school are none',
      goodReport('An outstanding offer is made to parents who keep children from school.'),
      { areas: [] },
    ],
  ]));

describe('those in care and care leavers', () =>
  says([
    [
      'with a comma between',
      undated(
        'Impact of leaders: Outstanding\nHelp and protection: Good\nChildren in care, and care leavers: Outstanding',
      ),
      { areas: ['leaders outstanding', 'help_and_protection good', `${PAIR} outstanding`] },
    ],
    [
      'under one word for what is done',
      undated('The support for looked-after children and care leavers was rated outstanding.'),
      { areas: [`${PAIR} outstanding`] },
    ],
    [
      'as those who leave it',
      undated('Looked-after children and young people leaving care get a service which is outstanding.'),
      { areas: [`${PAIR} outstanding`] },
    ],
    [
      'in two words',
      undated(
        'It scored outstanding in every category: protection, care and care leaving, leadership and overall effectiveness.',
      ),
      { areas: ['leaders outstanding', 'help_and_protection outstanding', `${PAIR} outstanding`] },
    ],
    [
      'each at the end of a list',
      goodReport('Leadership, children in care, and care leavers were all outstanding.'),
      { areas: ['leaders outstanding', 'children_in_care outstanding', 'care_leavers outstanding'] },
    ],
    [
      'are told of apart',
      goodReport('Ofsted rated support for children in care outstanding, and care leavers spoke well of it.'),
      { areas: ['children_in_care outstanding'] },
    ],
    [
      'who have left its care',
      riReport('A new judgement, on how the council looks after people who have left its care, was inadequate.'),
      { areas: ['care_leavers inadequate'] },
    ],
  ]));

describe('safeguarding', () =>
  says([
    [
      'is what those services do',
      {
        title: 'Ofsted report on Northshire',
        text: 'Ofsted says services for looked-after children in Northshire are good while those which safeguard vulnerable youngsters are adequate, in a report out today.',
        published: '2011-10-18',
      },
      { areas: ['looked_after_children good', 'safeguarding adequate'] },
    ],
    [
      'has a place in its midst',
      {
        title: 'Inspectors in Northshire',
        text: 'Ofsted says services for looked-after children in Northshire are good. Efforts to keep youngsters in Northshire safe are adequate, the report out today says.',
        published: '2011-10-18',
      },
      { areas: ['looked_after_children good', 'safeguarding adequate'] },
    ],
  ]));

describe('care among single words', () =>
  says([
    [
      'in a list',
      undated('It is good on all four counts: protection, care, leadership and overall effectiveness.'),
      { areas: ['leaders good', 'help_and_protection good', 'children_in_care good'] },
    ],
    [
      'at its end',
      goodReport('Inspectors rated as outstanding its leadership, protection and care.'),
      { areas: ['leaders outstanding', 'help_and_protection outstanding', 'children_in_care outstanding'] },
    ],
    [
      'is none beside other words',
      goodReport('Inspectors rated leadership outstanding, and found warmth, care and patience in every team.'),
      { areas: ['leaders outstanding'] },
    ],
  ]));

describe('an area beside the council or its services', () =>
  says([
    [
      'is not what a grade of the council is of',
      {
        title: 'Inspectors in Northshire',
        text: "Ofsted has praised the calm leadership of children's services at Northshire Council, which has been judged good in a report out today.",
      },
      { events: ['northshire good'], areas: [] },
    ],
    [
      'is graded where it is itself what is judged',
      goodReport('Inspectors spoke well of adoption, which they judged outstanding.'),
      { areas: ['adoption outstanding'] },
    ],
    [
      'is one of many that are named',
      {
        title: 'Inspectors in Northshire',
        text: "Northshire Council's children's services, including early help, fostering teams and advice for care leavers, have been rated good by Ofsted today.",
      },
      { events: ['northshire good'], areas: [] },
    ],
    [
      'is graded with the rest of a part',
      riReport('Services for looked after children, including adoption, are inadequate.'),
      { areas: ['looked_after_children inadequate', 'adoption inadequate'] },
    ],
    [
      'is singled out with another',
      goodReport(
        'Kelbury got the top grade overall, with the work of leaders and adoption singled out as exceptional.',
      ),
      { areas: [] },
    ],
  ]));

describe('children who are counted', () =>
  says([
    [
      'and treated so',
      goodReport(
        'Inspectors liked how the county treats the 310 youngsters in its care, which they rated outstanding.',
      ),
      { areas: ['children_in_care outstanding'] },
    ],
    [
      'and no more',
      goodReport('The county has 310 youngsters in its care, and the outcome was rated good.'),
      { areas: [] },
    ],
  ]));

describe('the same grade', () =>
  says([
    [
      'is said of areas',
      riReport(
        'Its overall verdict is "requires improvement", and it says the same of leadership, of adoption and of all else.',
      ),
      { areas: ['leaders requires_improvement', 'adoption requires_improvement'] },
    ],
    [
      'is theirs that way',
      riReport(
        'Services require improvement, as in 2014. Both adoption and the work with care leavers were graded that way.',
      ),
      { areas: ['adoption requires_improvement', 'care_leavers requires_improvement'] },
    ],
    [
      'came for one alone',
      goodReport('This time the only outstanding came for help and protection.'),
      { areas: ['help_and_protection outstanding'] },
    ],
    ['came in another year', goodReport('The only outstanding came in 2012, when leadership was new.'), { areas: [] }],
  ]));
