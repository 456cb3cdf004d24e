/** Grades told by their place on the scale, the same grade of a neighbour, and what a council was before its verb comes. */
import { describe } from 'vitest';
import { dated, goodReport, NO_HISTORY, says, upFrom } from './support.ts';

describe('a grade told by its place on the scale', () => {
  const top = (text: string) =>
    dated('Top marks', `Ofsted has given Northshire's children's services the top rating. ${text}`);
  says([
    [
      'one notch below the top',
      top('Five years ago the council was one notch below the top grade.'),
      upFrom('northshire good'),
    ],
    ['a step away from it', top('In 2019 they were a step away from outstanding.'), upFrom('northshire good')],
    [
      'two rungs below it',
      top('In 2019 it was two rungs below the highest rating.'),
      upFrom('northshire requires_improvement'),
    ],
    [
      'one above the bottom',
      goodReport('Three years ago it was one rung above the lowest rating.'),
      upFrom('northshire requires_improvement'),
    ],
    ['the lowest', goodReport('Three years ago it was given the lowest rating.'), upFrom('northshire inadequate')],
    ['just short of it is no grade', top('Four years ago it fell just short of the highest rating.'), NO_HISTORY],
  ]);
});

describe('a neighbour is said to have the same grade', () => {
  const beside = (text: string) =>
    dated(
      'Northshire is outstanding, says Ofsted',
      `Northshire's children's services have been rated outstanding by Ofsted. Leadership was outstanding and help and protection good. ${text}`,
    );
  const same = { events: ['northshire outstanding'], history: ['southshire outstanding'] };
  says([
    [
      'of the whole, though parts were told of since',
      beside('Nearby Southshire was given the same grade last year.'),
      same,
    ],
    ['with the year', beside('Southshire next door achieved the same rating in 2022.'), same],
    ['long held', beside('Southshire has held that rating since 2021.'), same],
    [
      'beside another neighbour',
      beside('Neighbouring Southshire got the same rating last year, while Kelbury was rated good in 2022.'),
      { events: ['northshire outstanding'], history: ['southshire outstanding', 'kelbury good'] },
    ],
    [
      'of the council named last',
      beside('Kelbury was judged good in 2021. Southshire got the same rating a year later.'),
      { events: ['northshire outstanding'], history: ['southshire good', 'kelbury good'] },
    ],
    [
      'a team of six is no count of councils',
      dated(
        "Northshire's children's services are outstanding",
        'Ofsted has judged children’s services in Northshire to be outstanding. A team of six examined the help given to care leavers (good). Southshire, for which Northshire runs some services, was not seen.',
      ),
      { events: ['northshire outstanding'], ...NO_HISTORY },
    ],
    [
      'a council with which another shares a director',
      goodReport('Southshire Council, with which Northshire shares a director, was rated inadequate last summer.'),
      { events: ['northshire good'], history: ['southshire inadequate'] },
    ],
  ]);
});

describe('what a council was before the verb of its sentence comes', () => {
  const told = (text: string) =>
    dated(
      'Ofsted reports',
      `${text} Northshire Council's children's services were visited for two weeks in the autumn.`,
    );
  const good = { events: ['northshire good'], ...NO_HISTORY };
  says([
    [
      'when inspectors last came',
      told('A council that was told it had to improve when inspectors last came has been judged good by Ofsted.'),
      good,
    ],
    [
      'the last time Ofsted called',
      told('A county where children waited too long the last time Ofsted called has been rated good.'),
      good,
    ],
    [
      'on their previous visit',
      told('Services that alarmed inspectors on their previous visit have been judged good by Ofsted.'),
      good,
    ],
    [
      'its own earlier grade is of before',
      told('A council that was rated inadequate when inspectors last came has been judged good by Ofsted.'),
      { events: ['northshire good'], history: ['northshire inadequate'] },
    ],
    [
      'a grade of the time before',
      told(
        'When inspectors last came, Northshire was judged inadequate by Ofsted. Now its children’s services are good.',
      ),
      { events: ['northshire good'], history: ['northshire inadequate'] },
    ],
  ]);
});

describe('a grade that a question takes for granted', () => {
  const asked = (text: string) => dated('What we pay for', `People on the doorstep ask me the same thing. ${text}`);
  const known = { events: [], history: ['northshire inadequate'] };
  says([
    [
      'why',
      asked("If Northshire's children's services are inadequate, why is the director still in post? Ofsted was plain."),
      known,
    ],
    [
      'how come',
      asked("If Ofsted has found Northshire's children's services inadequate, how come nobody left?"),
      known,
    ],
    [
      'as they say',
      asked("If Northshire's children's services are inadequate, as Ofsted says, the fault is ours."),
      known,
    ],
    [
      'what comes if it should be',
      asked("If Northshire's children's services are rated inadequate by Ofsted, the trust will go."),
      { events: [], history: [] },
    ],
    [
      'what happens then',
      asked("What happens if Northshire's children's services are rated inadequate by Ofsted?"),
      { events: [], history: [] },
    ],
  ]);
});

describe('one half of an inspection', () => {
  const half = (text: string) => ({
    title: 'Safeguarding failings in Northshire exposed',
    text: `Safeguarding in Northshire is "inadequate", according to a report published today by Ofsted. ${text}`,
    published: '2010-04-23',
  });
  const both = { areas: ['safeguarding inadequate', 'looked_after_children adequate'], history: [] };
  says([
    [
      'that half',
      half('Things are better for looked after children. That half of the inspection came out as adequate.'),
      both,
    ],
    [
      'that side',
      half('Things are better for looked after children. That side of the work was found to be adequate.'),
      both,
    ],
    [
      'of nothing that is named, it is not the whole',
      half('The other team fared better. That half of the review came out as adequate.'),
      { events: ['northshire inadequate'], history: [], direction: null },
    ],
  ]);
});
