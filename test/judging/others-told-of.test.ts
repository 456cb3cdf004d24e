/** Councils told of beside the one an article is of, tallies of many, and what else stands round the news of one. */
import { describe } from 'vitest';
import { dated, type Row, says } from './support.ts';

const news =
  "The inspectorate, Ofsted, has declared Northshire's children's services inadequate. The report appeared yesterday. The leader said sorry. Parents were told by letter.";

describe('how others stand is no news beside the one that was judged', () => {
  says([
    [
      'in that part of the country',
      dated(
        'Apology over failures',
        `${news} In the Vale, Southshire is rated as requiring improvement while Kelbury and Thornfield are both good.`,
      ),
      {
        events: ['northshire inadequate'],
        history: ['southshire requires_improvement', 'kelbury good', 'thornfield good'],
      },
    ],
    [
      'told as given too, in news of two',
      dated(
        'Ofsted judges two councils',
        `${news} Ofsted has also rated Southshire's children's services good this week.`,
      ),
      { events: ['northshire inadequate', 'southshire good'] },
    ],
  ] satisfies Row[]);
});

describe('tallies of many', () => {
  says([
    [
      'one council, three and two',
      dated(
        'CQC rates six more councils',
        "One council has been rated outstanding for adult social care, two good and three as requiring improvement, in the CQC's latest reports. Southshire and Kelbury were rated good. Kelbury was two points short of outstanding.",
      ),
      { events: ['southshire good', 'kelbury good'] },
    ],
    [
      'one council that is named',
      dated(
        'CQC rates Northshire',
        'One council, Northshire, has been rated outstanding by the CQC for adult social care.',
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'how many the inspectorate has judged so far',
      dated(
        'How councils fare with the CQC',
        'The CQC has rated 41 councils. Northshire and Southshire show the spread: one is good and the other requires improvement.',
      ),
      { events: [] },
    ],
    [
      'the total that new reports make',
      dated(
        'CQC rates three more councils',
        "New reports take the CQC's total to 55, a third of authorities. Northshire, Southshire and Kelbury were rated good for adult social care.",
      ),
      { events: ['northshire good', 'southshire good', 'kelbury good'] },
    ],
  ] satisfies Row[]);
});

describe('words of other news that are none', () => {
  says([
    [
      'interviews with children',
      dated(
        "Northshire's children's services no longer inadequate",
        'Ofsted says in a report this week that the council still requires improvement. Interviews on return from going missing come late.',
      ),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'what the title says besides',
      dated(
        'Ofsted blow for Northshire as it battles budget gap',
        "Northshire Council has been rated inadequate for children's services.",
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'the budget itself',
      dated(
        'Budget gap at Northshire',
        "Northshire Council's cabinet met on Monday. Ofsted rated its children's services inadequate.",
      ),
      { events: [] },
    ],
    [
      'what was so before ministers acted',
      dated(
        "Minister frees Northshire's children's services",
        'The Government has ended its intervention. Ofsted had re-inspected in May 2022 and moved the council up to requires improvement in a report published in July.',
      ),
      { events: [], history: ['northshire requires_improvement 2022'] },
    ],
    [
      'the help given to people',
      dated(
        'County gets good for adult social care',
        'Northshire County Council has been told by the Care Quality Commission that the help it gives to older and disabled people is good.',
      ),
      { events: ['northshire good'] },
    ],
  ] satisfies Row[]);
});
