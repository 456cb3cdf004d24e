/** Lines that each open with a council: what follows, up to the next such line, is told of it, whatever else its name means. */
import { describe } from 'vitest';
import { dated, says } from './support.ts';

describe('a council that opens a line', () =>
  says([
    [
      'and stands there alone, has what follows',
      dated(
        'Spring verdicts: who went up and who fell',
        'Four councils had their children’s services judged by Ofsted this spring.\n\nNorthshire. Inspectors found services to be good, up from requires improvement.\n\nWading. Outstanding for leaders, good overall.\n\nBury. Still inadequate, and a commissioner will stay.\n\nReading. Requires improvement to be good, as it was in 2019.',
      ),
      {
        events: ['northshire good', 'wading good', 'bury inadequate', 'reading requires_improvement'],
        history: ['northshire requires_improvement', 'reading requires_improvement 2019'],
      },
    ],
    [
      'with a dash or a bracket behind it, and what it was before',
      dated(
        'Where the verdicts went',
        'Ofsted has published the outcome of four inspections of children’s services.\n\n• Kelbury – Good in three areas and overall; care leavers outstanding\n• Bury – Requires improvement, no change\n• Northshire – Inadequate; it was good before\n• Reading (inspected in May): outstanding overall',
      ),
      {
        events: ['kelbury good', 'bury requires_improvement', 'northshire inadequate', 'reading outstanding'],
        areas: ['care_leavers outstanding'],
        history: ['northshire good'],
      },
    ],
    [
      'on the line above what is said of it',
      dated(
        'Children’s services: the month in reports',
        'Ofsted has published three reports this month.\n\nNorthshire\nRated good overall. Inspectors praised leaders.\n\nKelbury\nRated outstanding overall, with care leavers good.\n\nBury\nInadequate. A commissioner will stay.',
      ),
      { events: ['northshire good', 'kelbury outstanding', 'bury inadequate'] },
    ],
    [
      'is no news by that alone',
      dated(
        'News in brief',
        'Bury: A man was held after a crash.\n\nReading: The council’s children’s services have been rated good by Ofsted, which visited in June.\n\nKelbury: A school in the town was rated outstanding.',
      ),
      { events: ['reading good'] },
    ],
    [
      'is none where it may be a word and no other opens one',
      dated(
        'Northshire and its schools',
        'Reading: good going.\n\nChildren’s services at Northshire County Council have been rated good by Ofsted in a report published today.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'is none in other matters',
      dated(
        'Bath star joins Reading',
        'Bath: an outstanding season came to an end.\n\nReading: good going from the pack was not enough.',
      ),
      { events: [], history: [] },
    ],
  ]));
