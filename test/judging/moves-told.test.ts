/** Which way a grade went, as papers tell it without naming the grade before. */
import { describe } from 'vitest';
import { aReport, badReport, goodReport, type Row, says } from './support.ts';

const told = (direction: string | null, of: typeof goodReport, texts: string[]): Row[] =>
  texts.map((text) => [text, of(text), { direction }]);

describe('a better grade than before', () => {
  says(
    told('up', goodReport, [
      'That is two rungs up from the last time.',
      'It moves the county up a rung.',
      'The rating is one better than before.',
      'The county has thus gained a grade.',
      'The department had never been rated so highly.',
      'It is the highest grade that the county has had.',
      'The result marks a step forward from the previous inspection.',
      'It is the first good that the county has been given.',
      'Never before had it done so well.',
      'That is a clear improvement, inspectors say, on the department they saw six years earlier.',
    ]),
  );
});

describe('a worse grade than before', () => {
  says(
    told('down', badReport, [
      'The rating is worse than the one before.',
      'Five years ago the council was rated two grades higher.',
      'The council has thus lost a grade.',
      'Never before had it done so badly.',
    ]),
  );
  says([
    [
      'taken down',
      aReport("Ofsted has taken Northshire's children's services down a grade, to requires improvement."),
      { events: ['northshire requires_improvement'], direction: 'down' },
    ],
    [
      'come down',
      aReport("Ofsted's rating of Northshire's children's services has come down to requires improvement."),
      { events: ['northshire requires_improvement'], direction: 'down' },
    ],
    [
      'a rating cut',
      aReport("Ofsted has cut its rating of Northshire's children's services to inadequate."),
      { events: ['northshire inadequate'], direction: 'down' },
    ],
  ]);
});

describe('the same grade as before', () => {
  says([
    ...told('same', goodReport, [
      'The county has held its ground.',
      'The grade is what it was.',
      'Nothing has altered since the last inspection as far as the grade is concerned.',
      'It repeats the result of the last inspection.',
      'It confirms the rating that the county already had.',
    ]),
    ...told('same', badReport, [
      'It is the second such verdict in four years.',
      'It was the same story in 2019.',
      'It was no different in 2019.',
    ]),
  ]);
});

describe('no move of the grade', () => {
  says([
    ...told(null, goodReport, [
      'The council hopes to go up a grade next time.',
      'The number of children in care has leapt since then.',
      'Its help for care leavers has gone up a grade.',
      'It is the best result for children that he could wish for, the leader said.',
      'Demand has fallen two years running.',
      'Staff can step up to the next level.',
    ]),
  ]);
});

describe('for the first time, or again after years', () => {
  says([
    [
      'never before, and now',
      aReport(
        "Never before had Ofsted thought children's services in Northshire good. Now it does, a report out today shows.",
      ),
      { events: ['northshire good'], history: [], direction: 'up' },
    ],
    [
      'not since a year, and now again',
      aReport(
        "Not since 2009 have Northshire's children's services been called good by Ofsted. They are now, a report out today says.",
      ),
      { events: ['northshire good'], history: ['northshire good 2009'], direction: 'up' },
    ],
    [
      'at last',
      aReport("At last Northshire's children's services are good, Ofsted says in a report published today."),
      { events: ['northshire good'], direction: 'up' },
    ],
  ]);
});
