import { describe } from 'vitest';
import { says } from './support.ts';

/** Round-ups, comparisons, lists of councils. */
describe('several authorities in one article', () => {
  says([
    [
      'two in the title',
      {
        title: 'Ofsted: Northshire outstanding, Southshire inadequate',
        text: "Northshire's children's services were rated outstanding and Southshire's inadequate in reports published today.",
      },
      { events: ['northshire outstanding', 'southshire inadequate'] },
    ],
    [
      'one grade for a list',
      {
        title: 'CQC publishes first council ratings',
        text: 'Northshire, Southshire and Eastborough councils have been rated good for adult social care by the Care Quality Commission.',
      },
      { events: ['northshire good', 'southshire good', 'eastborough good'] },
    ],
    [
      'two grades, two lists',
      {
        title: 'Latest CQC ratings of councils',
        text: 'The Care Quality Commission has rated adult social care at Northshire and Southshire good, while Eastborough and Kelbury require improvement.',
      },
      {
        events: [
          'northshire good',
          'southshire good',
          'eastborough requires_improvement',
          'kelbury requires_improvement',
        ],
      },
    ],
    [
      'a list after a colon',
      {
        title: 'Ofsted grades: the councils',
        text: "Three councils' children's services were rated inadequate by Ofsted this week: Northshire, Southshire and Kelbury.",
      },
      { events: ['northshire inadequate', 'southshire inadequate', 'kelbury inadequate'] },
    ],
    [
      'joined later in the sentence',
      {
        title: 'Ofsted reports on councils',
        text: "Northshire's children's services are inadequate, Ofsted said today, along with Southshire and Kelbury.",
      },
      { events: ['northshire inadequate', 'southshire inadequate', 'kelbury inadequate'] },
    ],
    [
      'one paragraph each',
      {
        title: 'Ofsted inspections of councils: this month',
        text: "Northshire County Council\nOfsted rated its children's services good after an inspection in May.\n\nSouthshire County Council\nOfsted rated its children's services inadequate after an inspection in May.",
      },
      { events: ['northshire good', 'southshire inadequate'] },
    ],
    [
      'a neighbour for comparison',
      {
        title: "Northshire's children's services good, says Ofsted",
        text: 'The report was published today. Neighbouring Southshire was rated inadequate in 2021.',
      },
      { events: ['northshire good'], history: ['southshire inadequate 2021'] },
    ],
    [
      'others under the same framework',
      {
        title: "Northshire's children's services require improvement, says Ofsted",
        text: 'It joins Southshire and Kelbury, which were also told that they require improvement.',
      },
      { events: ['northshire requires_improvement'] },
    ],
    [
      'a national story with earlier grades',
      {
        title: 'Ministers plan new trusts for failing councils',
        text: "The trusts will run children's services in Northshire, Southshire and Kelbury, all rated inadequate by Ofsted.",
      },
      { events: [], history: ['northshire inadequate', 'southshire inadequate', 'kelbury inadequate'] },
    ],
    [
      'a list of earlier grades with years in brackets',
      {
        title: 'How many councils are failing? The statistics',
        text: "Councils whose children's services Ofsted has rated inadequate include Northshire (2018), Southshire (2019) and Kelbury (2020).",
      },
      { events: [], history: ['northshire inadequate 2018', 'southshire inadequate 2019', 'kelbury inadequate 2020'] },
    ],
    [
      'earlier grades told one by one',
      {
        title: 'Analysis: what makes a good council',
        text: "Northshire was rated outstanding by Ofsted for children's services in 2019. Southshire went from inadequate to good in 2020. Kelbury remains inadequate.",
      },
      {
        events: [],
        history: ['northshire outstanding', 'southshire inadequate', 'southshire good', 'kelbury inadequate'],
      },
    ],
    [
      'an apposition that counts',
      {
        title: 'First CQC pilot results',
        text: 'Northshire and Southshire, two of the three councils inspected, got a good rating from the Care Quality Commission for adult social care. Kelbury was rated requires improvement.',
      },
      { events: ['northshire good', 'southshire good', 'kelbury requires_improvement'] },
    ],
    [
      'a line that opens a list',
      {
        title: 'Statistics: how councils are doing',
        text: "These are the councils whose children's services Ofsted rates inadequate:\n\nNorthshire, Southshire, Kelbury, Thornfield and Oldmere.",
      },
      {
        events: [],
        history: [
          'northshire inadequate',
          'southshire inadequate',
          'kelbury inadequate',
          'thornfield inadequate',
          'oldmere inadequate',
        ],
      },
    ],
    [
      'a count, then the names',
      {
        title: 'Annual report: how councils are doing',
        text: "Three councils were rated inadequate by Ofsted for children's services last year. Northshire, Southshire and Kelbury face intervention.",
      },
      { events: [], history: ['northshire inadequate', 'southshire inadequate', 'kelbury inadequate'] },
    ],
    [
      'rows of a table',
      {
        title: 'Annual report: how councils are doing',
        text: "Ofsted ratings of children's services\n\nNorthshire: Good\nSouthshire: Good\nKelbury: Requires improvement",
      },
      { events: [], history: ['northshire good', 'southshire good', 'kelbury requires_improvement'] },
    ],
    [
      'the same council twice, two inspectorates',
      {
        title: 'Northshire good for children and for adults',
        text: "Ofsted has rated children's services at Northshire Council good. The Care Quality Commission rated adult social care at the council outstanding.",
      },
      { events: ['northshire good', 'northshire outstanding'] },
    ],
  ]); // prettier-ignore
});
