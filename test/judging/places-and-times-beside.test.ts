/** Places that are no council any more, grades of other judges and other times beside the news, and marks counted from the top. */
import { describe } from 'vitest';
import { dated, riReport, says } from './support.ts';

const batch = (text: string) =>
  dated(
    'Ofsted clears its backlog of reports',
    `Ofsted has published a batch of reports on children’s services. ${text}`,
  );

describe('in a batch', () =>
  says([
    [
      'each that climbed',
      batch('Northshire CC and Southshire Council each climbed from “good” to “outstanding”.'),
      {
        events: ['northshire outstanding', 'southshire outstanding'],
        history: ['northshire good', 'southshire good'],
      },
    ],
    [
      'twice inadequate in the last decade',
      batch(
        'Northshire climbed from good to outstanding. Inspectors said that Northshire, twice “inadequate” in the last decade, now had a culture of care.',
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'faring worst, by a name that is a word, and the council after it',
      batch('Northshire was rated good. Faring worst was Reading. The council was judged inadequate.'),
      { events: ['northshire good', 'reading inadequate'] },
    ],
    [
      'that joins another on the grade',
      batch('Northshire CC is “outstanding”. Southshire CC joins it on the top grade.'),
      { events: ['northshire outstanding', 'southshire outstanding'] },
    ],
    [
      'among those to learn their results',
      batch('Among the authorities to learn their results were Northshire and Southshire, both rated “outstanding”.'),
      { events: ['northshire outstanding', 'southshire outstanding'] },
    ],
  ]));

describe('beside it', () =>
  says([
    [
      'another service that others judged, in an article whose title is of one',
      dated(
        'CQC: adult social care in Northshire is outstanding',
        'Adult social care at Northshire Council has been given an outstanding rating by the Care Quality Commission, joining its children’s services, which Ofsted has judged outstanding three times.',
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'what happens where any judgement is so',
      riReport('Where any judgement is “inadequate” the minister will be told.'),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'councils by number that were said to be so',
      riReport('Of all councils 40 were said to be performing adequately.'),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'a home for children that the council runs',
      dated(
        'Home in Northshire told to stop taking youngsters',
        'A home for children with complex needs, run by Northshire Council, has been rated inadequate by Ofsted.',
      ),
      { events: [] },
    ],
    [
      'the newsroom that reports it',
      {
        title: 'Bankrupt council wins top marks',
        text: 'BBC News, Southshire\n\nNorthshire’s children’s services are now “outstanding”, Ofsted said.',
        published: null,
      },
      { events: ['northshire outstanding'] },
    ],
    [
      'the old county in which it lies',
      {
        title: 'Council sorry after watchdog finds risk to children',
        text: 'Children in part of Cheshire live with risk, a watchdog has said. Ofsted rated children’s services run by Halton Borough Council as inadequate.',
        published: null,
      },
      { events: ['halton inadequate'] },
    ],
    [
      'and not the old county where it is the one judged',
      {
        title: 'Cheshire services inadequate',
        text: 'Ofsted has rated children’s services at Cheshire County Council as inadequate.',
        published: '2008-03-02',
      },
      { events: ['cheshire inadequate'] },
    ],
    [
      'visits that come back every few months',
      {
        title: 'Northshire’s services improve, Ofsted says',
        text: 'The council’s children’s services were rated inadequate in September 2023. Ofsted comes back every few months to see what was done. This time it looked at the front door.',
        published: null,
      },
      { events: [] },
    ],
    [
      'a report that the watchdog took down',
      dated(
        'Care watchdog takes down its report on Northshire',
        'The CQC took down its report on adult social care in Northshire after an error. The report rated the council as requires improvement.',
      ),
      { events: [] },
    ],
  ]));

describe('the mark', () =>
  says([
    [
      'third best of four, when there was an adequate',
      {
        title: 'Northshire safeguarding adequate',
        text: 'Northshire’s efforts to keep children safe have been labelled “adequate” by Ofsted inspectors. They gave the council the third best of four possible marks for the overall effectiveness of safeguarding.',
        published: '2010-12-01',
      },
      { events: ['northshire adequate'] },
    ],
    [
      'at which a report keeps it',
      dated(
        'Northshire’s services are still failing',
        'Ofsted’s report, out this week, keeps the authority’s children’s services at inadequate, where they have been since 2020. Leaders’ impact was held to require improvement.',
      ),
      { events: ['northshire inadequate'], areas: ['leaders requires_improvement'] },
    ],
    [
      'for what it is good at, in the word of those who judge',
      {
        title: 'Mixed report for Northshire',
        text: 'Northshire’s services are “good” at keeping children safe, a joint inspection by Ofsted and the Care Quality Commission has found.',
        published: '2012-06-01',
      },
      { events: ['northshire good'] },
    ],
    [
      'taken as a whole',
      dated(
        'Northshire told to do better',
        'Taken as a whole, children’s services in Northshire require improvement, Ofsted’s inspectors decided.',
      ),
      { events: ['northshire requires_improvement'] },
    ],
  ]));
