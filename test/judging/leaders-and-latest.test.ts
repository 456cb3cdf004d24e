/** Rows joined by dots, the newest report beside an older one, and what a round-up tells without a name beside the grade. */
import { describe } from 'vitest';
import { dated, type Row, says } from './support.ts';

const undated = (title: string, text: string) => ({ title, text, published: null });

describe('rows joined by dots', () => {
  says([
    [
      'spaced dots, one grade of the whole',
      dated(
        "Report card for Northshire's children's services",
        'Ofsted has reported on Northshire Council.\n\nImpact of leaders on social work practice ... Good\nHelp and protection ... Requires improvement\nOVERALL ... Requires improvement to be good',
      ),
      {
        events: ['northshire requires_improvement'],
        areas: ['leaders good', 'help_and_protection requires_improvement'],
      },
    ],
    [
      'dots that trail off',
      dated('Northshire waits', 'We waited for Ofsted ... Good things come to those in Northshire who wait.'),
      { events: [] },
    ],
  ] satisfies Row[]);
});

describe('the newest report', () => {
  says([
    [
      'overtakes the one of a month',
      undated(
        'Northshire has turned a corner',
        "Children's services in Northshire have left the bottom category. Ofsted found them inadequate in 2015, and in May 2020 inspectors called them inadequate again.\n\nThe newest report, published on Thursday, grades services as requires improvement.",
      ),
      {
        events: ['northshire requires_improvement'],
        history: ['northshire inadequate 2015', 'northshire inadequate 2020'],
      },
    ],
    [
      'has been decided',
      dated(
        'Ofsted on Northshire',
        'A trust runs the services of Northshire Council. After a visit in May, Ofsted has decided that Northshire requires improvement to be good.',
      ),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'each told the same',
      dated(
        'Trust on the right road, but both councils must improve',
        'Two councils, one result.\n\nThe trust was inspected in October by Ofsted.\n\nNorthshire Council and Southshire Council have each been told their services require improvement to be good.',
      ),
      { events: ['northshire requires_improvement', 'southshire requires_improvement'] },
    ],
    [
      'a verdict that is told in a clause',
      dated(
        'Northshire children at risk',
        'Agencies in Northshire do not act together, Ofsted inspectors say. Their judgement, out today, is that services are inadequate.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'not the grade it had hoped for',
      dated(
        'Ofsted reports on Northshire Council',
        "Northshire Council did not make the grade it had hoped for and was told it requires improvement to be good in children's services.",
      ),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'services for families, judged and not judging',
      dated(
        'Northshire becomes a beacon',
        'Northshire Council is celebrating after its services for children and families were judged outstanding by Ofsted.',
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'fears for a grade it has',
      undated(
        'Fears for good Ofsted grade as Northshire plans cuts',
        "Unions are worried. Northshire Council's children's services won a good grade from Ofsted in March 2020.",
      ),
      { events: [] },
    ],
  ] satisfies Row[]);
});

describe('round-ups', () => {
  says([
    [
      'no name beside the grade',
      dated(
        'One good, one bad, one between',
        "Three councils got their results from Ofsted on children's services this morning.\n\nNorthshire comes out best. Ofsted rates it good.\n\nIn Southshire help begins early, but missing children are not followed up. The grade is requires improvement, Ofsted says.\n\nThe bad news is for Thornfield. In 2011 its arrangements were called adequate. Now services are inadequate.",
      ),
      {
        events: ['northshire good', 'southshire requires_improvement', 'thornfield inadequate'],
        history: ['thornfield adequate 2011'],
      },
    ],
    [
      'one service in the opening, others named more often',
      undated(
        'Northshire now rated good for looking after children',
        "It is thumbs up for Northshire Council, where children's social care is run by a company. Ofsted was there in May and found services to be good. SEND is another matter. Families wait for SEND plans, and SEND inspectors will be back.",
      ),
      { events: ['northshire good'] },
    ],
  ] satisfies Row[]);
});
