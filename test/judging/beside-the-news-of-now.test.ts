/** The grade of before, told in a clause or a sentence of its own beside the news: neither takes its time from the other. */
import { describe } from 'vitest';
import { aReport, badReport, dated, goodReport, NO_HISTORY, type Row, says, upFrom } from './support.ts';

const WAS_INADEQUATE = upFrom('northshire inadequate');
const IN_2019 = upFrom('northshire inadequate 2019');
const rated = (rest: string) => aReport(`Ofsted has rated Northshire's children's services good${rest}`);
const GOOD = { events: ['northshire good'] };

describe('a clause of another time behind the news', () => {
  const rest: readonly [string, object][] = [
    [', and in 2019 the council was inadequate.', IN_2019],
    [', and the previous verdict, from 2019, was inadequate.', IN_2019],
    [', while the word in 2019 had been inadequate.', IN_2019],
    ['; in 2019 the word was inadequate.', IN_2019],
    [', and Northshire emerged from its 2019 inspection with inadequate.', IN_2019],
    [', but when inspectors last came, in 2019, it was inadequate, when its director quit.', IN_2019],
    [', ending five years as inadequate.', WAS_INADEQUATE],
    [', after five years of being inadequate.', WAS_INADEQUATE],
    [' for a council whose last rating, in 2019, was inadequate.', { history: ['northshire inadequate 2019'] }],
    // what is told in brackets, or with the same time, stays with its grade
    [' (it was inadequate in 2019).', IN_2019],
  ];
  says(rest.map(([text, said]): Row => [text, rated(text), { ...GOOD, ...said }]));
});

describe('a sentence of another time beside the news', () => {
  const rows: readonly [string, object][] = [
    ['The grade before was inadequate.', WAS_INADEQUATE],
    ['The outgoing rating was inadequate.', WAS_INADEQUATE],
    ['The service held an inadequate rating for five years.', WAS_INADEQUATE],
    ['An inadequate grade had stood since 2019.', IN_2019],
    ['It went into the inspection rated inadequate.', WAS_INADEQUATE],
    ['By contrast, when inspectors last came, the council was inadequate.', WAS_INADEQUATE],
    ['By contrast, until this week the council was inadequate.', WAS_INADEQUATE],
    ['The new grade replaces the inadequate one from 2019.', { history: ['northshire inadequate 2019'] }],
  ];
  says(rows.map(([text, said]): Row => [text, goodReport(text), { ...GOOD, ...said }]));
});

says([
  [
    'years before it open the sentence',
    aReport(
      "After five years as inadequate, Northshire Council has been given a good rating by Ofsted for its children's services.",
    ),
    { ...GOOD, ...WAS_INADEQUATE },
  ],
  [
    'who left when it was so is no news of its own',
    dated(
      'Ofsted report on Northshire',
      "Northshire was inadequate in 2019, when its director quit. Now Ofsted has rated Northshire's children's services good.",
    ),
    { ...GOOD, ...IN_2019 },
  ],
  [
    'each with its own time ago',
    badReport('It was good eight years ago and outstanding four years ago.'),
    { history: ['northshire good 2016', 'northshire outstanding 2020'], direction: 'down' },
  ],
  [
    'a clause of then that names no grade',
    rated(', and according to the report, a year ago the council feared worse.'),
    { ...GOOD, ...NO_HISTORY },
  ],
  [
    'counter: a director who quits is the news',
    dated('Northshire news', "The director quit on Friday. Ofsted rated Northshire's children's services inadequate."),
    { events: [] },
  ],
  ['counter: a part of the work', badReport('They marked that part of the work as good for years.'), NO_HISTORY],
  [
    'counter: an area, for years',
    goodReport('Leadership has been strong for five years and is outstanding.'),
    { ...GOOD, ...NO_HISTORY },
  ],
  ['counter: the same grade', rated(', and it has been a long road since 2019.'), { ...GOOD, ...NO_HISTORY }],
]);
