import { describe } from 'vitest';
import { says } from './support.ts';

const OVERALL_GOOD = "Ofsted has rated Northshire's children's services good overall, in a report published today. ";
const of = (text: string) => ({ title: 'Ofsted report on Northshire', text: OVERALL_GOOD + text });

/** Each grade word belongs to its area. */
describe('a grade of an area', () => {
  says([
    [
      'area then verb',
      of('The impact of leaders on social work practice was judged outstanding.'),
      { events: ['northshire good'], areas: ['leaders outstanding'] },
    ],
    [
      'several areas before one grade',
      of('Help and protection, children in care and care leavers were all rated good.'),
      { areas: ['help_and_protection good', 'children_in_care good', 'care_leavers good'] },
    ],
    [
      'two grades in one sentence',
      of(
        'Help and protection was rated good, while the experiences and progress of care leavers requires improvement.',
      ),
      { areas: ['help_and_protection good', 'care_leavers requires_improvement'] },
    ],
    [
      'with … judged',
      of('Leadership was described as outstanding, with support for care leavers judged inadequate.'),
      { areas: ['leaders outstanding', 'care_leavers inadequate'] },
    ],
    [
      'grade for area',
      of("Inspectors gave 'outstanding' for the impact of leaders and 'good' for children in care."),
      { areas: ['leaders outstanding', 'children_in_care good'] },
    ],
    ['adjective before the area', of('The report praises outstanding leadership.'), { areas: ['leaders outstanding'] }],
    [
      'quoted adjective',
      of("It speaks of 'inadequate' child protection."),
      { areas: ['help_and_protection inadequate'] },
    ],
    [
      'a list with dashes',
      of(
        'The judgements are:\n\n- The impact of leaders on social work practice – outstanding\n- The experiences and progress of children who need help and protection – good\n- The experiences and progress of children in care – good\n- The experiences and progress of care leavers – requires improvement to be good\n- Overall effectiveness – good',
      ),
      {
        events: ['northshire good'],
        areas: [
          'leaders outstanding',
          'help_and_protection good',
          'children_in_care good',
          'care_leavers requires_improvement',
        ],
      },
    ],
    [
      'a list with colons and numbers',
      of(
        '1. Children who need help and protection: Good\n2. Children looked after and achieving permanence: Good\n2.1 Adoption performance: Outstanding\n2.2 Experiences and progress of care leavers: Requires improvement\n3. Leadership, management and governance: Good',
      ),
      {
        areas: [
          'help_and_protection good',
          'looked_after_children good',
          'adoption outstanding',
          'care_leavers requires_improvement',
          'leadership_management_and_governance good',
        ],
      },
    ],
    [
      'a table, a cell a line',
      of(
        'Judgement\nGrade\nThe impact of leaders on social work practice\nOutstanding\nThe experiences and progress of children who need help and protection\nGood\nThe experiences and progress of children in care\nRequires improvement to be good\nOverall effectiveness\nGood',
      ),
      { areas: ['leaders outstanding', 'help_and_protection good', 'children_in_care requires_improvement'] },
    ],
    [
      'a table with bars',
      of('| Judgement | Grade |\n| The impact of leaders | Outstanding |\n| Children in care | Good |'),
      { areas: ['leaders outstanding', 'children_in_care good'] },
    ],
    [
      'areas under a line that says the grade',
      of('The areas found to be outstanding are:\n• The impact of leaders\n• Children in care'),
      { areas: ['leaders outstanding', 'children_in_care outstanding'] },
    ],
    [
      'a grade broken over two lines',
      of('Care leavers: Requires\nimprovement to be good'),
      { areas: ['care_leavers requires_improvement'] },
    ],
    ['counts name no area', of('It was outstanding in three areas and good in the fourth.'), { areas: [] }],
    [
      'one area of a kind is not the whole',
      {
        title: 'Ofsted on Northshire',
        text: "Ofsted has rated Northshire's children's services good. Support for care leavers was judged inadequate.",
      },
      { events: ['northshire good'], areas: ['care_leavers inadequate'] },
    ],
    [
      'the grade before the area with a comma',
      of('Services for care leavers were good, as was adoption performance.'),
      { areas: ['care_leavers good', 'adoption good'] },
    ],
    [
      'both … were',
      of('Both help and protection and children in care were found to be good.'),
      { areas: ['help_and_protection good', 'children_in_care good'] },
    ],
    [
      'each of the four',
      of('Leaders, help and protection, children in care and care leavers each received a good judgement.'),
      { areas: ['leaders good', 'help_and_protection good', 'children_in_care good', 'care_leavers good'] },
    ],
    [
      'the judgement for',
      of('The judgement for care leavers was requires improvement.'),
      { areas: ['care_leavers requires_improvement'] },
    ],
    [
      'rose to',
      of('Help and protection improved to good and leadership remained outstanding.'),
      { areas: ['help_and_protection good', 'leaders outstanding'] },
    ],
    [
      'no overall since April 2026',
      {
        title: 'Ofsted reports on Northshire',
        published: '2026-07-10',
        text: "Ofsted has published its report on Northshire's children's services after an inspection in May 2026.\n\nThe impact of leaders: good\nHelp and protection: requires improvement\nChildren in care: good\nCare leavers: outstanding",
      },
      {
        events: ['northshire null'],
        areas: [
          'leaders good',
          'help_and_protection requires_improvement',
          'children_in_care good',
          'care_leavers outstanding',
        ],
      },
    ],
    [
      'inspected before April 2026, published after',
      {
        title: "Northshire's children's services good, says Ofsted",
        published: '2026-05-18',
        text: 'Inspectors visited in January. Overall effectiveness is good.',
      },
      { events: ['northshire good'] },
    ],
  ]); // prettier-ignore
});
