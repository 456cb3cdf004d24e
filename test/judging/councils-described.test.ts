import { describe } from 'vitest';
import { badReport, dated, goodReport, NO_HISTORY, riReport, says, upFrom } from './support.ts';

const lifted = (opening: string) =>
  dated("Southshire's children's services are no longer inadequate", `${opening} Ofsted came to Southshire in April.`);
const slumped = (opening: string) =>
  dated("Southshire's children's services slump", `${opening} Ofsted came to Southshire in April.`);
const GOOD = { events: ['southshire good'], areas: [], history: ['southshire inadequate'], direction: 'up' };

describe('a council told of before it is named', () => {
  says([
    [
      'seen as',
      lifted('A county whose help for families was once seen as a hopeless case has been graded good.'),
      GOOD,
    ],
    ['a department', lifted('A department long regarded as the worst in the region has been graded good.'), GOOD],
    ['an area in what is told', lifted('A council that had left children at risk has been graded good.'), GOOD],
    ['criticised over', lifted('An authority accused of neglecting its adoption service has been graded good.'), GOOD],
    [
      'years before',
      slumped('A council that was good four years ago has been judged inadequate.'),
      { events: ['southshire inadequate'], history: ['southshire good 2020'], direction: 'down' },
    ],
    [
      'praised years before',
      slumped('A council which won praise for its care leavers only two years ago has been judged inadequate.'),
      { events: ['southshire inadequate'], areas: [], history: [] },
    ],
    [
      'inadequate no more',
      dated('Southshire: inadequate no more', 'The council has been graded good. Ofsted came to Southshire in April.'),
      GOOD,
    ],
    [
      'an area that the grade is of',
      goodReport('A council whose leadership was weak and whose adoption service is outstanding has much to learn.'),
      { events: ['northshire good'], areas: ['adoption outstanding'] },
    ],
    [
      'a school',
      dated(
        'Southshire school',
        'A school whose care of children was once seen as slack has been rated good by Ofsted.',
      ),
      { events: [], history: [] },
    ],
    [
      'what is hoped',
      dated('Southshire waits', 'A council whose care of children was a scandal hopes to be rated good by Ofsted.'),
      { events: [], history: [] },
    ],
    [
      'audits that are good',
      dated(
        'A letter',
        'Ofsted made a monitoring visit to Southshire, where care of children rests on audits that are good.',
      ),
      { events: [], history: [] },
    ],
    [
      'services lost to a trust are no grade lost',
      goodReport('The county lost its children’s services to a trust for a while.'),
      { events: ['northshire good'], direction: null },
    ],
  ]);
});

describe('the grade of years ago', () => {
  says([
    [
      'the good of',
      badReport('How different from the ‘good’ of six years ago.'),
      { history: ['northshire good 2018'] },
    ],
    [
      'better than the good of',
      dated(
        'Ofsted on Southshire',
        'Ofsted rates children’s services in Southshire outstanding. It beats the Good of May 2019.',
      ),
      { events: ['southshire outstanding'], history: ['southshire good 2019'], direction: 'up' },
    ],
    ['the good of families', badReport('It was done for the good of families.'), { ...NO_HISTORY, direction: null }],
    [
      'then',
      goodReport('Inspectors last came in 2020. The service required improvement then.'),
      upFrom('northshire requires_improvement 2020'),
    ],
    [
      'the verdict then',
      goodReport('In 2019 a new team came. The verdict then was inadequate.'),
      upFrom('northshire inadequate 2019'),
    ],
    [
      'had required',
      goodReport('In 2021 it had required improvement.'),
      upFrom('northshire requires_improvement 2021'),
    ],
    ['used to require', goodReport('It used to require improvement.'), upFrom('northshire requires_improvement')],
    [
      'which once required',
      dated(
        'Ofsted on Southshire',
        'Ofsted says children’s services in Southshire, which once required improvement, are good.',
      ),
      { events: ['southshire good'], history: ['southshire requires_improvement'], direction: 'up' },
    ],
    [
      'a partner',
      badReport(
        'Rain fell. Buses ran late. Trees came down. Southshire, whose own department is outstanding, will send a team.',
      ),
      { events: ['northshire inadequate'], history: ['southshire outstanding'] },
    ],
    [
      'a partner’s parks',
      badReport('Rain fell. Buses ran late. Southshire, whose own parks are outstanding, will send a team.'),
      NO_HISTORY,
    ],
  ]);
});

describe('areas that a grade is told of', () => {
  says([
    [
      'both it and',
      badReport('Leadership drifted. Both it and the service for care leavers are inadequate.'),
      { areas: ['leaders inadequate', 'care_leavers inadequate'] },
    ],
    [
      'it and',
      badReport('Fostering has lost its way. It and adoption are inadequate.'),
      { areas: ['fostering inadequate', 'adoption inadequate'] },
    ],
    [
      'it is the council',
      badReport('The council was warned over leadership. It and its adoption service are inadequate.'),
      { areas: ['adoption inadequate'] },
    ],
    [
      'thought the same',
      goodReport('Few others do so well. Inspectors felt the same about leadership and about adoption.'),
      { areas: ['leaders good', 'adoption good'] },
    ],
    ['took the same view', goodReport('They took the same view of leadership.'), { areas: ['leaders good'] }],
    ['thought so in another year', goodReport('Inspectors said the same of leadership in 2018.'), { areas: [] }],
    ['parents thought the same', goodReport('Parents said the same of adoption.'), { areas: [] }],
    [
      'good already',
      riReport('Adoption and leadership are both good already.'),
      { areas: ['adoption good', 'leaders good'] },
    ],
    ['good elsewhere', riReport('Adoption is outstanding nonetheless.'), { areas: ['adoption outstanding'] }],
    [
      'which was good then',
      riReport('Adoption, which was good then, has got worse and is now inadequate.'),
      { areas: ['adoption inadequate'], history: [] },
    ],
    [
      'which had been',
      badReport('Fostering, which had been good, has got better still and is now outstanding.'),
      { areas: ['fostering outstanding'], direction: null },
    ],
    [
      'an area’s way is not that of the whole',
      goodReport('Leadership, which was inadequate, is now outstanding.'),
      { areas: ['leaders outstanding'], direction: null },
    ],
  ]);
});
