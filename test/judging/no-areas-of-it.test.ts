/** What looks like an area and is none: people counted, what was only looked at, words for the whole. */
import { describe } from 'vitest';
import { badReport, goodReport, says } from './support.ts';

describe('children counted', () =>
  says([
    [
      'with only so many of them',
      {
        title: 'Ofsted grades for three councils',
        text: 'Ofsted has published its report. Northshire Council, with just 40 children in care, moves to good.',
        published: '2024-06-14',
      },
      { events: ['northshire good'], areas: [] },
    ],
    [
      'which has so many of them',
      badReport('The council, which has 600 care leavers, has been rated inadequate.'),
      { areas: [] },
    ],
    [
      'but the care of so many is an area',
      badReport('Support for its 600 care leavers was rated good.'),
      { areas: ['care_leavers good'] },
    ],
  ]));

describe('what was looked at', () =>
  says([
    [
      'in two parts, and it is the council',
      {
        title: 'Report on Northshire',
        text: 'Ofsted has published its report on Northshire Council. It assessed how well the council helps and protects children and looks after those in its care, and gave it a rating of good.',
        published: '2024-06-14',
      },
      { events: ['northshire good'], areas: [] },
    ],
    [
      'in one part, and it is that',
      badReport('Inspectors looked at adoption and gave it a rating of good.'),
      { areas: ['adoption good'] },
    ],
    [
      'by those who were there, from one thing to another',
      goodReport(
        'It was good in all areas. They were in the county for two weeks and took in everything from early help to adoption.',
      ),
      { areas: [] },
    ],
    [
      'and which those were',
      goodReport('It was good in all areas. They were leadership and adoption.'),
      { areas: ['leaders good', 'adoption good'] },
    ],
  ]));

describe('protecting children, of the whole', () =>
  says([
    [
      'in a title, over services that have its grade',
      {
        title: 'Ofsted awards outstanding to Northshire for protecting children',
        text: "Northshire's children's services have been rated outstanding by Ofsted.",
        published: '2024-06-14',
      },
      { events: ['northshire outstanding'], areas: [] },
    ],
    [
      'of services that do so',
      {
        title: "Northshire's children's services good, says Ofsted",
        text: 'Northshire has kept its good rating from Ofsted for the services that help and protect children.',
        published: '2024-06-14',
      },
      { events: ['northshire good'], areas: [] },
    ],
    [
      'but not beside another area',
      {
        title: "Northshire's children's services good, says Ofsted",
        text: 'Northshire has kept its good rating from Ofsted for the services that help and protect children. Leadership is outstanding.',
        published: '2024-06-14',
      },
      { areas: ['help_and_protection good', 'leaders outstanding'] },
    ],
  ]));
