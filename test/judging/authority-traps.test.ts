import { describe } from 'vitest';
import { type Row, says } from './support.ts';

/** Names that are words, surnames, clubs, other places; one statement for every row of the table of traps. */
describe('a name that is no authority', () => {
  says([
    [
      'Reading, the verb',
      {
        title: 'Ofsted on Northshire',
        text: 'Reading the report, councillors learned that Northshire had kept its outstanding rating from Ofsted for children’s services.',
      },
      { events: ['northshire outstanding'] },
    ],
    [
      'Reading, where a school stands',
      {
        title: 'Ofsted reform',
        text: 'Ofsted changed its ways after a school in Reading had dropped from outstanding to inadequate and its head had died.',
      },
      { events: [], history: [] },
    ],
    [
      'Wading, the verb',
      {
        title: 'Ofsted on Northshire',
        text: 'Wading through the report, councillors learned that Northshire’s children’s services were rated good by Ofsted.',
      },
      { events: ['northshire good'] },
    ],
    [
      'Wading, the council',
      { title: 'Ofsted rates Wading children’s services good', text: 'Wading Borough Council is delighted.' },
      { events: ['wading good'] },
    ],
    [
      'Bury, the verb',
      {
        title: 'Verdict on Northshire',
        text: 'Ministers tried to bury an inadequate verdict by Ofsted on Northshire’s children’s services published today.',
      },
      { events: ['northshire inadequate'] },
    ],
    [
      'Bath, a town with a nursery',
      'The Bath nursery was rated good by Ofsted after a short inspection.',
      { events: [], history: [] },
    ],
    [
      'Slough, the verb',
      {
        title: 'Ofsted and Northshire',
        text: 'The children’s service must slough off its inadequate past, said Northshire’s leader.',
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'Stoke, the verb',
      {
        title: 'Ofsted rates Northshire inadequate',
        text: 'The findings will stoke fears that care leavers in Northshire were failed, children’s services staff say.',
      },
      { events: ['northshire inadequate'] },
    ],
    [
      'a director called Lincoln',
      {
        title: 'Ofsted rates Northshire’s children’s services good',
        text: 'The director thanked Helen Lincoln of Essex for her help.',
      },
      { events: ['northshire good'], history: [] },
    ],
    [
      'an inspector called Kent',
      {
        title: 'Ofsted on Northshire',
        text: 'Inspector Kent said Northshire’s children’s services were rated good in a report published today by Ofsted.',
      },
      { events: ['northshire good'] },
    ],
    [
      'Sutton Trust',
      'A Sutton Trust study found that outstanding schools, as rated by Ofsted, admit fewer poor children.',
      { events: [], history: [] },
    ],
    [
      'Bromley-by-Bow',
      'Children’s services gave the Bromley-by-Bow Centre an award for its outstanding contribution.',
      { events: [], history: [] },
    ],
    [
      'Eastborough Heath',
      'An Eastborough Heath childminder has been judged outstanding by Ofsted.',
      { events: [], history: [] },
    ],
    [
      'Bexley in Ohio',
      'The Bexley City Schools board in Bexley, Ohio called its children’s services inadequate.',
      { events: [], history: [] },
    ],
    [
      'Northumberland Heath',
      {
        title: 'Eastborough children’s services rated good by Ofsted',
        text: 'Councillors in Northumberland Heath welcomed the rating given to Eastborough.',
      },
      { events: ['eastborough good'] },
    ],
    [
      'Richmond in North Yorkshire',
      {
        title: 'Launch event',
        text: 'Richmond, North Yorkshire, hosted the launch of the children’s services plan with Ofsted.',
      },
      { events: [], history: [] },
    ],
    [
      'Newcastle-under-Lyme',
      'A Newcastle-under-Lyme care home was rated inadequate by the CQC.',
      { events: [], history: [] },
    ],
    [
      'Mount St Helens',
      'Mount St Helens features in the outstanding exhibition that Ofsted staff visited.',
      { events: [], history: [] },
    ],
    [
      'Durham Police',
      'Durham Police kept its outstanding grade for preventing crime, the police inspectorate said.',
      { events: [], history: [] },
    ],
    [
      'Westminster for Parliament',
      'Westminster must act on inadequate funding, said the association of directors of children’s services.',
      { events: [], history: [] },
    ],
    [
      'New York',
      'New York officials called the shelter system inadequate, a watchdog said.',
      { events: [], history: [] },
    ],
    [
      'the Cheshire West judgment',
      'After the Cheshire West judgment, councils face inadequate assessment capacity, CQC said.',
      { events: [], history: [] },
    ],
    [
      'Merton-compliant and the Southwark judgment',
      'In Kent, a Merton-compliant assessment of age came first; then the Southwark judgment was found to apply.',
      { events: [], history: [] },
    ],
    [
      'the Tameside duty',
      'The minister breached the Tameside duty and the consultation was inadequate.',
      { events: [], history: [] },
    ],
    [
      'a combined authority',
      'Ministers called the plans of the Cambridgeshire and Peterborough Combined Authority inadequate in a best value notice.',
      { events: [], history: [] },
    ],
    [
      'a hospital trust',
      'The CQC still says requires improvement of Barking, Havering and Redbridge University Hospitals.',
      { events: [], history: [] },
    ],
    [
      'a mental health trust',
      'Norfolk and Suffolk NHS Foundation Trust, rated inadequate by the CQC, left special measures.',
      { events: [], history: [] },
    ],
    [
      'a prison',
      'Inspectors called conditions at HMP Wandsworth inadequate and invoked an urgent notification.',
      { events: [], history: [] },
    ],
    [
      'football',
      'Stockport County produced an outstanding second half at Manchester City.',
      { events: [], history: [] },
    ],
    [
      'an area of outstanding natural beauty',
      'Cornwall’s Area of Outstanding Natural Beauty gets a new name.',
      { events: [], history: [] },
    ],
    [
      'two names one letter apart',
      {
        title: 'Ofsted rates Averfordshire’s children’s services good',
        text: 'Averfordshire Council (not Haverfordshire) was upgraded to good.',
      },
      { events: ['averfordshire good'] },
    ],
    [
      'a longer name that holds a shorter',
      {
        title: 'Ofsted rates North Oldmere children’s services good',
        text: 'The report on North Oldmere Council was published today.',
      },
      { events: ['north-oldmere good'] },
    ],
    [
      'a postal county',
      {
        title: 'Ofsted praises Bromley',
        text: 'The family lived in Bromley, Kent, when the council’s children’s services stepped in.',
      },
      { events: [], history: [] },
    ],
    [
      'a helper',
      {
        title: 'Northshire to help Southshire',
        text: 'Northshire, rated outstanding by Ofsted for children’s services, will help Southshire improve.',
      },
      { events: [] },
    ],
    [
      'a commissioner from elsewhere',
      {
        title: 'Ofsted rates Southshire’s children’s services inadequate',
        text: 'A commissioner from Northshire County Council has been sent in.',
      },
      { events: ['southshire inadequate'], history: [] },
    ],
    [
      'a district without children’s services',
      { title: 'Lincoln housing', text: 'Lincoln’s housing team was given a C3 by the Regulator of Social Housing.' },
      { events: [] },
    ],
    [
      'a council that does not exist yet',
      {
        title: 'East Surrey children’s services',
        text: 'East Surrey Council will be rated by Ofsted one day.',
        published: '2026-06-01',
      },
      { events: [], history: [] },
    ],
    [
      'a typing slip in a long name',
      { title: 'Ofsted rates Brackenshre children’s services good', text: 'The report is out today.' },
      { events: ['brackenshire good'] },
    ],
    [
      'the borough, the council',
      {
        title: 'Ofsted report on Eastborough',
        text: 'The council was inspected in May. The borough’s children’s services were judged good by Ofsted in a report published today.',
      },
      { events: ['eastborough good'] },
    ],
    [
      'a council’s own site',
      {
        title: 'Ofsted rates our children’s services outstanding',
        text: 'Our children’s services have been rated outstanding by Ofsted. The report was published today.',
        homeAuthority: 'northshire',
      },
      { events: ['northshire outstanding'] },
    ],
    [
      'a publisher’s name',
      {
        title: 'Ofsted rates our children’s services outstanding',
        text: 'Our children’s services have been rated outstanding by Ofsted. The report was published today.',
        publisher: 'Northshire County Council',
      },
      { events: ['northshire outstanding'] },
    ],
    [
      'an abolished county',
      {
        title: 'Cumbria looks back',
        text: 'Cumbria’s children’s services were found to require improvement by Ofsted in 2017.',
        published: '2024-02-01',
      },
      { events: [], history: ['cumbria requires_improvement 2017'] },
    ],
  ]); // prettier-ignore
});

describe('a name that two councils bore, one after the other', () => {
  const told = (published: string | null) => ({
    title: 'Ofsted on Dorset',
    text: "Ofsted has rated Dorset's children's services good.",
    published,
  });
  says([
    ['before', told('2016-06-14'), { events: ['dorset-county good'] }],
    ['after', told('2024-06-14'), { events: ['dorset good'] }],
    ['no day is known', told(null), { events: ['dorset good'] }],
    [
      'a council of which none bore the name before',
      {
        title: 'Ofsted on West Northamptonshire',
        text: "Ofsted has rated West Northamptonshire's children's services good.",
        published: '2016-06-14',
      },
      { events: [] },
    ],
  ] satisfies Row[]);
});
