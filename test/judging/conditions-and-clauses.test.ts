/** What is said on a condition, what a clause beside the news counts or dates, and whom the text goes on to speak of. */
import { describe } from 'vitest';
import { dated, type Row, says } from './support.ts';

const undated = (title: string, text: string) => ({ title, text, published: null });

describe('a condition is no grade', () => {
  const none = { events: [] };
  const waits = (text: string) =>
    undated('Inspectors arrive in Northshire', `Ofsted is inspecting children's services in Northshire. ${text}`);
  says([
    ['found to be', waits('If they are found to be good, the board will be stood down.'), none],
    ['came out as', waits("I'd be amazed if we came out as outstanding, the leader said."), none],
    ['were', waits('Nobody would cheer if the services were good, a union said.'), none],
    [
      'fear',
      waits('Staff said that the council had been told more than expected and feared being marked down to inadequate.'),
      none,
    ],
    [
      'what it asks about had a grade',
      waits('They will decide whether services that inspectors rated inadequate in 2021 have been turned round.'),
      { events: [], history: ['northshire inadequate 2021'] },
    ],
    [
      'beside a grade that was given',
      dated(
        'Northshire rated good',
        "Ofsted has rated Northshire's children's services good. If the council is proud, it has reason to be.",
      ),
      { events: ['northshire good'] },
    ],
    [
      'what the inspectors decided should be',
      undated(
        'Better mark for Northshire',
        "Ofsted has looked at children's services in Northshire and decided that the rating should go up to good.",
      ),
      { events: ['northshire good'], direction: 'up' },
    ],
    [
      'what councillors decided should be',
      undated(
        'Northshire sets out its plan',
        "Northshire Council's cabinet decided that its Ofsted rating for children's services should go up to good by 2029.",
      ),
      none,
    ],
  ] satisfies Row[]);
});

describe('the clause of the grade tells when it was given', () => {
  says([
    [
      'has had its services judged',
      undated(
        'Praise for Northshire',
        "Two years after it was told that it was failing, Northshire Council has had its children's services judged good by Ofsted.",
      ),
      { events: ['northshire good'] },
    ],
    [
      'how it went',
      undated(
        'How Northshire sank in three years',
        "Northshire Council has had its children's services branded inadequate. Ofsted says that children were left at risk.",
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'had had its services judged',
      undated(
        'Northshire marked down',
        "Northshire Council, which had had its children's services judged good in 2016, has been rated inadequate by Ofsted.",
      ),
      { events: ['northshire inadequate'], history: ['northshire good 2016'], direction: 'down' },
    ],
    [
      'after an inspection of last year',
      undated(
        'Northshire must do better',
        "The CQC has put adult social care at Northshire Council in the 'requires improvement' band after an assessment late last year.",
      ),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'given last year',
      undated(
        'Northshire freezes its tax',
        'Northshire Council has frozen its council tax. Its adult social care was rated good by the CQC last year.',
      ),
      { events: [], history: ['northshire good'] },
    ],
    [
      'told a week ago that it is',
      undated(
        'First results of the new inspections',
        "The first Ofsted reports on children's services are out. Southshire was found to be good. Northshire Council was told a fortnight ago that it is inadequate.",
      ),
      { events: ['southshire good', 'northshire inadequate'] },
    ],
    [
      'told two years ago that it was',
      undated(
        'First results of the new inspections',
        "The first Ofsted reports on children's services are out. Southshire was found to be good. Northshire Council was told two years ago that it was inadequate.",
      ),
      { events: ['southshire good'], history: ['northshire inadequate'] },
    ],
    [
      'at inspection after inspection',
      undated(
        'Better news for Northshire',
        "Children's services in Northshire were judged inadequate at successive inspections and had been since 2014. Now Ofsted's rating is good.",
      ),
      { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'a count in what is said by the way',
      undated(
        'Northshire rated good',
        "Ofsted has rated Northshire's children's services good. It was not so in 2020. Then the department, pieced together from two old councils, was found to be inadequate.",
      ),
      { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' },
    ],
  ] satisfies Row[]);
});

describe('whom the text goes on to speak of', () => {
  says([
    [
      'called by what it is, then "it"',
      undated(
        'Northshire outstanding and Thornfield moves up in new Ofsted reports',
        "Northshire Council was rated outstanding for its children's services. Inspectors called its leaders tireless.\n\nThe other report is on Thornfield, whose services are run by a company. The city was told in 2016 that it required improvement. It is now good.",
      ),
      { events: ['northshire outstanding', 'thornfield good'], history: ['thornfield requires_improvement 2016'] },
    ],
    [
      'what somebody says of all of us',
      undated(
        'Northshire climbs out of the lowest category',
        "Ofsted now says that children's services in Northshire require improvement. Southshire Council, which is ranked among the best, lent it managers. “Requires improvement is not where we want to end, and every one of us knows it,” the leader said.",
      ),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'in each case',
      undated(
        'Both councils move up',
        "Ofsted came to North Oldmere and South Oldmere in May. It wrote separately to the two councils and in each case decided that children's services are good.",
      ),
      { events: ['north-oldmere good', 'south-oldmere good'] },
    ],
    [
      'a part of the county',
      undated(
        'Ofsted reports of the month',
        "Reports on children's services.\n\nThornfield City Council\nVisited: 3 to 14 June\nOverall effectiveness: Good\nChildren in this corner of Northshire are safe. It was inadequate in 2019.\n\nSouthshire County Council\nVisited: 10 to 21 June\nOverall effectiveness: Requires improvement\nToo many wait.",
      ),
      {
        events: ['thornfield good', 'southshire requires_improvement'],
        history: ['thornfield inadequate 2019'],
      },
    ],
    [
      'two that are counted',
      undated(
        'CQC rates more councils',
        'The latest assessments of adult social care by the CQC have produced two good councils and two that require improvement. Northshire Council came out best, with a good rating. Southshire Council was also good. Thornfield City Council was told that it requires improvement.',
      ),
      { events: ['northshire good', 'southshire good', 'thornfield requires_improvement'] },
    ],
    [
      'the heading for leaving it where it was',
      undated(
        'Ofsted leaves Northshire where it was',
        "Children's services in Northshire stay at requires improvement, Ofsted says. It got the same in 2019.",
      ),
      { events: ['northshire requires_improvement'], direction: 'same' },
    ],
    [
      'the director who leaves',
      undated('Director leaves Northshire', "Ofsted rated the council's children's services good."),
      { events: [] },
    ],
  ] satisfies Row[]);
});
