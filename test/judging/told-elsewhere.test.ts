import { describe } from 'vitest';
import { anArticle, dated, goodReport, says, upFrom } from './support.ts';

/** Whose it is after a home, a school or a visit was spoken of. */
describe('of the council again', () => {
  says([
    [
      'told to the city, beside its new homes',
      dated(
        'Northshire to open three children’s homes',
        'Each home will have two beds. Last year Ofsted told the city that it required improvement.',
      ),
      { events: [], history: ['northshire requires_improvement'] },
    ],
    [
      'what “we” had been rated',
      anArticle({
        title: 'Findings of a focused visit',
        publisher: 'Northshire Council',
        text: 'Ofsted made a focused visit to Northshire’s children’s services.\n\nSchools sent in reports on time.\n\nWe had been rated good at our last full inspection, in 2019.',
        published: '2021-06-14',
      }),
      { events: [], history: ['northshire good 2019'] },
    ],
    [
      'yet “we” of a school is the school',
      dated(
        'Northshire school is good',
        'The school opened in 1970. We have been rated good by Ofsted, the head said.',
      ),
      { events: [], history: [] },
    ],
    [
      'a centre that a council runs',
      dated(
        'Council-run care centre must improve, says CQC',
        'A Northshire Council centre for people who leave hospital has slipped from good to requires improvement. The Care Quality Commission came in May.',
      ),
      { events: [], history: [] },
    ],
    [
      'the last full inspection, where inspectors dropped in',
      dated(
        'Ofsted drops in on Northshire',
        'Two inspectors came in February. Its children’s services were judged outstanding for leadership and good overall at their most recent full inspection.',
      ),
      { events: [], history: ['northshire good'] },
    ],
  ]);
});

describe('what was before', () => {
  says([
    [
      'the grade it was also given in a year',
      dated(
        'Northshire’s children’s services fail again',
        'In a report published yesterday, Ofsted calls them inadequate, the grade that they were also given in 2019.',
      ),
      { events: ['northshire inadequate'], history: ['northshire inadequate 2019'], direction: 'same' },
    ],
    [
      'when the watchdog last carried out an inspection',
      dated(
        'Ofsted: Northshire now outstanding',
        'Its children’s services are outstanding. Northshire was judged good when the watchdog last carried out a full inspection.',
      ),
      { events: ['northshire outstanding'], ...upFrom('northshire good') },
    ],
    [
      'had required improvement when it was inspected',
      dated(
        'Northshire’s children’s services inadequate, says Ofsted',
        'The report is out today. It speaks of drift. The department had required improvement when it was inspected in March 2020.',
      ),
      { events: ['northshire inadequate'], history: ['northshire requires_improvement 2020'], direction: 'down' },
    ],
    [
      'today, when it was said',
      dated(
        'Northshire good for children',
        'There was cheer today when Ofsted declared that children’s services in Northshire are good. In 2018 they were found inadequate.',
      ),
      { events: ['northshire good'], history: ['northshire inadequate 2018'], direction: 'up' },
    ],
    [
      'rows of years, the newest too',
      dated(
        'How the councils of the coast stand with Ofsted for children’s services',
        'We looked at the reports.\n\nNorthshire: good (2019)\nSouthshire: outstanding (2020)\nKelbury: good (2024)',
      ),
      { events: [], history: ['kelbury good 2024', 'northshire good 2019', 'southshire outstanding 2020'] },
    ],
    [
      'an answer that somebody found inadequate',
      dated(
        'Councillors ask about agency staff in Northshire',
        'Its children’s services won a good rating from Ofsted in 2021. Coun Jo Fell found the explanation “inadequate”.',
      ),
      { events: [], history: ['northshire good 2021'] },
    ],
  ]);
});

describe('parts', () => {
  says([
    [
      'a verb between the area of a description and what the whole requires',
      dated(
        'Pioneer marked down by Ofsted',
        'The council whose way of doing child protection was copied elsewhere now requires improvement, inspectors said today. Northshire Council’s children’s services had been good.',
      ),
      { events: ['northshire requires_improvement'], areas: [] },
    ],
    [
      'scraped a grade',
      goodReport('Leadership scraped an outstanding.'),
      { events: ['northshire good'], areas: ['leaders outstanding'] },
    ],
    [
      'no better than a grade',
      goodReport('Support for care leavers was no better than good.'),
      { areas: ['care_leavers good'] },
    ],
    [
      'two headline grades, each in the first sentence that grades',
      {
        title: 'Northshire’s care of children praised and prodded',
        text: 'A mixed report has reached Northshire Council. Ofsted and the Care Quality Commission called its services for looked-after children good but those for safeguarding no better than adequate.',
        published: '2011-12-16',
      },
      { events: ['northshire null'], areas: ['looked_after_children good', 'safeguarding adequate'] },
    ],
  ]);
});
