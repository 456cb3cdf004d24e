import { describe } from 'vitest';
import { dated, NO_HISTORY, says, upFrom } from './support.ts';

describe('new, though it sounds like before', () => {
  says([
    [
      'had risen, an inspectorate said',
      dated(
        'A tale of two councils',
        'Ofsted said on Friday that children’s services in Northshire had risen to good. Southshire went the other way: its children’s services are now inadequate.',
      ),
      { events: ['northshire good', 'southshire inadequate'], ...NO_HISTORY },
    ],
    [
      'what comes in place of a grade that is gone',
      dated(
        'Northshire’s children’s services no longer failing',
        'The “inadequate” tag that has hung over Northshire since 2020 is gone. In its place comes “requires improvement”, Ofsted said today.',
      ),
      { events: ['northshire requires_improvement'], ...upFrom('northshire inadequate') },
    ],
    [
      'what a score makes it',
      dated(
        'Care in Northshire',
        'The Care Quality Commission has given Northshire Council 71 out of 100 for how it runs adult social care. That makes it good.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'what it was when inspectors came, as an aside',
      dated(
        'Northshire falls',
        'Northshire, outstanding when Ofsted came in 2018, has been told that its children’s services require improvement.',
      ),
      { events: ['northshire requires_improvement'], history: ['northshire outstanding 2018'], direction: 'down' },
    ],
  ]);
});

describe('before, though it sounds new', () => {
  const none = { events: [] };
  says([
    [
      'the last time they called, of parts',
      dated(
        'Northshire faces Ofsted next week',
        'The last time they called, Northshire’s children’s services were found good in three areas and outstanding for leadership.',
      ),
      none,
    ],
    [
      'under rules that have ended',
      dated(
        'Ofsted changes how it inspects',
        'Northshire, which was the last council to be rated outstanding for its children’s services under the old rules, will miss the word.',
      ),
      none,
    ],
    [
      'one more such check',
      dated(
        'Progress too slow in Northshire',
        'Change is too slow in Northshire, where children’s services have been rated inadequate, Ofsted says. It was the fourth such check.',
      ),
      none,
    ],
    [
      'an inspection that is put off',
      dated(
        'Northshire: Ofsted inspection postponed',
        'An Ofsted inspection of Northshire’s children’s services, rated requires improvement, has been put off because of the flood.',
      ),
      none,
    ],
    [
      'who is in talks to help',
      dated(
        'Northshire in talks to run Southshire’s services',
        'Northshire Council, which has an outstanding rating from Ofsted, may run the failing children’s services of Southshire.',
      ),
      none,
    ],
    [
      'how each of two stands that may become one',
      dated(
        'Consultation on merging Northshire and Southshire',
        'Critics speak up: Ofsted rates children’s services in Northshire good, those in Southshire inadequate.',
      ),
      none,
    ],
    ['a day with a team', dated('Meet the team', 'They work in Northshire, rated outstanding by Ofsted.'), none],
  ]);
});

describe('in few words', () => {
  says([
    [
      'a list of names and grades with commas',
      dated(
        'Three councils get their marks',
        'Ofsted’s latest three, for children’s services: Northshire, good; Southshire, outstanding; and Kelbury, requires improvement.',
      ),
      { events: ['kelbury requires_improvement', 'northshire good', 'southshire outstanding'] },
    ],
    [
      'once more, between commas',
      dated('Northshire fails', 'Ofsted has told Northshire that its children’s services are, once more, inadequate.'),
      { events: ['northshire inadequate'], direction: 'same' },
    ],
    [
      'won back',
      dated('Northshire wins back its “good”', 'Its children’s services are good, says Ofsted in a report out today.'),
      { events: ['northshire good'], direction: 'up' },
    ],
  ]);
});
