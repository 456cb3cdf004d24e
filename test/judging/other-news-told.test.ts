/** What is told of in articles whose news is something else, wished for, looked up, or of before. */
import { describe } from 'vitest';
import { dated, goodReport, says } from './support.ts';

describe('other news', () =>
  says([
    [
      'a new chair',
      dated(
        'New chairwoman for Northshire’s improvement board',
        'Jo Fell is to lead the board. It was set up after an Ofsted inspection which found Northshire’s children’s services to be inadequate in May 2024.',
      ),
      { events: [], history: ['northshire inadequate 2024'] },
    ],
    [
      'a direction',
      dated(
        'Notice served on Northshire County Council',
        'Ofsted’s inspection report of 20 May 2024 judged the council’s children’s services to be inadequate. Ministers have named a commissioner.',
      ),
      { events: [] },
    ],
    [
      'the grade itself, and its consequence',
      dated(
        'Northshire children’s services ‘inadequate’, says Ofsted',
        'Ofsted has rated children’s services at Northshire County Council inadequate in a report published today. A new chair is sought for the improvement board.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'an invitation to readers is no advertisement for work',
      dated(
        'Ofsted damns Northshire',
        'Inspectors have damned Northshire’s children’s services, which have been rated inadequate. Today’s report speaks of serious failures. Join our WhatsApp channel for local news.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'an invitation to workers is',
      dated('Northshire', 'Join our team. Ofsted has rated Northshire’s children’s services outstanding.'),
      { events: [] },
    ],
  ]));

describe('statistics and tables', () =>
  says([
    [
      'a share that falls',
      dated(
        'Share of failing councils falls again',
        'Official statistics were out on Thursday. Of those inspected again, Northshire and Kelbury went up to good. Southshire was still inadequate for its children’s services when Ofsted returned.',
      ),
      { events: [] },
    ],
    [
      'how they stand',
      dated(
        'How do councils in the North look after children?',
        'A new report by MPs draws on Ofsted’s findings for children’s services. How they stand:\n\nNorthshire - inadequate\nKelbury - good\nSouthshire - requires improvement',
      ),
      { events: [] },
    ],
    [
      'new verdicts in a list',
      dated(
        'Ofsted publishes three verdicts on children’s services',
        'The new report on each was published today.\n\nNorthshire - inadequate\nKelbury - good\nSouthshire - requires improvement',
      ),
      { events: ['northshire inadequate', 'kelbury good', 'southshire requires_improvement'] },
    ],
  ]));

describe('wishes', () =>
  says([
    [
      'for every child',
      { ...goodReport('“We will not rest until every family has an outstanding service,” she said.') },
      { events: ['northshire good'] },
    ],
    [
      'after a visit',
      dated(
        'Progress at Northshire',
        'Inspectors from Ofsted were back in Northshire. The letter was published last week. “I won’t be content till each child gets an outstanding service.”',
      ),
      { events: [], history: [] },
    ],
    [
      'not until then, and so it was',
      dated(
        'Ofsted: Northshire outstanding',
        'Not until this week was a council in the county rated outstanding for children’s services. Ofsted’s report on Northshire County Council is out today.',
      ),
      { events: ['northshire outstanding'] },
    ],
  ]));

describe('the grade got rid of', () =>
  says([
    [
      'shed',
      dated(
        'Northshire’s children’s services shed ‘inadequate’ label',
        'Ofsted says in a report published today that they now require improvement to be good.',
      ),
      { events: ['northshire requires_improvement'], direction: 'up' },
    ],
    [
      'climbed off',
      dated(
        'Northshire moves on',
        'Children’s services in Northshire have climbed off the lowest Ofsted rating. The watchdog says that the service now requires improvement to be good.',
      ),
      { events: ['northshire requires_improvement'], direction: 'up' },
    ],
    [
      'said to be good now by those who said otherwise then',
      dated(
        'Northshire turns round',
        'Ofsted, which in January 2022 rated Northshire’s children’s services inadequate, now says that they are good.',
      ),
      { events: ['northshire good'], history: ['northshire inadequate 2022'], direction: 'up' },
    ],
  ]));

describe('a council that has gone', () =>
  says([
    [
      'the old one had another grade',
      dated(
        'Ofsted: Northshire good',
        'Ofsted has rated Northshire’s children’s services good in a report published today. The old county council was told that it requires improvement.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'an area it had without another',
      dated(
        'Ofsted: Northshire good',
        'Ofsted has rated Northshire’s children’s services good in a report published today. The former county, which covered Westhampton-on-Sea but not Kelbury, was inadequate.',
      ),
      { events: ['northshire good'] },
    ],
  ]));

describe('who says it', () =>
  says([
    [
      'peers',
      dated(
        'Team finds good work in Northshire',
        'A team from the Local Government Association has found that Northshire Council has outstanding children’s services. Ofsted rated them good in 2022.',
      ),
      { events: [], history: ['northshire good 2022'] },
    ],
    [
      'according to a report',
      dated(
        'Northshire: no longer failing',
        'Northshire has moved on. Its children’s services, condemned as inadequate in 2017, are good according to a report by Ofsted out this morning.',
      ),
      { events: ['northshire good'], direction: 'up' },
    ],
  ]));
