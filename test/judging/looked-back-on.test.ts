/** Earlier grades where an article looks back: timelines, the same grade as another had, how people heard of it, what they think of it. */
import { describe } from 'vitest';
import { dated, goodReport, says, visitReport } from './support.ts';

describe('a timeline', () =>
  says([
    [
      'tells of before, line by line',
      {
        title: "Northshire's long road",
        text: "How it went for children's services at Northshire County Council:\n\n2016: The services are inadequate.\n\n2018 – Requires improvement.\n\nJune 2021: Good.\n\nMay 2024: A new director comes.",
      },
      {
        events: [],
        history: ['northshire inadequate 2016', 'northshire requires_improvement 2018', 'northshire good 2021'],
      },
    ],
    [
      'tells its last line for the time being too',
      {
        title: 'Timeline: Northshire and its children',
        text: "It has been a slow climb for Northshire County Council.\n\nMay 2015: A report finds its children's services inadequate.\n\nJuly 2016: An improvement notice is served.\n\nMarch 2022: Outstanding.",
      },
      { events: [], history: ['northshire inadequate 2015', 'northshire outstanding 2022'] },
    ],
    [
      'ends with what is the news',
      dated(
        'Northshire outstanding, says Ofsted',
        "Ofsted has rated children's services in Northshire outstanding. How it got there:\n\n2016: Inadequate.\n\n2021: The services are good.\n\nJune 2024: Outstanding.",
      ),
      {
        events: ['northshire outstanding'],
        history: ['northshire inadequate 2016', 'northshire good 2021'],
        direction: 'up',
      },
    ],
    [
      'has more than one line',
      dated(
        'Northshire good, says Ofsted',
        "14 June 2024: Children's services in Northshire have been rated good by Ofsted, in a report published today.",
      ),
      { events: ['northshire good'], history: [] },
    ],
  ]));

describe('the same grade as the one before had', () =>
  says([
    [
      'in years of their own',
      dated(
        'How many chances?',
        'Ofsted has seen it all before. Northshire has been inadequate for years. Wading (2014, 2016 and 2019) and Kelbury (2018) have been given the same verdict more than once.',
      ),
      {
        history: [
          'northshire inadequate',
          'wading inadequate 2014',
          'wading inadequate 2016',
          'wading inadequate 2019',
          'kelbury inadequate 2018',
        ],
      },
    ],
    [
      'without a year',
      dated(
        'How many chances?',
        'Ofsted has seen it all. Northshire has been inadequate for years. Kelbury shares that fate.',
      ),
      { history: ['northshire inadequate', 'kelbury inadequate'] },
    ],
    [
      'and not the same of something else',
      dated(
        'How many chances?',
        'Ofsted has seen it all. Northshire has been inadequate for years. Kelbury had the same boss.',
      ),
      { history: ['northshire inadequate'] },
    ],
  ]));

describe('a grade that people heard of', () =>
  says([
    [
      'is whose they are',
      dated(
        'Comment: one word for all',
        "Ofsted's grades hide much. Ask the staff in Wading, who found out on the bus that they were inadequate.",
      ),
      { events: [], history: ['wading inadequate'] },
    ],
    [
      'is none where it is of a skill',
      dated(
        'Comment: one word for all',
        "Ofsted's grades hide much. Ask the staff at Northshire Council, who have learned that they were good neighbours.",
      ),
      { events: [], history: [] },
    ],
  ]));

describe('what somebody thinks of the service', () =>
  says([
    [
      'is no grade, asked or said',
      visitReport('“Do I think we’re good? No. I still feel it is inadequate at times,” said the leader.'),
      { events: [], history: [] },
    ],
    [
      'leaves the grade that was given',
      goodReport('“I think we are outstanding,” said the leader.'),
      { events: ['northshire good'] },
    ],
  ]));
