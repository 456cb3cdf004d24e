/** Areas in rows that begin with small letters, and in lists whose items are worded each in its own way. */
import { describe } from 'vitest';
import { goodReport, says } from './support.ts';

describe('rows that begin with small letters', () =>
  says([
    [
      'a grade beside a word that it could describe',
      goodReport('The result:\n\nchildren in care - good\ncare leavers - good\nhelp and protection - outstanding'),
      { areas: ['children_in_care good', 'care_leavers good', 'help_and_protection outstanding'] },
    ],
    [
      'with colons and an article',
      goodReport('In full:\n\nchildren in care: good\nthe impact of leaders: outstanding\ncare leavers: good'),
      { areas: ['children_in_care good', 'leaders outstanding', 'care_leavers good'] },
    ],
    [
      'not a line that goes on with prose',
      goodReport('Inspectors say that leadership is outstanding and that they found good\ncare leavers at work.'),
      { areas: ['leaders outstanding'] },
    ],
  ]));
