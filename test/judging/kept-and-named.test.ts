/** Grades that are kept, or named a second way; services whose name lists areas; years told without a date. */
import { describe } from 'vitest';
import { dated, NO_HISTORY, riReport, says } from './support.ts';

const undated = (title: string, text: string) => ({ title, text });

describe('kept, with the time it was first given', () => {
  says([
    [
      'stays on a grade, and since when',
      dated(
        'Verdict on Northshire',
        'Northshire is to stay on requires improvement for children’s services, the grade it got in 2019, Ofsted said.',
      ),
      {
        events: ['northshire requires_improvement'],
        history: ['northshire requires_improvement 2019'],
        direction: 'same',
      },
    ],
    [
      'is kept in the title already, and the text says since when',
      dated(
        'Northshire holds on to good',
        "Ofsted has reported on Northshire's children's services. Northshire remains good, the rating that it got in 2019.",
      ),
      { events: ['northshire good'], history: ['northshire good 2019'], direction: 'same' },
    ],
    [
      'remains at a grade',
      dated(
        'Verdict on Northshire',
        "Ofsted's report is out: children's services in Northshire remain at good, as they have since 2018.",
      ),
      { events: ['northshire good'], direction: 'same' },
    ],
    [
      'had then, and keeps',
      dated(
        'Three reports in a week',
        "Ofsted has published reports on children's services at three councils. Northshire, good in 2019, keeps that rating. Southshire has been rated outstanding. Kelbury is inadequate.",
      ),
      {
        events: ['northshire good', 'southshire outstanding', 'kelbury inadequate'],
        history: ['northshire good 2019'],
      },
    ],
    [
      'the same in two years',
      riReport('The county was given the same grade in 2015 and in 2019.'),
      { history: ['northshire requires_improvement 2015', 'northshire requires_improvement 2019'], direction: 'same' },
    ],
    [
      'had in one year and lost, whoever keeps something else',
      dated(
        'Report on Northshire',
        "Ofsted rated Northshire's children's services good in 2019. It keeps to its plan of two visits a year.",
      ),
      { events: [], history: ['northshire good 2019'] },
    ],
  ]);
});

describe('said to be the lowest there is, and then by name', () => {
  says([
    [
      'the word comes after',
      dated(
        'County in trouble',
        "Ofsted has handed Northshire County Council's children's services the bottom grade of all, inadequate.",
      ),
      { events: ['northshire inadequate'], ...NO_HISTORY },
    ],
    [
      'another grade comes after',
      dated(
        'County out of trouble',
        "Ofsted has lifted Northshire's children's services from its bottom grade to requires improvement.",
      ),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate'], direction: 'up' },
    ],
  ]);
});

describe('a service whose name lists areas', () => {
  says([
    [
      'is graded as a whole',
      dated(
        'Report on Northshire',
        "Ofsted's report on Northshire's services for children in need of help and protection, children looked after and care leavers says that they are inadequate overall.",
      ),
      { events: ['northshire inadequate'], areas: [] },
    ],
    [
      'and beside it areas have grades of their own',
      dated(
        'Report on Northshire',
        'Ofsted rated services for children in need of help and protection, those in care and care leavers in Northshire good. Help for care leavers requires improvement.',
      ),
      { events: ['northshire good'], areas: ['care_leavers requires_improvement'] },
    ],
    [
      'the areas alone are areas',
      dated(
        'Report on Northshire',
        "Ofsted has rated Northshire's children's services good. Help for children in need of help and protection was good, and help for care leavers outstanding.",
      ),
      { areas: ['help_and_protection good', 'care_leavers outstanding'] },
    ],
    [
      'graded one way, and once more for the other',
      dated(
        'Two inspectorates on Northshire',
        'Ofsted and the Care Quality Commission graded Northshire good for safeguarding, and good again for the care given to looked after children.',
      ),
      { areas: ['looked_after_children good', 'safeguarding good'] },
    ],
  ]);
});

describe('last year, in an article without a date', () => {
  says([
    [
      'opens the sentence of the grade before',
      undated(
        'Northshire child protection is on the mend',
        'Ofsted has rated child protection in Northshire adequate. Only last year its safeguarding was found inadequate.',
      ),
      { events: ['northshire adequate'], direction: 'up' },
    ],
    [
      'is when inspectors came',
      undated(
        'Northshire rated good',
        "Ofsted has rated Northshire's children's services good. Last year's visit lasted two weeks.",
      ),
      { events: ['northshire good'], ...NO_HISTORY },
    ],
  ]);
});

describe('grades given out to many under a title that asks', () => {
  says([
    [
      'this morning',
      undated(
        'How did your council do?',
        "Ofsted has this morning given out its yearly grades for children's services. Two councils nearby are outstanding: Northshire and Southshire. Kelbury and Wading are good.",
      ),
      { events: ['northshire outstanding', 'southshire outstanding', 'kelbury good', 'wading good'] },
    ],
    [
      'as they stand',
      undated(
        'How does your council do?',
        "Northshire and Southshire are outstanding for children's services, by Ofsted's grades. Kelbury is good.",
      ),
      { events: [] },
    ],
  ]);
});
