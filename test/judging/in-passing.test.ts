/** Letters that grade, verdicts that are made up of grades, services without a name and the good ones of many. */
import { describe } from 'vitest';
import { aReport, dated, says } from './support.ts';

describe('a letter that grades parts of the service is no letter on a visit', () =>
  says([
    [
      'under headings',
      dated(
        'What Ofsted really thinks of Northshire’s children’s services',
        'Northshire Council ‘requires improvement to be good’. That’s the line at the top of Ofsted’s letter, and it’s the same line as in 2014. Under the heading of leaders, the council requires improvement too. The heading for care leavers is good.',
      ),
      {
        events: ['northshire requires_improvement'],
        areas: ['leaders requires_improvement', 'care_leavers good'],
        history: ['northshire requires_improvement 2014'],
        direction: 'same',
      },
    ],
    [
      'in a letter to the council',
      dated(
        'How Ofsted sees Northshire',
        'Northshire’s children’s services are good. In a letter to the council inspectors say that leadership is outstanding. Care leavers are well supported, and that part is good.',
      ),
      { events: ['northshire good'], areas: ['leaders outstanding', 'care_leavers good'] },
    ],
    [
      'a letter on a visit',
      dated(
        'How Ofsted sees Northshire',
        'Northshire’s children’s services are inadequate. In a letter to the council inspectors say that the pace of change is good.',
      ),
      { events: [] },
    ],
  ]));

describe('grades that make up a verdict have not gone up', () =>
  says([
    [
      'grades make up the verdict',
      aReport(
        'Ofsted has rated Northshire’s children’s services inadequate. Three grades make up the verdict, and two of them, adoption and leadership, were inadequate too.',
      ),
      { events: ['northshire inadequate'], direction: null },
    ],
    [
      'two grades up',
      aReport('Ofsted has rated Northshire’s children’s services good. That is two grades up.'),
      { events: ['northshire good'], direction: 'up' },
    ],
  ]));

describe('earlier grades of services that are not named', () =>
  says([
    [
      'foster carers',
      dated(
        'Foster carers in Northshire to be paid more',
        'The cabinet has agreed. The council’s services went from inadequate in 2018 to requires improvement at the end of 2021, and its plan says that more homes are needed.',
      ),
      { events: [], history: ['northshire inadequate 2018', 'northshire requires_improvement 2021'] },
    ],
    [
      'care leavers',
      dated(
        'Free bus travel for care leavers in Northshire',
        'The council agreed on Monday. Its services were rated inadequate in 2019 and good in 2022.',
      ),
      { events: [], history: ['northshire inadequate 2019', 'northshire good 2022'] },
    ],
    [
      'looked-after children',
      dated(
        'Northshire buys house for looked-after children',
        'Northshire Council, whose services were judged to require improvement in 2021, will spend £1m.',
      ),
      { events: [], history: ['northshire requires_improvement 2021'] },
    ],
    [
      'other services',
      dated(
        'Bin crews in Northshire to be paid more',
        'The council’s services went from inadequate in 2018 to requires improvement at the end of 2021.',
      ),
      { events: [], history: [] },
    ],
    [
      'an agency for foster carers',
      dated(
        'Fostering agency in Northshire expands',
        'The agency has 40 foster carers. It was rated inadequate in 2019 and is now outstanding.',
      ),
      { events: [], history: [] },
    ],
  ]));

const inNumbers = (text: string) =>
  dated(
    'By numbers: what a year of CQC council ratings shows',
    `Since last year the Care Quality Commission has published 24 ratings of councils’ adult social care. Fourteen are good and ten require improvement. ${text}`,
  );

describe('the good ones of many', () =>
  says([
    [
      'of the good ones',
      inNumbers('Of the good ones, Northshire and Southshire, both published last May, have a total over 70.'),
      { events: [], history: ['northshire good', 'southshire good'] },
    ],
    [
      'among them are',
      inNumbers('Among the good ones are Northshire and Southshire.'),
      { events: [], history: ['northshire good', 'southshire good'] },
    ],
    ['they include', inNumbers('The good ones include Northshire.'), { events: [], history: ['northshire good'] }],
    [
      'of the councils',
      inNumbers('Of the inadequate authorities, Northshire had the lowest score.'),
      { events: [], history: ['northshire inadequate'] },
    ],
    ['of staff', inNumbers('The good ones leave, a social worker in Northshire said.'), { events: [], history: [] }],
    [
      'of homes',
      inNumbers('There are many care homes, and the good ones in Northshire are full.'),
      { events: [], history: [] },
    ],
  ]));
