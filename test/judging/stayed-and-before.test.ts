/** What the grade was before, whose it was, and whether it stayed: as articles tell it beside the news. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, NO_HISTORY, riReport, says, upFrom, visitReport as visit } from './support.ts';

const same = (earlier: string) => ({ history: [earlier], direction: 'same' });

describe('the grade stays, whatever it was years before', () => {
  says([
    [
      'still, though once better',
      dated(
        "Northshire children's services still require improvement, Ofsted finds",
        'A report out today says that services for children in Northshire require improvement. In 2013 they had been good.',
      ),
      { events: ['northshire requires_improvement'], ...same('northshire good 2013') },
    ],
    [
      'remains, though once worse',
      dated(
        "Northshire's children's services remain good",
        'Ofsted published its report today. The county was rated inadequate in 2012.',
      ),
      same('northshire inadequate 2012'),
    ],
    [
      'no longer what it was a moment ago',
      dated(
        "Northshire's children's services still need work",
        'Ofsted has judged them as requiring improvement in a report out today. They are no longer inadequate.',
      ),
      { direction: 'up' },
    ],
    [
      'out of the lowest years ago',
      dated(
        "Northshire's children's services still require improvement, says Ofsted",
        'The report is out today. The county got out of the inadequate category six years ago.',
      ),
      { direction: 'same' },
    ],
    [
      'did not change from',
      riReport('The grade did not change from that given in 2020.'),
      same('northshire requires_improvement 2020'),
    ],
    [
      "hasn't moved since",
      riReport("The overall grade hasn't moved since 2020."),
      same('northshire requires_improvement 2020'),
    ],
    ['same verdict years ago', riReport('It is six years since they came to the same verdict.'), { direction: 'same' }],
    [
      'years after the same verdict',
      riReport('The result comes four years after they came to the same verdict.'),
      same('northshire requires_improvement 2020'),
    ],
    [
      'same as last time',
      riReport('“The overall grade is the same as last time,” the director said.'),
      same('northshire requires_improvement'),
    ],
    ['same rating as before', goodReport('It is the same rating as before.'), same('northshire good')],
    [
      'matches the one',
      riReport('The verdict matches the one that the county received four years ago.'),
      same('northshire requires_improvement 2020'),
    ],
    ['first got the grade', goodReport('The county first got the grade in 2017.'), same('northshire good 2017')],
    ['not of an area', goodReport('The number of social workers is the same as before.'), { direction: null }],
  ]);
});

describe('steps in a row are no grades in a row', () => {
  says([
    [
      'second step up',
      goodReport(
        'It is the second step up in a row. In 2019 they were inadequate and in 2021 they moved to requires improvement.',
      ),
      { history: ['northshire inadequate 2019', 'northshire requires_improvement 2021'], direction: 'up' },
    ],
    ['second upgrade', goodReport('It is the second upgrade in a row for the county.'), NO_HISTORY],
    ['second good', goodReport('It is the second good in a row for the county.'), same('northshire good')],
  ]);
});

describe('whose earlier grade it was', () => {
  says([
    [
      'named with a year each',
      badReport('Southshire Council was rated inadequate in 2021 and Eastborough in 2019.'),
      { history: ['southshire inadequate 2021', 'eastborough inadequate 2019'] },
    ],
    [
      'named with a year each, after a colon',
      badReport(
        'Three others were found to be inadequate at the time: Southshire in 2021, Eastborough (2019) and Westhampton-on-Sea in March 2018.',
      ),
      { history: ['southshire inadequate 2021', 'eastborough inadequate 2019', 'westhampton-on-sea inadequate 2018'] },
    ],
    [
      'what happened elsewhere in a year',
      badReport('Southshire Council was rated inadequate in 2021 and Eastborough lent it staff in 2022.'),
      { history: ['southshire inadequate 2021'] },
    ],
    [
      'the old council and its places',
      goodReport(
        'The old county council, which took in Eastborough but not Southshire, was told that it required improvement.',
      ),
      { history: ['northshire requires_improvement'] },
    ],
    [
      'home to a service',
      goodReport("The CQC came too. Northshire is home to an Ofsted 'good' service."),
      { events: ['northshire good'] },
    ],
    [
      'a row and what goes on in it',
      {
        title: 'News for members',
        text: "Ofsted has published three reports on children's services this month.\n\nSouthshire: outstanding overall. Up from good in 2019.\nNorthshire: good overall. It was good in 2018 as well.\nEastborough: requires improvement overall.",
        published: '2024-06-14',
      },
      {
        events: ['southshire outstanding', 'northshire good', 'eastborough requires_improvement'],
        history: ['southshire good 2019', 'northshire good 2018'],
      },
    ],
    [
      'sections under names',
      {
        title: 'How councils get better: a report',
        text: "Researchers looked at children's services that Ofsted inspects.\n\nCase study: Northshire\n\nThe council was judged inadequate in 2011. By 2014 it was good.\n\nCase study: Southshire\n\nA council that was outstanding in 2015 wanted to stay so.",
        published: '2018-06-14',
      },
      {
        events: [],
        history: ['northshire inadequate 2011', 'northshire good 2014', 'southshire outstanding 2015'],
      },
    ],
    [
      'an area then and the whole later',
      {
        title: 'The way back',
        text: "Ofsted knows Northshire's children's services well. Northshire was inadequate for safeguarding in 2012 and has now been outstanding twice, in 2018 and 2022.",
        published: '2024-06-14',
      },
      {
        events: [],
        history: ['northshire inadequate 2012', 'northshire outstanding 2018', 'northshire outstanding 2022'],
      },
    ],
    [
      'a name that is a word too, with an inspection and its grade',
      {
        title: 'Two councils celebrate good Ofsted judgements',
        text: "Bradford Council's children's services have been rated good by Ofsted. Down in Reading, meanwhile, a short inspection ended in good. The borough was good in 2017 too.",
        published: '2019-06-14',
      },
      { events: ['bradford good', 'reading good'], history: ['reading good 2017'] },
    ],
    [
      'such a name with an inspection of something else',
      goodReport('Down in Reading, meanwhile, an inspection of the bridge is to come.'),
      { events: ['northshire good'], ...NO_HISTORY },
    ],
    [
      'not until then was anyone',
      visit('Not until 2016, with Southshire and Eastborough, was anyone found to be outstanding.'),
      { history: ['southshire outstanding 2016', 'eastborough outstanding 2016'] },
    ],
    ['one in so many', visit('Ten years ago one in four councils had been rated inadequate by Ofsted.'), NO_HISTORY],
  ]);
});

describe('what was before and is told in passing', () => {
  says([
    [
      'who judged it then, and now',
      dated(
        'Northshire turns a corner',
        "Ofsted, which in March 2021 rated Northshire's children's services inadequate, now says that they are good.",
      ),
      { events: ['northshire good'], ...upFrom('northshire inadequate 2021') },
    ],
    [
      'by way of',
      goodReport('It has climbed from inadequate in 2015 by way of requires improvement in 2019.'),
      { history: ['northshire inadequate 2015', 'northshire requires_improvement 2019'], direction: 'up' },
    ],
    [
      'at the lowest for years',
      riReport('They had spent long in special measures: they were at the lowest grade for six years.'),
      upFrom('northshire inadequate'),
    ],
    [
      'long inadequate, then told',
      goodReport('Having been inadequate for years, the council was told in 2019 that it required improvement.'),
      { history: ['northshire inadequate', 'northshire requires_improvement 2019'], direction: 'up' },
    ],
    [
      'via',
      goodReport('It has come up from inadequate in 2015 via requires improvement in 2019.'),
      { history: ['northshire inadequate 2015', 'northshire requires_improvement 2019'], direction: 'up' },
    ],
    [
      'first since a scandal',
      dated(
        'Northshire',
        "Northshire's children's services have been rated good by Ofsted for the first time since a scandal ten years ago.",
      ),
      { events: ['northshire good'], history: [], direction: 'up' },
    ],
    [
      'climbed off the lowest',
      dated(
        'Northshire',
        "Children's services in Northshire have climbed off the lowest Ofsted rating. They now require improvement, a report out today says.",
      ),
      { events: ['northshire requires_improvement'], ...upFrom('northshire inadequate') },
    ],
    [
      'shed its label',
      dated(
        "Northshire children's services shed 'inadequate' label",
        'They now require improvement, an Ofsted report out today says.',
      ),
      { events: ['northshire requires_improvement'], ...upFrom('northshire inadequate') },
    ],
    [
      'run by a trust since',
      dated(
        'Northshire',
        'Ofsted has reported on Northshire. It says that the service, which a trust has run since April, now requires improvement.',
      ),
      { events: ['northshire requires_improvement'], history: [] },
    ],
  ]);
});

describe('no earlier grade', () => {
  says([
    [
      'one of few to have had it',
      dated(
        'Northshire',
        "Ofsted has rated Northshire's children's services outstanding. It is only the third council to have had the top grade since such inspections began.",
      ),
      { events: ['northshire outstanding'], history: [], direction: null },
    ],
    [
      'from harm',
      dated(
        'Northshire',
        'The work of Northshire Council to keep children safe from harm is outstanding, Ofsted said in a report published today.',
      ),
      { history: [] },
    ],
    [
      'ambition and what comes after',
      riReport('Our ambition is a good rating next time and after that outstanding, the leader said.'),
      NO_HISTORY,
    ],
    ['first good, later more', riReport('We want to be good and then outstanding.'), NO_HISTORY],
    [
      'what a grade ought to be',
      riReport('A good grade ought to be a reason to look harder, the leader said.'),
      NO_HISTORY,
    ],
    [
      'what the grade was called',
      riReport('Requires improvement (once called adequate) is the third of four grades.'),
      NO_HISTORY,
    ],
    [
      'a reablement centre',
      dated("Council's reablement centre rated good by the CQC", 'The unit is run by Northshire Council.'),
      { events: [], history: [] },
    ],
  ]);
});

describe('without a grade of the whole', () => {
  const areas = (grade: string) =>
    `The impact of leaders: ${grade}\nHelp and protection: ${grade}\nChildren in care: ${grade}\nCare leavers: ${grade}\n\n`;
  const report = (grade: string, text: string) => ({
    title: `Ofsted: Northshire's children's services ${grade} in all four areas`,
    text: `Ofsted no longer gives an overall grade. Northshire Council's children's services were judged in four areas in a report published today.\n\n${areas(grade)}${text}`,
    published: '2026-06-14',
  });
  says([
    [
      'the same in every part',
      report('good', 'At the last inspection, in 2022, they were good overall.'),
      { events: ['northshire null'], ...same('northshire good 2022') },
    ],
    [
      'better in every part',
      report('outstanding', 'At the last inspection, in 2022, they were good overall.'),
      { events: ['northshire null'], ...upFrom('northshire good 2022') },
    ],
    ['nothing said of before', report('good', 'Staff were pleased.'), { events: ['northshire null'], direction: null }],
  ]);
});
