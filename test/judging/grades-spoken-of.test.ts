import { describe } from 'vitest';
import { dated, NO_HISTORY, says, upFrom } from './support.ts';

const none = { events: [], history: [] };

/** A grade as such, which nobody was given. */
describe('what grades are like', () => {
  says([
    [
      'hard to come by',
      'An Ofsted inspector told Northshire Council that a grade of outstanding is hard to win.',
      none,
    ],
    [
      'a rating that is hard to come by',
      'Northshire Council waits for Ofsted to report on its children’s services. A good rating is difficult to get, said its leader.',
      none,
    ],
    [
      'what they lead to',
      'Ofsted grades of inadequate lead to commissioners, children’s services staff in Northshire heard.',
      none,
    ],
    [
      'what it may do',
      'A grade of inadequate can cost Northshire Council its children’s services, a talk on Ofsted was told.',
      none,
    ],
    [
      'a grade that is given, and was hard to get',
      'Ofsted has given Northshire’s children’s services a grade of outstanding. It is hard to win.',
      { events: ['northshire outstanding'] },
    ],
  ]);
});

/** One more of the same kind, given or hoped for. */
describe('another', () => {
  const another = (words: string) => dated('Northshire Council', `${words} from Ofsted for its children’s services.`);
  says([
    [
      'is celebrated',
      another('Northshire Council is celebrating another outstanding rating'),
      { events: ['northshire outstanding'] },
    ],
    ['is given', another('Northshire Council has got another good grade'), { events: ['northshire good'] }],
    ['is hoped for', another('Northshire Council hopes to be given another good rating'), none],
    ['is wanted', another('Northshire Council wants another outstanding rating'), none],
  ]);
});

describe('in other turns', () => {
  says([
    [
      'not good enough',
      dated(
        'Ofsted on Northshire',
        'Children’s services in Northshire are not good enough and require improvement, Ofsted says in a report out today.',
      ),
      { events: ['northshire requires_improvement'], ...NO_HISTORY },
    ],
    [
      'no change to a grade',
      dated(
        'Ofsted on Northshire',
        'There is no change to the inadequate grade of Northshire’s children’s services, a report out today says.',
      ),
      { events: ['northshire inadequate'], direction: 'same' },
    ],
    [
      'a grade that follows what was done',
      'Ofsted has criticised Northshire Council’s children’s services, giving them its lowest grade.',
      { events: ['northshire inadequate'] },
    ],
    [
      'those of two councils',
      dated(
        'Ofsted reports on two councils’ children’s services',
        'Both were inspected in May. Those in Northshire were rated good and those in Southshire inadequate.',
      ),
      { events: ['northshire good', 'southshire inadequate'] },
    ],
    [
      'years on from a grade',
      dated(
        'Ofsted on Northshire',
        'Three years on from inadequate, Northshire’s children’s services have been rated good by Ofsted today.',
      ),
      { events: ['northshire good'], ...upFrom('northshire inadequate') },
    ],
  ]);
});
