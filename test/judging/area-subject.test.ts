/** Areas that a sentence is about, though other words stand between them and their grade. */
import { describe } from 'vitest';
import { says } from './support.ts';

const good = (text: string) => ({
  title: 'Ofsted report on Northshire',
  text: `Ofsted has rated Northshire's children's services good, in a report published today. ${text}`,
});

describe('the area that a sentence is about', () => {
  says([
    ['came out lower', good('Leadership came out lower still at ‘inadequate’.'), { areas: ['leaders inadequate'] }],
    ['ends up', good('Adoption work fared no better and no worse at requires improvement.'), { areas: [] }],
    [
      'taken up after a colon',
      good('Adoption is where most remains to be done: it, too, requires improvement.'),
      { areas: ['adoption requires_improvement'] },
    ],
    [
      'carried to the next sentence',
      good('Only adoption lags. It was told that it requires improvement.'),
      { areas: ['adoption requires_improvement'] },
    ],
    [
      'not carried where the council is spoken of',
      good('Adoption pleased the council. It was inadequate in 2018.'),
      { areas: [], history: ['northshire inadequate'] },
    ],
    [
      'the exception',
      good(
        'The exception was help for care leavers, where more is to be done about homes and the grade was requires improvement.',
      ),
      { areas: ['care_leavers requires_improvement'] },
    ],
    [
      'one strand of several',
      good('One strand, adoption, came off a little less well and required improvement.'),
      { areas: ['adoption requires_improvement'] },
    ],
    [
      'an exception to something else',
      good('The only complaint was about adoption. Last time the grade was inadequate.'),
      { areas: [], history: ['northshire inadequate'] },
    ],
  ]);
});

describe('lists of areas', () => {
  says([
    [
      'parted by semicolons',
      good(
        'Every judgement was good: how leaders affect social work; help and protection; and children in care and care leavers.',
      ),
      { areas: ['leaders good', 'help_and_protection good', 'children_in_care_and_care_leavers good'] },
    ],
    [
      'as well as',
      good('Help and protection, adoption and care leavers, as well as the leadership above them, are all good.'),
      { areas: ['help_and_protection good', 'adoption good', 'care_leavers good', 'leaders good'] },
    ],
    [
      'two thoughts parted by a semicolon',
      good('Adoption is slow, and nobody knows why; leadership is outstanding.'),
      { areas: ['leaders outstanding'] },
    ],
  ]);
});
