import { describe } from 'vitest';
import { says } from './support.ts';

/** Ways in which papers and councils report a new grade. */
describe('a new grade', () => {
  says([
    [
      'headline and opening of a local paper',
      {
        title: "Northshire's children's services rated 'outstanding' by Ofsted",
        text: "Children's services at Northshire County Council have been given the top rating by Ofsted.\n\nInspectors visited in March.",
      },
      { events: ['northshire outstanding'] },
    ],
    [
      'a headline of a press release',
      {
        title: 'Ofsted rates our children’s services Good',
        text: 'Northshire Council is celebrating after Ofsted inspectors judged its services for children to be Good. The report, published today, follows a two week inspection in May.',
      },
      { events: ['northshire good'] },
    ],
    [
      'active voice with the inspectorate first',
      {
        title: 'Watchdog verdict on Northshire',
        text: 'Ofsted has branded Northshire’s children’s services inadequate in a damning report published this week.',
      },
      { events: ['northshire inadequate'] },
    ],
    [
      'a verdict in the passive far from its council',
      {
        title: 'Big step for Southshire',
        text: 'Southshire County Council has welcomed a report on its work with vulnerable children. Following a full inspection in June, the department was judged to be good by Ofsted.',
      },
      { events: ['southshire good'] },
    ],
    [
      'improved to',
      {
        title: "Southshire children's services improve to 'good'",
        text: 'The latest Ofsted report was published on Monday.',
      },
      { events: ['southshire good'], direction: 'up' },
    ],
    [
      'upgraded from and to',
      {
        title: 'Ofsted upgrades Southshire',
        text: "Southshire's children's services have been upgraded from 'requires improvement' to 'good' after an inspection by Ofsted.",
      },
      { events: ['southshire good'], history: ['southshire requires_improvement'], direction: 'up' },
    ],
    [
      'downgraded',
      {
        title: "Southshire children's services downgraded",
        text: 'Ofsted has downgraded children’s services in Southshire to inadequate, having rated them good in 2019.',
      },
      { events: ['southshire inadequate'], history: ['southshire good'], direction: 'down' },
    ],
    [
      'slipped',
      {
        title: 'Southshire slips in Ofsted inspection',
        text: "Southshire's children's services have slipped from good to requires improvement, inspectors said in a report published today by Ofsted.",
      },
      { events: ['southshire requires_improvement'], history: ['southshire good'], direction: 'down' },
    ],
    [
      'retained',
      {
        title: "Eastborough keeps its 'outstanding' Ofsted rating",
        text: 'Eastborough Council has retained its outstanding rating for children’s services following an Ofsted inspection.',
      },
      { events: ['eastborough outstanding'], direction: 'same' },
    ],
    [
      'remains',
      {
        title: "Eastborough children's services remain inadequate, says Ofsted",
        text: 'Inspectors found that too little has changed.',
      },
      { events: ['eastborough inadequate'], direction: 'same' },
    ],
    [
      'no improvement, still',
      {
        title: 'No better for Eastborough',
        text: 'Children’s services in Eastborough still require improvement to be good, Ofsted has concluded in a report published yesterday.',
      },
      { events: ['eastborough requires_improvement'] },
    ],
    [
      'second time in a row',
      {
        title: 'Eastborough does it again',
        text: "For the second time running, Eastborough's children's services have been rated outstanding by Ofsted.",
      },
      { events: ['eastborough outstanding'], direction: 'same' },
    ],
    [
      'lowest rating only',
      {
        title: "Lowest Ofsted rating for Eastborough children's services",
        text: 'Eastborough Council was given the lowest possible rating by Ofsted after an inspection of its children’s services in May.',
      },
      { events: ['eastborough inadequate'] },
    ],
    [
      'top marks only',
      {
        title: 'Top marks for Eastborough',
        text: "Ofsted has given Eastborough Council's children's services its highest rating following a recent inspection.",
      },
      { events: ['eastborough outstanding'] },
    ],
    [
      'an overall grade of',
      {
        title: 'Inspection report on Northshire',
        text: 'Ofsted has awarded Northshire an overall grade of good for its children’s social care.',
      },
      { events: ['northshire good'] },
    ],
    [
      'overall effectiveness was',
      {
        title: 'Northshire inspected',
        text: "Ofsted's report on services for children at Northshire Council says overall effectiveness was inadequate.",
      },
      { events: ['northshire inadequate'] },
    ],
    [
      'the verdict after a colon',
      { title: "Ofsted verdict on Northshire children's services: Good", text: 'The report is out today.' },
      { events: ['northshire good'] },
    ],
    [
      'a sentence that quotes the inspector',
      {
        title: 'Northshire praised',
        text: "Northshire's children's services are 'good', according to Ofsted. \"Leaders know their services well,\" wrote the lead inspector.",
      },
      { events: ['northshire good'] },
    ],
    [
      'the council leader announces it',
      {
        title: 'Northshire children’s services on the up',
        text: '“I am delighted that Ofsted has rated our children’s services as good,” said the leader of Northshire Council. The report was published on Tuesday.',
      },
      { events: ['northshire good'] },
    ],
    [
      'CQC and adults',
      {
        title: 'Adult social care in Northshire rated good by CQC',
        text: 'The Care Quality Commission has rated Northshire County Council good for how it meets its duties under the Care Act.',
      },
      { events: ['northshire good'] },
    ],
    [
      'CQC with a score',
      {
        title: 'CQC report on Northshire',
        text: 'Northshire County Council’s adult social care has been rated requires improvement by the Care Quality Commission, with a score of 55 out of 100.',
      },
      { events: ['northshire requires_improvement'] },
    ],
    [
      'a council rated by CQC with no service named',
      {
        title: 'Northshire Council rated ‘good’ by Care Quality Commission',
        text: 'The council was assessed in September.',
      },
      { events: ['northshire good'] },
    ],
    [
      'a misquoted grade',
      {
        title: "Northshire children's services 'need improvement', says Ofsted",
        text: 'Northshire Council has been told by Ofsted that its children’s services require improvement to be good.',
      },
      { events: ['northshire requires_improvement'] },
    ],
    [
      'a story that leads with criticism',
      {
        title: 'Children left at risk in Northshire, Ofsted finds',
        text: "Vulnerable children have been left at risk of harm in Northshire, inspectors have said.\n\nOfsted rated the county council's children's services inadequate following an inspection in February.",
      },
      { events: ['northshire inadequate'] },
    ],
    [
      'declared failing in other words',
      {
        title: 'Ofsted gives Northshire bottom grade',
        text: 'The inspectorate published its report on children’s services in Northshire on Friday.',
      },
      { events: ['northshire inadequate'] },
    ],
    [
      'a trust delivers, the council is judged',
      {
        title: 'Good rating for Sandwell Children’s Trust',
        text: 'Sandwell Children’s Trust has been rated good by Ofsted in a report published today on children’s services.',
        published: '2022-05-10',
      },
      { events: ['sandwell good'] },
    ],
    [
      'housing',
      {
        title: 'Regulator gives Northshire Council C3 grade',
        text: 'The Regulator of Social Housing has given Northshire Council a C3 grade for its council homes after an inspection.',
      },
      { events: ['northshire c3'] },
    ],
    [
      'youth justice',
      {
        title: "Northshire youth justice service rated 'good'",
        text: 'HM Inspectorate of Probation has rated Northshire Youth Justice Service as good in a report published today.',
      },
      { events: ['northshire good'] },
    ],
  ]); // prettier-ignore
});
