/** The same grade as in another year, grades a council would not have got, and grades it can now call its own. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, says, upFrom } from './support.ts';

describe('the same then', () => {
  const then = (text: string) => dated("Northshire's children's services, by Ofsted", text);
  says([
    [
      'what it was told',
      then(
        "The authority was told that it 'requires improvement to be good', which is what it was told in 2015 and again in 2019.",
      ),
      {
        events: ['northshire requires_improvement'],
        history: ['northshire requires_improvement 2015', 'northshire requires_improvement 2019'],
        direction: 'same',
      },
    ],
    [
      'what it was called',
      then('Northshire Council is good, Ofsted has said, which is what it was called in 2018.'),
      { events: ['northshire good'], history: ['northshire good 2018'], direction: 'same' },
    ],
    [
      'the very word',
      then("Northshire's services have been rated inadequate by Ofsted, the very word that was used in 2016 and 2021."),
      { events: ['northshire inadequate'], history: ['northshire inadequate 2016', 'northshire inadequate 2021'] },
    ],
    [
      'when the result was the same',
      goodReport('It was the first full inspection since 2017, when the result was the same.'),
      { history: ['northshire good 2017'], direction: 'same' },
    ],
    [
      'when the verdict was no different',
      badReport('It is the first inspection since 2019, when the verdict was no different.'),
      { history: ['northshire inadequate 2019'], direction: 'same' },
    ],
    [
      'it was another thing that was the same',
      badReport('It is the first inspection since 2019, when the director was the same.'),
      { history: [], direction: null },
    ],
    [
      'both are of before',
      dated(
        'A look back at Northshire',
        "Ofsted told the council that its children's services required improvement in 2019, which is what it had told it in 2015.",
      ),
      { events: [] },
    ],
  ]);
});

describe('would never have got it', () => {
  const carers = (text: string) => dated('Carers to get more', `Northshire's foster carers will get more. ${text}`);
  says([
    [
      'it has it',
      carers(
        'Without them Northshire would never have got its outstanding judgement from Ofsted last summer, she said.',
      ),
      { events: [], history: ['northshire outstanding'] },
    ],
    [
      'and had it in a year',
      carers('The council could not have earned its good rating from Ofsted in 2022 without them, she said.'),
      { events: [], history: ['northshire good 2022'] },
    ],
    [
      'one that it never had',
      carers('Without them the council would never have got an outstanding from Ofsted, and it may yet not.'),
      { events: [], history: [] },
    ],
    [
      'good days are no grade',
      carers('“We’ve had good days and we’ve had days that went on for a week,” said one.'),
      { events: [], history: [] },
    ],
  ]);
});

describe('told as news, or in passing', () => {
  says([
    [
      'it can call them so',
      dated(
        "Northshire is Outstanding (and that's official)",
        "The borough of Northshire can call its children's services Outstanding from this week, after Ofsted gave them the highest mark there is. Five years ago they were Good.",
      ),
      { events: ['northshire outstanding'], ...upFrom('northshire good') },
    ],
    [
      'it hopes that it can',
      dated(
        'Waiting',
        "Northshire hopes that it can call its children's services outstanding after Ofsted comes back.",
      ),
      { events: [], history: [] },
    ],
    [
      'a finding at the end of its sentence',
      dated(
        "Watchdog slams Northshire over 'long' delays",
        "Children's services at Northshire Council are 'inadequate' and have slid for years, an Ofsted inspection has found.",
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'one of a year long past',
      dated(
        'Leader speaks on buses',
        "Northshire's children's services are inadequate, an Ofsted inspection found in 2019.",
      ),
      { events: [], history: ['northshire inadequate 2019'] },
    ],
    [
      'inspected in another season, beside the news of others',
      dated(
        'Two councils move up the ratings',
        "Northshire's children's services have been judged outstanding by Ofsted, while Southshire's have gone up to good. Both were inspected in May. Leadership was praised at Northshire. Southshire has more carers. Kelbury Council, inspected in the autumn and found inadequate, waits to hear whether it will get a commissioner.",
      ),
      { events: ['northshire outstanding', 'southshire good'], history: ['kelbury inadequate'] },
    ],
  ]);
});
