/** The grade of the whole beside those of parts, and which of two headline grades an article leads with. */
import { describe } from 'vitest';
import { dated, says } from './support.ts';

const on = (published: string, title: string, text: string) => ({ published, title, text });

describe('the whole, told plainly', () =>
  says([
    [
      'where the parts are graded further down',
      dated(
        'Northshire climbs',
        'Together for Families, the council’s children’s services department, is outstanding. That is what Ofsted finds in Northshire.\n\nThe judgements are: leaders, outstanding; help and protection, outstanding; children in care, good.',
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'and none of a thing that has no parts',
      dated(
        'Ofsted in Northshire',
        'Northshire’s children’s services are an outstanding place to work. Ofsted came in May and looked at leaders, and will look at care leavers.',
      ),
      { events: [] },
    ],
  ]));

describe('of two headline grades', () =>
  says([
    [
      'the second has an overall of its own',
      on(
        '2012-08-24',
        'Northshire: children not safe',
        'Safeguarding services for children in Northshire have been rated inadequate by Ofsted.\n\nThe arrangements for looked after children fared better, with an overall rating of good.',
      ),
      { events: ['northshire inadequate'], areas: ['looked_after_children good', 'safeguarding inadequate'] },
    ],
    [
      'the first is told as “it”',
      on(
        '2010-05-18',
        'Safeguarding in Northshire',
        'An Ofsted team looked at safeguarding in Northshire, and in a report out today says that it is inadequate. Services for looked after children were deemed to be adequate.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'a title that gives both leads with neither',
      on(
        '2011-05-18',
        'Good and outstanding for Northshire’s children’s services',
        'Ofsted’s team gave a good for safeguarding and an outstanding for looked after children.',
      ),
      { events: ['northshire null'] },
    ],
    [
      'a later sentence of the opening that gives both does so too',
      on(
        '2011-05-18',
        'Inspectors in Northshire',
        'Ofsted has been to Northshire.\n\nIts report came out today.\n\nIt judged safeguarding to be good and services for looked after children to be outstanding.',
      ),
      { events: ['northshire null'] },
    ],
  ]));

describe('several', () =>
  says([
    [
      'a council and its neighbour',
      dated(
        'Three verdicts',
        'Northshire and its neighbour Southshire were awarded the top grade by Ofsted for their children’s services this morning. Kelbury was found to be good.',
      ),
      { events: ['northshire outstanding', 'southshire outstanding', 'kelbury good'] },
    ],
    [
      'of which one has another grade in its own sentence',
      dated(
        'Two celebrate',
        'Northshire and Southshire are celebrating, one by leaving special measures and one by joining the small club of “outstanding” children’s services, Ofsted says.\n\nSouthshire now has an “outstanding” judgement.\n\nNorthshire’s services were inadequate in 2019. They have been regraded as “good”.',
      ),
      { events: ['northshire good', 'southshire outstanding'] },
    ],
    [
      'which the title counts in ratings',
      dated(
        'One up and a debut: fresh Ofsted ratings',
        'Ofsted has put out two reports this week. Northshire CC has been lifted to outstanding for its children’s services.\n\nIt was a first inspection for Southshire Council, which gained a good.',
      ),
      { events: ['northshire outstanding', 'southshire good'] },
    ],
  ]));
