/** Grades of others beside the news, what is no grade of before, and the way a grade went. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, NO_HISTORY, riReport, says, upFrom, visitReport } from './support.ts';

describe('who helps, and who had the grade already', () =>
  says([
    [
      'a partner and what it is',
      badReport('It has been paired with Southshire, an outstanding authority.'),
      { events: ['northshire inadequate'], history: ['southshire outstanding'] },
    ],
    [
      'a neighbour that helps',
      badReport('It is being mentored by Kelbury, a good neighbour.'),
      { events: ['northshire inadequate'], history: ['kelbury good'] },
    ],
    [
      'and a partner that is praised',
      badReport('It has been paired with Southshire, a good sport in hard times.'),
      { events: ['northshire inadequate'], history: [] },
    ],
    [
      'two that it joins',
      goodReport('It joins Southshire and Kelbury, both outstanding.'),
      { events: ['northshire good'], history: ['southshire outstanding', 'kelbury outstanding'] },
    ],
    [
      'two that it is level with',
      goodReport('That puts it level with Southshire and Kelbury, both rated good last year.'),
      { history: ['southshire good 2023', 'kelbury good 2023'] },
    ],
    [
      'two that a count ends with',
      dated(
        'CQC rates six more councils',
        "The CQC has published six assessments of adult social care. Northshire's score of 88 makes it the third authority to get the top rating, after Kelbury and Southshire.",
      ),
      { events: ['northshire outstanding'], history: ['kelbury outstanding', 'southshire outstanding'] },
    ],
    [
      'the one that came to help has no grade of the one helped',
      dated(
        'A review of failings in Northshire',
        "Northshire's children's services were rated inadequate in 2016. Kelbury Council then came in to help, and by 2019 Ofsted had raised its rating to requires improvement.",
      ),
      { events: [], history: ['northshire inadequate 2016', 'northshire requires_improvement 2019'] },
    ],
    [
      'a place next door that nobody names',
      dated(
        'A word that stays',
        "Workers go to the place next door that was ‘good’ last year. Look at Kelbury, where Ofsted has been to see children's services.",
      ),
      { events: [], history: [] },
    ],
    [
      'another that got the same, after what somebody wants',
      riReport(
        '“We want an outstanding service,” said the leader. Kelbury, also short of money, had the same rating in 2023.',
      ),
      { history: ['kelbury requires_improvement 2023'] },
    ],
    [
      'those on a list for a prize',
      dated(
        'Northshire wins an award',
        'Northshire Council has won an award. Among those shortlisted were Kelbury and Southshire. In March Ofsted rated its services for children outstanding.',
      ),
      { events: [], history: ['northshire outstanding 2024'] },
    ],
  ]));

describe('what is no grade of before', () =>
  says([
    ['how far it still is to one', riReport('It is a long way from good, said the director.'), NO_HISTORY],
    [
      'from one to another is a way made',
      riReport('It is a long way from inadequate to good, said the director, and we are half way.'),
      { history: ['northshire inadequate'] },
    ],
    [
      'what it would be',
      visitReport("“We think we'd be ‘requires improvement’ if they came tomorrow,” said the director."),
      { events: [], history: [] },
    ],
    [
      'what a rating may be',
      dated(
        'CQC is coming to Northshire',
        'The CQC will assess adult social care at Northshire Council. It will get a rating, from inadequate to outstanding, in May.',
      ),
      { events: [], history: [] },
    ],
    [
      'what another name stands for',
      dated(
        'Ofsted on Northshire',
        "Northshire's children's services require improvement, Ofsted said today. “Requires improvement” is a gloomy name for what used to be “adequate”.",
      ),
      { events: ['northshire requires_improvement'], history: [] },
    ],
    [
      'weeks that inspectors spent',
      dated(
        'Ofsted on Northshire',
        "Inspectors who spent two weeks with Northshire Council's children's services in May gave outstanding for overall effectiveness, Ofsted said today.",
      ),
      { events: ['northshire outstanding'], history: [] },
    ],
  ]));

describe('more of before', () =>
  says([
    [
      'time and again',
      riReport('The trust was set up after the county had been rated inadequate time and again.'),
      upFrom('northshire inadequate'),
    ],
    [
      'on top of what was given',
      dated(
        'Northshire wins an award',
        "Northshire Council's children's services have won a trophy. “It comes on top of the good Ofsted gave us in 2022,” said its leader.",
      ),
      { events: [], history: ['northshire good 2022'] },
    ],
    [
      "another council's, its service left out",
      dated(
        'Letters: do not gloat',
        "Your correspondent crows that Northshire's children's services are outstanding and Kelbury's inadequate, Ofsted or no Ofsted.",
      ),
      { events: [], history: ['northshire outstanding', 'kelbury inadequate'] },
    ],
    [
      'a service named in the sentence before',
      dated(
        'Northshire must do better on special needs',
        "Ofsted and the CQC have visited Northshire's SEND services and chose the middle of three conclusions. Children's social care isn't covered. It was rated requires improvement in 2021.",
      ),
      { events: [], history: ['northshire requires_improvement 2021'] },
    ],
    [
      'the same services, after talk of a school',
      goodReport(
        '“I was a head teacher before I was mayor,” she said. In 2017 the same services were rated inadequate.',
      ),
      upFrom('northshire inadequate 2017'),
    ],
    [
      'years as an authority of a grade',
      badReport('It is a sorry end to six years as a good authority.'),
      { history: ['northshire good'], direction: 'down' },
    ],
    [
      'a rating that has gone',
      badReport('The good rating that the council won in 2021 has gone.'),
      { history: ['northshire good 2021'], direction: 'down' },
    ],
  ]));

describe('the way it went', () =>
  says([
    [
      'services that have got worse since the last inspection',
      badReport('The quality of services has deteriorated since the last inspection.'),
      { direction: 'down' },
    ],
    [
      'services for children that have declined since a year',
      badReport('Services for children have declined since 2021, inspectors write.'),
      { direction: 'down' },
    ],
    ['not what else has got worse', badReport('Relations with schools have declined since 2021.'), { direction: null }],
    [
      'the other way',
      dated(
        'Ofsted: who is up and who is down',
        "Ofsted has published reports on children's services. Most councils are up. Going the other way was Kelbury, now inadequate.",
      ),
      { events: ['kelbury inadequate'], direction: 'down' },
    ],
    [
      'up to a grade',
      dated(
        'The latest from Ofsted',
        "Ofsted has published reports on two councils' children's services. Northshire is up to good; Southshire stays outstanding.",
      ),
      { events: ['northshire good', 'southshire outstanding'], direction: 'up' },
    ],
    ['what is left of a team', goodReport('Northshire is down to its last three agency workers.'), { direction: null }],
  ]));
