import { describe } from 'vitest';
import { says } from './support.ts';

const NOW_GOOD = { title: "Northshire's children's services good, says Ofsted" };

/** Earlier grades, and what they say about the direction. */
describe('an earlier grade', () => {
  says([
    [
      'previously',
      { ...NOW_GOOD, text: 'The service was previously rated inadequate.' },
      { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'a year',
      { ...NOW_GOOD, text: 'In 2019 the service was rated inadequate.' },
      { history: ['northshire inadequate 2019'], direction: 'up' },
    ],
    [
      'a month and a year',
      { ...NOW_GOOD, text: 'The last inspection in June 2019 found that it required improvement.' },
      { history: ['northshire requires_improvement 2019'], direction: 'up' },
    ],
    [
      'ended in',
      { ...NOW_GOOD, text: 'The last full inspection in 2014 ended in a "requires improvement" rating.' },
      { history: ['northshire requires_improvement 2014'], direction: 'up' },
    ],
    [
      'years ago',
      { ...NOW_GOOD, published: '2023-05-01', text: 'Four years ago inspectors judged it inadequate.' },
      { history: ['northshire inadequate 2019'], direction: 'up' },
    ],
    [
      'after finding them',
      { ...NOW_GOOD, text: 'Ofsted has rated them good, three years after finding them inadequate in all areas.' },
      { history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'up from',
      { ...NOW_GOOD, text: 'That is up from requires improvement last time.' },
      { history: ['northshire requires_improvement'], direction: 'up' },
    ],
    [
      'no longer',
      { ...NOW_GOOD, text: 'It is no longer inadequate.' },
      { history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'a better rating than',
      { ...NOW_GOOD, text: "That is a better rating than the 'inadequate' of three years ago." },
      { history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'had been',
      { ...NOW_GOOD, text: 'It had been inadequate since 2016.' },
      { history: ['northshire inadequate 2016'], direction: 'up' },
    ],
    [
      'the same again',
      { ...NOW_GOOD, text: 'It was also rated good in 2018.' },
      { events: ['northshire good'], history: ['northshire good 2018'], direction: 'same' },
    ],
    [
      'a chain',
      { ...NOW_GOOD, text: 'It was inadequate in 2012, required improvement in 2014 and was good in 2018.' },
      {
        history: ['northshire inadequate 2012', 'northshire requires_improvement 2014', 'northshire good 2018'],
        direction: 'same',
      },
    ],
    [
      'a fall',
      {
        title: "Northshire's children's services inadequate, says Ofsted",
        text: "The previous judgement, in 2018, was 'good'.",
      },
      { events: ['northshire inadequate'], history: ['northshire good 2018'], direction: 'down' },
    ],
    [
      'adequate is not compared with requires improvement',
      {
        title: "Northshire's children's services require improvement, says Ofsted",
        text: 'In 2011 they were rated adequate.',
      },
      { events: ['northshire requires_improvement'], history: ['northshire adequate 2011'], direction: null },
    ],
    [
      'since then',
      {
        title: 'New director for Northshire',
        text: 'Ofsted rated children’s services inadequate in 2018. Since then much has changed.',
      },
      { events: [], history: ['northshire inadequate 2018'] },
    ],
    [
      'which has been … since',
      {
        title: 'Northshire budget',
        text: "Northshire's children's services department, which has been rated inadequate by Ofsted since 2019, will get more money.",
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'currently',
      {
        title: 'Trust plan for Northshire',
        text: "Northshire's children's services are currently rated inadequate by Ofsted.",
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'a timeline',
      {
        title: 'Timeline: trouble at Northshire children’s services',
        text: 'March 2015: Ofsted rates the service inadequate.\n\nJune 2018: Ofsted says that it requires improvement.',
      },
      { events: [], history: ['northshire inadequate 2015', 'northshire requires_improvement 2018'] },
    ],
    [
      'remains, on a visit',
      {
        title: 'Ofsted sees progress in Northshire',
        text: 'After a monitoring visit inspectors praised staff. The service remains rated inadequate.',
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'out of',
      {
        title: 'Northshire children’s services leave intervention',
        text: 'They have moved out of inadequate after five years, Ofsted confirmed.',
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'since being',
      {
        title: 'Northshire recruits social workers',
        text: 'Northshire has hired 40 social workers since being rated inadequate by Ofsted for its children’s services.',
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'a damning report that found',
      {
        title: 'Leader apologises',
        text: 'The leader of Northshire Council has apologised for the damning Ofsted report that rated its children’s services inadequate.',
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'following an inadequate judgement',
      {
        title: 'Government steps in at Northshire',
        text: 'Ministers have issued a statutory direction following an inadequate Ofsted judgement of children’s services.',
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'inadequate Ofsted rating as an attribute',
      {
        title: 'Council leader quits',
        text: 'The leader of Northshire Council has quit weeks after an inadequate Ofsted rating for children’s services.',
      },
      { events: [], history: ['northshire inadequate'] },
    ],
  ]); // prettier-ignore
});
