/** News of several reports, and of reports that grade parts and no whole: counts, shares, comparisons, announced speech. */
import { describe } from 'vitest';
import { dated, goodReport, says, upFrom, visitReport } from './support.ts';

const newRules = (text: string) => ({ title: 'Northshire under the new rules', text, published: '2026-06-18' });

describe('no grade of the whole is made of', () =>
  says([
    [
      'a share of the areas, however long the words between',
      newRules(
        "Ofsted no longer sums up a council in one word. Two out of four areas of Northshire County Council's work with families and children require improvement to be good, a report published this week says.",
      ),
      { events: ['northshire null'] },
    ],
    [
      'a share of the parts of a service',
      newRules(
        'Ofsted has published its report on Northshire. Three of the four parts of the services for children and their families were found to be good, inspectors say. The fourth, help for care leavers, requires improvement.',
      ),
      { events: ['northshire null'], areas: ['care_leavers requires_improvement'] },
    ],
    [
      'halves of what is graded',
      newRules(
        "Half of the areas in which Ofsted grades Northshire County Council's work with children are good, its report says. Councils are no longer given a single grade.",
      ),
      { events: ['northshire null'] },
    ],
    [
      'care and safety in plain words, in 2011',
      {
        title: 'Mixed report for Northshire',
        text: "Inspectors gave Northshire's services for children a mixed report: keeping youngsters safe is adequate, looking after those in its care good.",
        published: '2011-06-14',
      },
      { events: ['northshire null'], areas: ['safeguarding adequate', 'looked_after_children good'] },
    ],
    [
      'a share, beside which the whole has one',
      dated(
        'Ofsted on Northshire',
        'Ofsted has published its report on Northshire. One of the four areas was inadequate, but the services of the council for children are good overall.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'protection and care, each with its own headline in 2011',
      {
        title: 'Two verdicts on Northshire',
        text: "Ofsted has looked at Northshire's services for children, with the protection of young people found to be good and care for those it looks after adequate. Both are marks on a ladder running from outstanding to inadequate.",
        published: '2011-06-14',
      },
      { events: ['northshire null'], areas: ['safeguarding good', 'looked_after_children adequate'] },
    ],
    [
      'a scale that is explained',
      dated(
        'Ofsted visits Northshire',
        'Ofsted has met care leavers in Northshire. Its verdicts are on a scale that goes from outstanding down to inadequate.',
      ),
      { events: [] },
    ],
    [
      'though a range of services may move',
      dated(
        'Northshire climbs',
        'Ofsted says a range of services for children in Northshire has gone from adequate to good.',
      ),
      { events: ['northshire good'], ...upFrom('northshire adequate') },
    ],
  ]));

describe('a title about one council and a text on several reports', () =>
  says([
    [
      'tells of them all',
      dated(
        'Northshire faces intervention while Ofsted releases batch of reports',
        'Reports on three councils’ services for children were published by Ofsted this morning. Northshire County Council is inadequate. Southshire has been upgraded to good; it required improvement in 2019. Kelbury is outstanding.',
      ),
      { events: ['northshire inadequate', 'southshire good', 'kelbury outstanding'] },
    ],
    [
      'tells of one that fares better, and of one that is an ordinary word too',
      dated(
        'Director quits Northshire as Ofsted unveils summer batch of reports',
        'Ofsted has published reports on five councils’ services for children. Northshire County Council was graded inadequate. There was a better outcome for Kelbury, which climbs to good from requires improvement. Wading, too, is outstanding, just as it was in 2020.',
      ),
      {
        events: ['northshire inadequate', 'kelbury good', 'wading outstanding'],
        history: ['kelbury requires_improvement', 'wading outstanding 2020'],
      },
    ],
    [
      'tells of its own other news where nobody publishes anything',
      dated(
        'Northshire faces intervention',
        'Ministers spoke to three councils last week. Northshire County Council has been rated inadequate by Ofsted. Southshire is good.',
      ),
      { events: [] },
    ],
    [
      'tells of no others that were reported on before',
      dated(
        'Northshire good, says Ofsted',
        "Ofsted has rated Northshire's services for children good. Its previous reports on three councils nearby, published in spring, were mixed. Southshire was outstanding.",
      ),
      { events: ['northshire good'] },
    ],
  ]));

describe('as it was the last time', () =>
  says([
    [
      'is the same again, and not the time of what follows',
      dated(
        'Ofsted on Northshire',
        'Northshire is good, as it was at its last inspection, and its leadership outstanding, Ofsted says in a report published today.',
      ),
      {
        events: ['northshire good'],
        areas: ['leaders outstanding'],
        history: ['northshire good'],
        direction: 'same',
      },
    ],
    [
      'is of before where all of the sentence is',
      visitReport('In 2019 they were good, as they were at the previous inspection, and leadership was inadequate.'),
      { events: [], history: ['northshire good 2019'] },
    ],
    [
      'leaves what was then to then',
      dated(
        'Ofsted on Northshire',
        "Ofsted has rated Northshire's services for children good, as they were in 2019, when leadership was outstanding.",
      ),
      { events: ['northshire good'], areas: [] },
    ],
  ]));

describe('one that is said to be of those counted before', () =>
  says([
    [
      'has their grade',
      dated(
        'CQC rates more councils',
        'The CQC has published new reports on adult social care today. Seven councils were rated good. Northshire is one of those. Three require improvement. Kelbury is one of them, and will appeal.',
      ),
      { events: ['northshire good', 'kelbury requires_improvement'] },
    ],
    [
      'has their words on no scale',
      {
        title: 'Ofsted publishes its yearly ratings',
        text: "Ofsted's annual ratings of children's services are out today. Twenty councils perform excellently. Northshire and Southshire are two of these.",
        published: '2010-12-09',
      },
      { events: ['northshire null', 'southshire null'] },
    ],
    [
      'has them in the same sentence too',
      {
        title: 'Ofsted publishes its yearly ratings',
        text: "Ofsted's annual ratings of children's services are out today. Thirty perform excellently; Northshire is one.",
        published: '2010-12-09',
      },
      { events: ['northshire null'] },
    ],
    [
      'is not counted by its score',
      dated(
        'CQC rates more councils',
        'The CQC has rated adult social care at three more councils. Northshire scored 71 out of 100 and is good. Kelbury requires improvement.',
      ),
      { events: ['northshire good', 'kelbury requires_improvement'] },
    ],
    [
      'had it in their year',
      dated(
        'A year of inspections',
        "Ofsted has seen children's services at 40 councils. In 2019 nine were inadequate. Northshire was one of them.",
      ),
      { events: [], history: ['northshire inadequate 2019'] },
    ],
    [
      'is of the count that comes last',
      dated(
        'CQC rates more councils',
        'The CQC has published new reports on adult social care today. Two councils were rated inadequate last year and six others have now been seen. Northshire is one of them.',
      ),
      { events: [], history: [] },
    ],
  ]));

describe('two that share a predecessor or a director', () =>
  says([
    [
      'both have the grade, and not whom they share',
      dated(
        'CQC reports on three councils',
        'The CQC has published reports on adult social care at three councils. Northshire and Kelbury, which used to share a director with Eastborough Council, each require improvement. Southshire is good, with a score of 68.',
      ),
      { events: ['northshire requires_improvement', 'kelbury requires_improvement', 'southshire good'] },
    ],
    [
      'may both get what is no grade',
      dated(
        'Northshire and Kelbury',
        'Ofsted spoke of both. Northshire and Kelbury, which took over a home from Southshire, all got good reviews.',
      ),
      { events: [] },
    ],
  ]));

describe('speech below a line that announces it', () =>
  says([
    [
      'is in the first person and no column',
      dated(
        'Good news for Northshire',
        "It's official: children's social care in Northshire is ‘good’.\n\nThe judgement, from Ofsted, is of a visit in March.\n\nAnn Smith, the director, commented:\n\nI've never had a prouder day. In my view we have earned it.",
      ),
      { events: ['northshire good'] },
    ],
    [
      'ends with its paragraph',
      dated(
        'Four inspections',
        "The director said:\n\nCome in.\n\nI've been through four of them. After one of Ofsted's, Northshire's children's services were inadequate, and after another there was cake.",
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
  ]));

describe('children who need help', () =>
  says([
    [
      'and get a service that is graded',
      goodReport(
        'Inspectors found that young people who need help and protection have an outstanding service and that leaders know them.',
      ),
      { areas: ['help_and_protection outstanding'] },
    ],
    [
      'and deserve one',
      goodReport('Children who need help and protection deserve an outstanding service, the leader said.'),
      { areas: [] },
    ],
    [
      'are not who needs help with building one',
      goodReport('“We need help to build an outstanding service for care leavers,” the leader said.'),
      { areas: [] },
    ],
  ]));

describe('both halves of a county', () =>
  says([
    [
      'are the councils that the text names, and no older grade is kept',
      {
        title: 'Ofsted tells both halves of Oldmere to do better',
        text: "Children's services in both halves of Oldmere have been told by Ofsted that they require improvement.\n\nReports came out today on North Oldmere Council and South Oldmere Council. Each council got the same rating overall and in every area.",
      },
      { events: ['north-oldmere requires_improvement', 'south-oldmere requires_improvement'] },
    ],
  ]));
