/** Areas in the words that join a grade to them: granted for, theirs, another one, apart; and of two councils side by side. */
import { describe } from 'vitest';
import { badReport, goodReport, says } from './support.ts';

const two = (text: string) => ({
  title: 'Two reports',
  text: `Ofsted has published two reports. ${text}`,
  published: '2011-08-19',
});

describe('a grade joined to its area', () =>
  says([
    [
      'by whose support it is',
      goodReport('Inspectors kept their highest praise for care leavers, whose support was outstanding.'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'by a verb after it',
      goodReport('A step up to outstanding was granted for children in care.'),
      { areas: ['children_in_care outstanding'] },
    ],
    [
      'by the verb of the one before',
      goodReport(
        'Outstanding went to leadership, good to help and protection and requires improvement to care leavers.',
      ),
      { areas: ['leaders outstanding', 'help_and_protection good', 'care_leavers requires_improvement'] },
    ],
    [
      'by a participle after the comma',
      goodReport('The watchdog was most impressed with the leadership, awarding it outstanding.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'between commas',
      badReport('The lowest mark, inadequate, was for help and protection and the highest, good, for adoption.'),
      { areas: ['help_and_protection inadequate', 'adoption good'] },
    ],
    [
      'as another one',
      goodReport(
        'Children who need help and protection receive a good service, and children in care an outstanding one.',
      ),
      { areas: ['help_and_protection good', 'children_in_care outstanding'] },
    ],
    [
      'after no hesitation',
      goodReport('Inspectors had no hesitation in calling leadership outstanding.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'of areas that are counted first',
      badReport('Two areas, leadership and adoption, bucked the trend with a good.'),
      { areas: ['leaders good', 'adoption good'] },
    ],
    [
      'in the next sentence, as their work',
      badReport('Leaders fared slightly better. Their work was found to require improvement.'),
      { areas: ['leaders requires_improvement'] },
    ],
    [
      'in the next sentence, for them',
      badReport('Care leavers came off a little better. For them it was requires improvement.'),
      { areas: ['care_leavers requires_improvement'] },
    ],
    ['yet not denied', goodReport('Nobody there would call leadership outstanding.'), { areas: [] }],
    ['nor a speech', goodReport('The speech of the leader was an outstanding one.'), { areas: [] }],
    ['nor what families say', goodReport('Adoptive families call their social workers outstanding.'), { areas: [] }],
  ]));

describe('which areas the lowest grade was given to', () =>
  says([
    [
      'where all but one were failing',
      badReport(
        'They are inadequate on every count bar one. Child protection, leadership and the offer to care leavers were all failing. Adoption alone requires improvement.',
      ),
      {
        events: ['northshire inadequate'],
        areas: [
          'leaders inadequate',
          'help_and_protection inadequate',
          'care_leavers inadequate',
          'adoption requires_improvement',
        ],
      },
    ],
    [
      'where they were found wanting',
      badReport('It was inadequate in three areas. Leadership, child protection and adoption were all found wanting.'),
      { areas: ['leaders inadequate', 'help_and_protection inadequate', 'adoption inadequate'] },
    ],
    [
      'where they fell short',
      badReport('The county was inadequate in every category. Child protection and adoption both fell short.'),
      { areas: ['help_and_protection inadequate', 'adoption inadequate'] },
    ],
    [
      'yet not where no areas were counted',
      badReport('Leadership and adoption were all failing three years ago.'),
      { areas: [] },
    ],
    [
      'nor of a good grade',
      goodReport('It was good in three areas. Leadership and adoption both fell short of what parents want.'),
      { areas: [] },
    ],
  ]));

describe('two councils side by side', () =>
  says([
    [
      'each with its own of the same area, and one grade in both',
      two(
        'Northshire’s safeguarding services were judged good. Southshire’s were adequate. Their work with looked after children is good in both counties.',
      ),
      {
        events: ['northshire good', 'southshire adequate'],
        areas: [
          'safeguarding good',
          'safeguarding adequate',
          'looked_after_children good',
          'looked_after_children good',
        ],
      },
    ],
    [
      'with more said of the first',
      two(
        'Northshire’s safeguarding services came out as good, with an outstanding capacity for improvement. Southshire’s were inadequate. Help for looked after children was adequate in both places.',
      ),
      {
        events: ['northshire good', 'southshire inadequate'],
        areas: [
          'safeguarding good',
          'capacity_for_improvement outstanding',
          'safeguarding inadequate',
          'looked_after_children adequate',
          'looked_after_children adequate',
        ],
      },
    ],
    [
      'and their whole services where no area was spoken of',
      {
        title: 'Two reports',
        text: 'Ofsted has published two reports. Northshire’s children’s services were judged good. Southshire’s were inadequate.',
        published: '2024-06-14',
      },
      { events: ['northshire good', 'southshire inadequate'], areas: [] },
    ],
  ]));
