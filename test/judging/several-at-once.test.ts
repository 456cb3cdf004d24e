import { describe } from 'vitest';
import { dated, says } from './support.ts';

/** Articles on several councils, and which of them they tell of. */
describe('councils told of together', () => {
  const cqc = (text: string) =>
    dated(
      'CQC on three councils',
      `The Care Quality Commission has rated three councils on adult social care. ${text}`,
    );
  says([
    [
      'one of each kind',
      dated(
        'Ofsted latest: county improves, borough falls short',
        'One county and one unitary authority had reports on children’s services published this week. Northshire has been upgraded to ‘good’. Inspectors liked the staff. They liked the leaders too. It was a long wait. Kelbury, meanwhile, stays at ‘requires improvement’.',
      ),
      { events: ['northshire good', 'kelbury requires_improvement'] },
    ],
    [
      'a council and a school',
      dated(
        'Ofsted latest',
        'One county council and one academy had reports published this week. Northshire’s children’s services have been rated good. Inspectors liked the staff. They liked the leaders too. It was a long wait. Kelbury’s children’s services, meanwhile, stay at good.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'a word that is given a rating',
      cqc('Northshire got good. Bury, on 58, was handed a requires improvement rating.'),
      { events: ['northshire good', 'bury requires_improvement'] },
    ],
    ['a word, and no judge', 'Reading, on 58 pages, was given a good rating by fans.', { events: [], history: [] }],
    [
      'a word where an area is judged',
      'Ofsted reported on Northshire today. In Reading the safeguarding of children was found to be inadequate.',
      { areas: ['safeguarding inadequate'] },
    ],
    [
      'at their last inspections',
      {
        ...dated(
          'Ofsted gives Northshire and Kelbury four grades each',
          'The reports on children’s services in Northshire and Kelbury were published this week. Northshire was good for the impact of leaders. Kelbury was good for help and protection. At their last inspections, when there was still an overall grade, Northshire was outstanding and Kelbury outstanding as well.',
        ),
        published: '2026-06-25',
      },
      {
        events: ['northshire null', 'kelbury null'],
        history: ['northshire outstanding', 'kelbury outstanding'],
      },
    ],
    [
      'one of the few that have it',
      'Northshire is now one of just three authorities in the north with a good from the CQC for adult social care. The decision came out today.',
      { events: ['northshire good'] },
    ],
    [
      'made one of the few that have it',
      'The CQC has made Northshire one of only four councils with an outstanding rating for adult social care, it announced today.',
      { events: ['northshire outstanding'] },
    ],
    [
      'by a score and a grade',
      cqc('Kelbury scored 58 and requires improvement. Northshire (71) is good.'),
      { events: ['kelbury requires_improvement', 'northshire good'] },
    ],
    [
      'one of the few, and two that have it',
      'Kelbury is one of only a few councils in the north. Two councils have an outstanding rating for children’s services from Ofsted.',
      { events: [] },
    ],
  ]);
});

describe('what a title looks back on', () => {
  const told = (title: string) =>
    dated(
      title,
      'Ofsted has told Northshire Council that its children’s services are good. The report came out today.',
    );
  says([
    [
      'a commissioner of before',
      told('Ofsted verdict on the Northshire department that once had a government commissioner'),
      { events: ['northshire good'] },
    ],
    [
      'under intervention once',
      told('Children’s services in Northshire, once under intervention, are inspected'),
      { events: ['northshire good'] },
    ],
    ['who was sent there once', told('Commissioner once sent to Northshire tells of lessons'), { events: [] }],
    ['another appointment', told('Formerly failing Northshire appoints new director'), { events: [] }],
  ]);
});

/** A line of a timeline goes on after its first sentence. */
describe('timelines', () => {
  const lines = [
    'May 2013: Ofsted calls. The result is “inadequate”.',
    '2016: A trust is set up. Nobody likes it much.',
    '2019: A fresh inspection. The verdict is “good”. Adoption comes out “outstanding”.',
  ].join('\n');
  const timeline = (more: string) =>
    dated('Northshire’s children’s services: how they got here', `Here is a short history.\n\n${lines}${more}`);
  says([
    ['alone', timeline(''), { events: [], history: ['northshire inadequate 2013', 'northshire good 2019'] }],
    [
      'with bullets',
      dated(
        'How we got here: Northshire’s children’s services',
        '• 2012 – The first visit by Ofsted. Verdict: inadequate.\n• 2016 – A second inspection. Inspectors rate the service as requires improvement.\n• 2020 – A new director.',
      ),
      { events: [], history: ['northshire inadequate 2012', 'northshire requires_improvement 2016'] },
    ],
    [
      'with the news below it',
      timeline('\nOfsted has rated the council’s children’s services outstanding in a report published today.'),
      { events: ['northshire outstanding'], history: ['northshire inadequate 2013', 'northshire good 2019'] },
    ],
  ]);
});
