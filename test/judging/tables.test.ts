/** Tables with a column a year: the newest is the news, the older ones are what was. */
import { describe } from 'vitest';
import { says } from './support.ts';

const OPENING = 'Ofsted has published its report on children’s services at Northshire County Council.';
const table = (...lines: string[]) => ({
  title: 'Report published',
  text: `${OPENING}\n\n${lines.join('\n')}\n\nThe leader thanked the staff.`,
  published: '2024-06-03',
});

describe('a column a year', () => {
  says([
    [
      'newest last',
      table('Area | 2019 | 2024', 'Impact of leaders | Inadequate | Good', 'Overall effectiveness | Inadequate | Good'),
      {
        events: ['northshire good'],
        areas: ['leaders good'],
        history: ['northshire inadequate 2019'],
        direction: 'up',
      },
    ],
    [
      'newest first',
      table(
        'Judgement | 2024 | 2019',
        'Overall effectiveness | Inadequate | Good',
        'Impact of leaders | Good | Outstanding',
      ),
      {
        events: ['northshire inadequate'],
        areas: ['leaders good'],
        history: ['northshire good 2019'],
        direction: 'down',
      },
    ],
    [
      'three inspections, and an area that was not judged before',
      table(
        'Area | 2017 | 2020 | 2024',
        'Overall effectiveness | Inadequate | Requires improvement | Good',
        'Care leavers | – | – | Outstanding',
      ),
      {
        events: ['northshire good'],
        areas: ['care_leavers outstanding'],
        history: ['northshire inadequate 2017', 'northshire requires_improvement 2020'],
      },
    ],
    [
      'without marks between the cells',
      table('Area\t2019\t2024', 'Overall effectiveness\tInadequate\tGood', 'Impact of leaders\tGood\tOutstanding'),
      { events: ['northshire good'], areas: ['leaders outstanding'], history: ['northshire inadequate 2019'] },
    ],
    [
      'each cell on a line of its own',
      table(
        'Area',
        '2019',
        '2024',
        'Overall effectiveness',
        'Inadequate',
        'Good',
        'Impact of leaders',
        'Good',
        'Outstanding',
      ),
      { events: ['northshire good'], areas: ['leaders outstanding'], history: ['northshire inadequate 2019'] },
    ],
    [
      'a row a council',
      {
        title: 'Ofsted ratings of children’s services',
        text: 'Council | 2019 | 2024\nNorthshire | Good | Outstanding\nSouthshire | Inadequate | Good',
        published: '2024-06-03',
      },
      {
        events: ['northshire outstanding', 'southshire good'],
        history: ['northshire good 2019', 'southshire inadequate 2019'],
      },
    ],
    [
      'two years of a sentence are no columns',
      table('Homes closed in 2019 and again in 2024.', 'Impact of leaders | Good', 'Overall effectiveness | Good'),
      { events: ['northshire good'], areas: ['leaders good'], history: [] },
    ],
  ]);
});
