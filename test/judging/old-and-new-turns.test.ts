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
    ['a day with a team', dated('Meet the team', 'They work in Northshire, rated outstanding by Ofsted.'), none],
  ]);
});
