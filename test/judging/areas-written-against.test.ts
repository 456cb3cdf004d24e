/** Areas in lists, and beside words that once hid them from their grade. */
import { describe } from 'vitest';
import { badReport, goodReport, riReport, says } from './support.ts';

describe('a word of the list or of the area is none of the clause', () =>
  says([
    [
      'lines that open with what those in care are achieving',
      goodReport(
        'Each strand of the inspection was outstanding:\n\n- Adoption performance\n- Children looked after and achieving permanence\n- Leadership',
      ),
      { areas: ['adoption outstanding', 'looked_after_children outstanding', 'leaders outstanding'] },
    ],
    [
      'headings that count towards the whole',
      badReport(
        'All the headings that count towards the overall result were also inadequate: adoption, and leadership.',
      ),
      { areas: ['adoption inadequate', 'leaders inadequate'] },
    ],
    [
      'written against every heading',
      goodReport('The report has "outstanding" written against every heading: leadership, care leavers and adoption.'),
      { areas: ['leaders outstanding', 'care_leavers outstanding', 'adoption outstanding'] },
    ],
    [
      'marked beside each of them',
      goodReport('It has "outstanding" marked beside each of them: leadership and adoption.'),
      { areas: ['leaders outstanding', 'adoption outstanding'] },
    ],
    [
      'a practice is written about',
      goodReport('There is outstanding practice in leadership and adoption.'),
      { areas: [] },
    ],
    [
      'scores handed down',
      badReport(
        'The scores handed down today are inadequate for adoption, inadequate for leadership and good for care leavers.',
      ),
      { areas: ['adoption inadequate', 'leaders inadequate', 'care_leavers good'] },
    ],
    [
      'an aside, and then two verbs',
      badReport('Leadership, one of the parts looked at, fared better and was found to be good.'),
      { areas: ['leaders good'] },
    ],
    [
      'no area has a plan that was found to be good',
      badReport('Planning, one of the things looked at, fared better and was found to be good.'),
      { areas: [] },
    ],
  ]));

describe('leading to one more', () =>
  says([
    [
      'as for',
      goodReport('For its work with care leavers, as for the impact of leaders, it moves up to outstanding.'),
      { areas: ['care_leavers outstanding', 'leaders outstanding'] },
    ],
    [
      'as it has',
      {
        title: 'Northshire adequate',
        text: 'Ofsted has rated safeguarding in Northshire as adequate, as it has the care of looked after children.',
        published: '2010-03-02',
      },
      { areas: ['safeguarding adequate', 'looked_after_children adequate'] },
    ],
    [
      'as it has a plan',
      riReport('Ofsted has rated leadership as good, as it has a plan for adoption.'),
      { areas: ['leaders good'] },
    ],
    [
      'which received it in an earlier year',
      {
        title: 'Northshire outstanding, says Ofsted',
        text: 'Ofsted has rated Northshire outstanding. It has kept the good it received in 2018 for the help and protection of children.',
        published: '2024-06-14',
      },
      { areas: ['help_and_protection good'] },
    ],
    [
      'with an overall rating',
      {
        title: 'Northshire inadequate',
        text: 'Ofsted has rated safeguarding in Northshire inadequate. Services for looked after children fared much better, however, with an overall rating of good.',
        published: '2012-07-02',
      },
      { areas: ['safeguarding inadequate', 'looked_after_children good'] },
    ],
    [
      'with an overall rating of the council',
      badReport('Help for care leavers fared worse in Southshire, a council with an overall rating of good.'),
      { areas: [] },
    ],
    [
      'not much better at',
      badReport("The grade for care leavers isn't much better at requires improvement."),
      { areas: ['care_leavers requires_improvement'] },
    ],
    [
      'better but still only',
      {
        title: 'Northshire inadequate',
        text: "Ofsted has rated safeguarding in Northshire inadequate. The council's care of the 300 children it looks after was better but still only adequate.",
        published: '2010-03-02',
      },
      { areas: ['safeguarding inadequate', 'looked_after_children adequate'] },
    ],
  ]));
