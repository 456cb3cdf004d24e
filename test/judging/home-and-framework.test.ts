/** Where something began, whom a home is for, and which framework gave a grade before. */
import { describe } from 'vitest';
import { dated, goodReport, riReport, says, upFrom } from './support.ts';

describe('a home that is none, and one that is', () => {
  says([
    [
      'where a way of working began',
      dated(
        "Home of the 'one worker' model loses its top rating",
        'Northshire Council has gone down a grade after Ofsted found that plans drifted. It is now rated as good.',
      ),
      { events: ['northshire good'], direction: 'down' },
    ],
    [
      'and where another did',
      dated(
        'Home of Family Circles slips',
        "Northshire Council is now rated as requires improvement by Ofsted for its children's services. Plans drift.",
      ),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'so many live in a home',
      dated('Home of 20 pensioners is rated good', 'A home in Northshire has been rated good by the CQC.'),
      { events: [], history: [] },
    ],
    [
      'a home for older people is no care for older people at large',
      dated(
        'Top marks',
        'Inspectors from the CQC have given the best possible rating to a home for older people that Northshire Council has run for years.',
      ),
      { events: [] },
    ],
    [
      'a council may care for older people in homes',
      dated(
        'Top marks',
        "The CQC has given its highest rating to Northshire Council's care for older people in homes and outside.",
      ),
      { events: ['northshire outstanding'] },
    ],
  ]);
});

describe('a framework of before', () => {
  says([
    [
      'the grade that it gave gives way to the one told',
      dated(
        'Reports of the week',
        "Ofsted has published its report. Children's services in Northshire, inadequate under the old framework, were judged good.",
      ),
      { events: ['northshire good'], ...upFrom('northshire inadequate') },
    ],
    [
      'both are of before where no judgement is new',
      dated(
        'ILACS at half-way: how the moves went',
        'Some moves were big. Northshire, good under the last framework, is outstanding in everything. Southshire went from good in 2014 to inadequate.',
      ),
      {
        events: [],
        history: ['northshire good', 'northshire outstanding', 'southshire good 2014', 'southshire inadequate'],
      },
    ],
    [
      'a new framework tells of no time before',
      dated(
        'Northshire',
        "Northshire's children's services are the first to be rated good by Ofsted under the new framework.",
      ),
      { events: ['northshire good'], history: [] },
    ],
  ]);
});

describe('whose borough it is', () => {
  says([
    [
      'the county only tells where it lies',
      dated(
        'From requires improvement to the top grade in one go',
        "Few departments skip a grade. Kelbury Council's has now done so. Ofsted's report on the Northshire borough came out on Monday with “outstanding” on its cover.",
      ),
      { events: ['kelbury outstanding'], direction: 'up' },
    ],
    [
      'a borough may be named as one',
      dated(
        'From requires improvement to the top grade in one go',
        "Few departments skip a grade. Kelbury's has now done so. Ofsted's report on the Kelbury borough came out on Monday with “outstanding” on its cover.",
      ),
      { events: ['kelbury outstanding'] },
    ],
  ]);
});

describe('what leads to a part', () => {
  says([
    [
      'the practice in the name of an area is no thing that inspectors saw',
      riReport('The impact of leaders on practice was singled out as good.'),
      { areas: ['leaders good'] },
    ],
    ['supervision is one', riReport('The supervision of new staff was singled out as good.'), { areas: [] }],
    [
      'areas under scrutiny, and the whole as a result',
      dated(
        "Northshire's children's services fail",
        'Northshire Council has been hit by a harsh Ofsted report out today. All three areas under scrutiny - the impact of leaders, help and protection, and children in care and care leavers - were ruled inadequate, and so, as a result, was overall effectiveness.',
      ),
      {
        events: ['northshire inadequate'],
        areas: ['leaders inadequate', 'help_and_protection inadequate', 'children_in_care_and_care_leavers inadequate'],
      },
    ],
    [
      'it goes for parts',
      dated(
        'Northshire',
        "Northshire's children's services are inadequate, Ofsted has said, and that goes for leadership and for care leavers.",
      ),
      { events: ['northshire inadequate'], areas: ['leaders inadequate', 'care_leavers inadequate'] },
    ],
    [
      'it is true of them',
      dated(
        'Northshire',
        "Northshire's children's services are good, Ofsted found, and that is true of leadership and of help and protection.",
      ),
      { events: ['northshire good'], areas: ['leaders good', 'help_and_protection good'] },
    ],
    [
      'how it goes down is no grade',
      dated(
        'Northshire',
        "Northshire's children's services are good, Ofsted has said, and that goes down well with leaders and care leavers.",
      ),
      { events: ['northshire good'], areas: [] },
    ],
    [
      'those in care or leaving it',
      goodReport(
        'There is a good for each of the three areas: leaders, children in need of help or protection, and those in care or leaving it.',
      ),
      { areas: ['leaders good', 'help_and_protection good', 'children_in_care_and_care_leavers good'] },
    ],
  ]);
});
