/** Area grades in the many ways papers tell them. */
import { describe } from 'vitest';
import { badReport, goodReport, says } from './support.ts';

describe('what leaves an area out', () => {
  says([
    [
      'It is outstanding in every area except care leavers.',
      goodReport('It is outstanding in every area except care leavers.'),
      { areas: [] },
    ],
    [
      'Apart from adoption, where it requires improvement, the county is outstanding in all areas.',
      goodReport('Apart from adoption, where it requires improvement, the county is outstanding in all areas.'),
      { areas: ['adoption requires_improvement'] },
    ],
    [
      'Everything bar leadership was rated outstanding.',
      goodReport('Everything bar leadership was rated outstanding.'),
      { areas: [] },
    ],
    [
      'With the exception of help for care leavers, which is good, all its work was outstanding.',
      goodReport('With the exception of help for care leavers, which is good, all its work was outstanding.'),
      { areas: ['care_leavers good'] },
    ],
    [
      'All areas but leadership, an outstanding, are good.',
      goodReport('All areas but leadership, an outstanding, are good.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'In all but one of the areas, care leavers, it is outstanding.',
      goodReport('In all but one of the areas, care leavers, it is outstanding.'),
      { areas: [] },
    ],
  ]);
});

describe('one among several, and what a sentence sets first', () => {
  says([
    [
      "Adoption, leadership and help for care leavers were among the areas for which the inspectors' verdict was inadequate.",
      badReport(
        "Adoption, leadership and help for care leavers were among the areas for which the inspectors' verdict was inadequate.",
      ),
      { areas: ['adoption inadequate', 'leaders inadequate', 'care_leavers inadequate'] },
    ],
    [
      'Child protection and the work of leaders were two of the areas in which the watchdog found the county to be outstanding.',
      goodReport(
        'Child protection and the work of leaders were two of the areas in which the watchdog found the county to be outstanding.',
      ),
      { areas: ['help_and_protection outstanding', 'leaders outstanding'] },
    ],
    [
      'Help for care leavers is one of the areas where the council still requires improvement.',
      goodReport('Help for care leavers is one of the areas where the council still requires improvement.'),
      { areas: ['care_leavers requires_improvement'] },
    ],
    [
      'There were four areas. For one, the experiences of care leavers, the verdict of the team was inadequate.',
      goodReport(
        'There were four areas. For one, the experiences of care leavers, the verdict of the team was inadequate.',
      ),
      { areas: ['care_leavers inadequate'] },
    ],
    [
      'On one of them, leadership, the judgement on the county was outstanding.',
      goodReport('On one of them, leadership, the judgement on the county was outstanding.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'In another, help and protection, the council and its partners were told that they require improvement.',
      goodReport(
        'In another, help and protection, the council and its partners were told that they require improvement.',
      ),
      { areas: ['help_and_protection requires_improvement'] },
    ],
    [
      'Under a third heading, children in care, what the inspectors gave was an outstanding.',
      goodReport('Under a third heading, children in care, what the inspectors gave was an outstanding.'),
      { areas: ['children_in_care outstanding'] },
    ],
    [
      'In its work with care leavers, which is led by Ann Smith, the county was found to be outstanding.',
      goodReport('In its work with care leavers, which is led by Ann Smith, the county was found to be outstanding.'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'For children in care, by contrast, the judgement was requires improvement.',
      goodReport('For children in care, by contrast, the judgement was requires improvement.'),
      { areas: ['children_in_care requires_improvement'] },
    ],
    [
      'Leadership is good and so is adoption, but for care leavers the county has to make do with requires improvement.',
      goodReport(
        'Leadership is good and so is adoption, but for care leavers the county has to make do with requires improvement.',
      ),
      { areas: ['leaders good', 'adoption good', 'care_leavers requires_improvement'] },
    ],
    [
      'For care leavers, life has got better. The council is good, the inspectors say.',
      goodReport('For care leavers, life has got better. The council is good, the inspectors say.'),
      { areas: [] },
    ],
  ]);
});

describe('not only this', () => {
  says([
    [
      'The county stands at inadequate not just for its work with care leavers but for leadership.',
      badReport('The county stands at inadequate not just for its work with care leavers but for leadership.'),
      { areas: ['care_leavers inadequate', 'leaders inadequate'] },
    ],
    [
      'It was inadequate not only for help and protection but also for overall effectiveness.',
      badReport('It was inadequate not only for help and protection but also for overall effectiveness.'),
      { areas: ['help_and_protection inadequate'] },
    ],
    [
      'Not only adoption but leadership too was found inadequate.',
      badReport('Not only adoption but leadership too was found inadequate.'),
      { areas: ['adoption inadequate', 'leaders inadequate'] },
    ],
  ]);
});

describe('the same for others', () => {
  says([
    [
      'It is also the grade for leadership and for help and protection.',
      badReport('It is also the grade for leadership and for help and protection.'),
      { areas: ['leaders inadequate', 'help_and_protection inadequate'] },
    ],
    [
      'That was also the mark for care leavers and the verdict on adoption.',
      goodReport('That was also the mark for care leavers and the verdict on adoption.'),
      { areas: ['care_leavers good', 'adoption good'] },
    ],
    [
      'Nearly everything was outstanding, adoption and leadership among them.',
      goodReport('Nearly everything was outstanding, adoption and leadership among them.'),
      { areas: ['adoption outstanding', 'leaders outstanding'] },
    ],
    [
      'Adoption has an outstanding. Leadership has one too.',
      goodReport('Adoption has an outstanding. Leadership has one too.'),
      { areas: ['adoption outstanding', 'leaders outstanding'] },
    ],
    [
      'That grade extends to leadership and to children in care.',
      goodReport('That grade extends to leadership and to children in care.'),
      { areas: ['leaders good', 'children_in_care good'] },
    ],
    [
      'The same was said of leadership and adoption.',
      goodReport('The same was said of leadership and adoption.'),
      { areas: ['leaders good', 'adoption good'] },
    ],
    [
      'Leadership was outstanding, a grade matched by adoption.',
      goodReport('Leadership was outstanding, a grade matched by adoption.'),
      { areas: ['leaders outstanding', 'adoption outstanding'] },
    ],
    [
      'Leadership was outstanding, a grade it shares with adoption.',
      goodReport('Leadership was outstanding, a grade it shares with adoption.'),
      { areas: ['leaders outstanding', 'adoption outstanding'] },
    ],
    [
      'Leadership was outstanding. Adoption earned the same grade.',
      goodReport('Leadership was outstanding. Adoption earned the same grade.'),
      { areas: ['leaders outstanding', 'adoption outstanding'] },
    ],
    [
      'Leadership was outstanding. The same mark was awarded for adoption and for care leavers.',
      goodReport('Leadership was outstanding. The same mark was awarded for adoption and for care leavers.'),
      { areas: ['leaders outstanding', 'adoption outstanding', 'care_leavers outstanding'] },
    ],
  ]);
});

describe('grades in turn', () => {
  says([
    [
      'Leadership and adoption were rated outstanding and good respectively.',
      goodReport('Leadership and adoption were rated outstanding and good respectively.'),
      { areas: ['leaders outstanding', 'adoption good'] },
    ],
    [
      'It got outstanding, good and requires improvement for leadership, adoption and care leavers respectively.',
      goodReport(
        'It got outstanding, good and requires improvement for leadership, adoption and care leavers respectively.',
      ),
      { areas: ['leaders outstanding', 'adoption good', 'care_leavers requires_improvement'] },
    ],
    [
      'Leadership was graded outstanding, adoption good and care leavers requires improvement.',
      goodReport('Leadership was graded outstanding, adoption good and care leavers requires improvement.'),
      { areas: ['leaders outstanding', 'adoption good', 'care_leavers requires_improvement'] },
    ],
    [
      'Leadership is outstanding; adoption, good; care leavers, requires improvement.',
      goodReport('Leadership is outstanding; adoption, good; care leavers, requires improvement.'),
      { areas: ['leaders outstanding', 'adoption good', 'care_leavers requires_improvement'] },
    ],
    [
      'The top mark went to leadership, and children in care were not far behind with a good.',
      goodReport('The top mark went to leadership, and children in care were not far behind with a good.'),
      { areas: ['leaders outstanding', 'children_in_care good'] },
    ],
    [
      'Adoption fared best, with an outstanding; care leavers came off worst, with an inadequate.',
      goodReport('Adoption fared best, with an outstanding; care leavers came off worst, with an inadequate.'),
      { areas: ['adoption outstanding', 'care_leavers inadequate'] },
    ],
  ]);
});

describe('heads with areas below', () => {
  says([
    [
      'The areas were graded as follows.\nOutstanding\nLeadership\nAdoption\nGood\nCare leavers',
      goodReport('The areas were graded as follows.\nOutstanding\nLeadership\nAdoption\nGood\nCare leavers'),
      { areas: ['leaders outstanding', 'adoption outstanding', 'care_leavers good'] },
    ],
    [
      'The areas were graded as follows.\nLeadership\nOutstanding\nAdoption\nGood\nCare leavers\nInadequate',
      goodReport(
        'The areas were graded as follows.\nLeadership\nOutstanding\nAdoption\nGood\nCare leavers\nInadequate',
      ),
      { areas: ['leaders outstanding', 'adoption good', 'care_leavers inadequate'] },
    ],
  ]);
});

describe('what a sentence takes up', () => {
  says([
    [
      'Inspectors were most impressed by adoption. They rated it outstanding.',
      goodReport('Inspectors were most impressed by adoption. They rated it outstanding.'),
      { areas: ['adoption outstanding'] },
    ],
    [
      'The report praises leadership. That was rated outstanding.',
      goodReport('The report praises leadership. That was rated outstanding.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'Leadership was inadequate in 2019. It is outstanding now.',
      goodReport('Leadership was inadequate in 2019. It is outstanding now.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'Leadership, inadequate in 2019, is outstanding now.',
      goodReport('Leadership, inadequate in 2019, is outstanding now.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'In 2019 leadership was inadequate; it is now outstanding.',
      goodReport('In 2019 leadership was inadequate; it is now outstanding.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'Leadership, rated inadequate at the last inspection, is now outstanding.',
      goodReport('Leadership, rated inadequate at the last inspection, is now outstanding.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'Inspectors met care leavers at the town hall. They rated the service good.',
      goodReport('Inspectors met care leavers at the town hall. They rated the service good.'),
      { areas: [] },
    ],
  ]);
});

describe('no higher than', () => {
  says([
    [
      'Neither leadership nor adoption was rated higher than requires improvement.',
      goodReport('Neither leadership nor adoption was rated higher than requires improvement.'),
      { areas: ['leaders requires_improvement', 'adoption requires_improvement'] },
    ],
    [
      'Neither help and protection nor adoption got above requires improvement.',
      goodReport('Neither help and protection nor adoption got above requires improvement.'),
      { areas: ['help_and_protection requires_improvement', 'adoption requires_improvement'] },
    ],
  ]);
});

describe('two of a pair', () => {
  says([
    [
      'Leadership and adoption are outstanding. The remaining two judgements, on children in care and care leavers, are good.',
      goodReport(
        'Leadership and adoption are outstanding. The remaining two judgements, on children in care and care leavers, are good.',
      ),
      { areas: ['leaders outstanding', 'adoption outstanding', 'children_in_care good', 'care_leavers good'] },
    ],
    [
      'The grade for leadership is outstanding, that for adoption good and those for care leavers and children in care requires improvement.',
      goodReport(
        'The grade for leadership is outstanding, that for adoption good and those for care leavers and children in care requires improvement.',
      ),
      {
        areas: [
          'leaders outstanding',
          'adoption good',
          'care_leavers requires_improvement',
          'children_in_care requires_improvement',
        ],
      },
    ],
  ]);
});
