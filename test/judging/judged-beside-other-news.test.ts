/** Verdicts beside other news, in titles that speak of other things, and verdicts of before in news of something else. */
import { describe } from 'vitest';
import { dated, says } from './support.ts';

const undated = (title: string, text: string) => ({ title, text });

describe('the news is the verdict', () =>
  says([
    [
      'just given',
      dated(
        'Northshire: from top to bottom',
        'Once they came from far and wide to see.\n\nIts services for children, held up in 2018 as outstanding, have just been judged inadequate by Ofsted’s people.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'following which intervention ends',
      dated(
        'Northshire set to leave intervention following Ofsted re-inspection',
        'Northshire Council, which was inadequate in 2019, has moved to good for its children’s services.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'that puts them under a spotlight',
      dated(
        'Northshire children’s services put under spotlight by Ofsted',
        'The authority’s overall effectiveness was inadequate, according to a report from Ofsted.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'after which they are criticised',
      dated(
        'Two councils fail again',
        'Two local authorities have been criticised for the slow pace of change in children’s services after being found inadequate by Ofsted for a second time.\n\nThey are Northshire and Southshire.',
      ),
      { events: ['northshire inadequate', 'southshire inadequate'] },
    ],
    [
      'beside what happened last year',
      dated(
        'Northshire: children at risk',
        'Inspectors from Ofsted judged children’s services in Northshire inadequate and said that a reorganisation last year had ended in staff walking out.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'beside what has happened since the last one',
      dated(
        'Ofsted in Northshire',
        'Ofsted said the quality of help had slipped since its last full inspection and rated Northshire’s children’s services as inadequate.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'that those concerned are over the moon about',
      dated(
        'Northshire wins a better rating',
        'Bosses say they are over the moon that Northshire’s children’s services have been deemed good by Ofsted.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'with a score in brackets',
      dated(
        'CQC ratings',
        'Northshire (score: 76) and Bury (70) were both given good by the CQC for adult social care.',
      ),
      { events: ['bury good', 'northshire good'] },
    ],
    [
      'of new ones that a title counts',
      dated(
        'Two new ‘outstanding’ councils, and Kelbury climbs',
        'Ofsted’s reports came out today. Northshire has been rated outstanding for children’s services. Southshire is outstanding overall too. Kelbury now requires improvement, having been inadequate in 2022.',
      ),
      { events: ['kelbury requires_improvement', 'northshire outstanding', 'southshire outstanding'] },
    ],
    [
      'above an offer of the page',
      dated(
        'Northshire still has to get better',
        'Ofsted says that Northshire’s children’s services still require improvement to be good.\n\nThe report was published on Monday.\n\nChildren wait too long for a worker, it says, and plans are short.\n\nThe leader said that the council would get there in time.\n\nParents spoke of long waits and of kind people at the end of them.\n\nLike what you read? Come and join us.',
      ),
      { events: ['northshire requires_improvement'] },
    ],
  ]));

describe('who is named beside them', () =>
  says([
    [
      'is a partner, or came before them',
      dated(
        'Northshire climbs',
        'Ofsted has rated Northshire Council’s children’s services outstanding this week. It is the second to be called so, after Southshire, and works in partnership with Kelbury Council.',
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'is where an agency works',
      dated(
        'Family-run agency in Northshire is outstanding',
        'The agency has held on to its outstanding rating from the Care Quality Commission.',
      ),
      { events: [] },
    ],
  ]));

describe('a title that speaks of what follows or came before', () =>
  says([
    [
      'is of the verdict',
      dated(
        'Commissioner likely as Ofsted fails Northshire again',
        'Inspectors have found children’s services in Northshire inadequate once more.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'two years on',
      dated(
        'Northshire children at risk in damning Ofsted report two years on from tragedy',
        'The council has had its services for children judged inadequate by Ofsted.',
      ),
      { events: ['northshire inadequate'] },
    ],
  ]));

describe('the verdict is of before', () =>
  says([
    [
      'in news of how it came about',
      undated(
        'Councillors want answers',
        'A meeting heard last night how Northshire’s children’s services came to be branded inadequate by Ofsted, and why nobody saw it coming.',
      ),
      { events: [] },
    ],
    [
      'in news of who is to hand over',
      undated(
        'Northshire told to hand over children’s services',
        'Children’s services at the county, which ran out of money in 2018, have been rated inadequate by Ofsted.',
      ),
      { events: [] },
    ],
    [
      'in news of a visit, without a date',
      undated(
        'More to do for Northshire’s children, say Ofsted',
        'Inspectors have been back to see children’s services in Northshire. Services were rated inadequate in all areas in May 2019.',
      ),
      { events: [] },
    ],
  ]));
