import { describe } from 'vitest';
import { dated, goodReport, NO_HISTORY, riReport, says, upFrom } from './support.ts';

/** Places on a scale and turns that stand for a grade. */
describe('without the word of the scale', () => {
  says([
    [
      'the bottom of the scale, of a year',
      dated(
        'Care leavers in Northshire speak',
        'The letter is Ofsted’s third since it put Northshire’s children’s services at the bottom of its scale in 2021.',
      ),
      { events: [], history: ['northshire inadequate 2021'] },
    ],
    [
      'the top of the scale',
      'Ofsted has put Northshire’s children’s services at the top of its scale.',
      { events: ['northshire outstanding'] },
    ],
    [
      'the second highest of four',
      'Ofsted has put Northshire’s children’s services in the second highest of four categories.',
      { events: ['northshire good'] },
    ],
    [
      'in need of improvement',
      dated(
        'Northshire stays where it was',
        'Children’s services at Northshire Council are still in need of improvement, say Ofsted inspectors in a report out today.',
      ),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'a part in need of improvement',
      goodReport('Early help is one part in need of improvement.'),
      { events: ['northshire good'], areas: [] },
    ],
    [
      'the ladder of a company',
      goodReport('Its director is at the top of his career.'),
      { events: ['northshire good'], ...NO_HISTORY },
    ],
  ]);
});

describe('before', () => {
  says([
    [
      'once content with',
      dated(
        'Northshire falls',
        'Northshire Council was once content with a “requires improvement” from Ofsted. Now its children’s services have the bottom rating of inadequate.',
      ),
      { events: ['northshire inadequate'], history: ['northshire requires_improvement'], direction: 'down' },
    ],
    [
      'why others stepped in',
      dated(
        'Staff move in Northshire',
        'Ministers stepped in because an Ofsted inspection, out in June 2019, rated Northshire’s children’s services inadequate.',
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'a task for a director',
      dated(
        'Northshire’s director goes',
        'Ofsted judged Northshire’s children’s services inadequate in 2019, and her task was getting them back to good.',
      ),
      { events: [], history: ['northshire inadequate 2019'] },
    ],
    [
      'the second sentence of a line of a timeline',
      dated(
        'Northshire’s children’s services: the road so far',
        'March 2013: Ofsted finds them inadequate.\n\nApril 2016: Inspectors return. Services require improvement, they say.\n\nMay 2018: Two advisers arrive.',
      ),
      { events: [], history: ['northshire inadequate 2013', 'northshire requires_improvement 2016'] },
    ],
    [
      'how others are, over the border',
      dated(
        'Northshire children’s services outstanding, says Ofsted',
        'The report is out today. Over in Southshire, which works alone, services are good.',
      ),
      { events: ['northshire outstanding'], history: ['southshire good'] },
    ],
    [
      'over the border, and new',
      dated(
        'Two councils celebrate good Ofsted judgements for children’s services',
        'Northshire was rated good. Over in Southshire inspectors have rated them good as well, they said on Friday.',
      ),
      { events: ['northshire good', 'southshire good'] },
    ],
    [
      'the one above the others',
      riReport('It is one of five councils in the valley. Only Southshire, which is good, is above it.'),
      { events: ['northshire requires_improvement'], history: ['southshire good'] },
    ],
  ]);
});

describe('several, and their parts', () => {
  says([
    [
      'those at the foot of a list',
      dated(
        'Best and worst councils',
        'Ofsted has published its yearly assessments. At the foot of the list are Northshire and Southshire, whose children’s services are inadequate overall.',
      ),
      { events: ['northshire inadequate', 'southshire inadequate'] },
    ],
    [
      'as good as well',
      dated(
        'Two CQC ratings',
        'The Care Quality Commission has rated adult social care. Northshire Council is good, with a score of 76. Southshire Council came out as good as well, with 64.',
      ),
      { events: ['northshire good', 'southshire good'] },
    ],
    [
      'the county a council is in',
      dated(
        'Ofsted reports on two councils’ children’s services',
        'Kelbury was rated outstanding. Last comes Southshire. The Northshire unitary was graded “inadequate”.',
      ),
      { events: ['kelbury outstanding', 'southshire inadequate'] },
    ],
    [
      'who benefits from outstanding services',
      dated(
        'Ofsted: Northshire’s children’s services outstanding',
        'The impact of leaders is outstanding. Children in care also benefit from outstanding services.',
      ),
      { events: ['northshire outstanding'], areas: ['children_in_care outstanding', 'leaders outstanding'] },
    ],
    [
      'leaders who are only spoken of',
      dated(
        'Northshire moves up',
        'Northshire’s children’s services go from requires improvement to good, says Ofsted. Inspectors wrote of calm leaders and rated help and protection as good.',
      ),
      {
        events: ['northshire good'],
        areas: ['help_and_protection good'],
        ...upFrom('northshire requires_improvement'),
      },
    ],
    [
      'a department of social services',
      dated(
        'Northshire slammed',
        'Young people in Northshire were let down by a social services department that inspectors today branded inadequate. A charity said that foster homes and schools had warned Ofsted.',
      ),
      { events: ['northshire inadequate'] },
    ],
  ]);
});
