/** Grades told in asides, by what an inspection ended in, and beside words that seem to say something else. */
import { describe } from 'vitest';
import { dated, says } from './support.ts';

describe('praise is no prize', () =>
  says([
    [
      'wins praise',
      dated(
        'Children’s company wins praise as two councils get Ofsted results',
        'Northshire comes out as outstanding overall for its children’s services. For Southshire the overall grade is good.',
      ),
      { events: ['northshire outstanding', 'southshire good'] },
    ],
    [
      'wins plaudits',
      dated(
        'Northshire wins plaudits for its children’s services',
        'Ofsted rates them outstanding, in a report out today.',
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'wins an award',
      dated('Northshire wins award for its children’s services', 'Ofsted rates them outstanding.'),
      { events: [] },
    ],
  ]));
