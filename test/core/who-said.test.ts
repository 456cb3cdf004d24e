/** Who said what, and in which role. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSpeakers } from '../../src/adapters/config/speakers.ts';
import { makeWhoSaid } from '../../src/core/who-said.ts';

const whoSaid = makeWhoSaid(loadSpeakers('config'));
const told = (text: string) =>
  whoSaid(text).map(
    ({ kind, name, quote }) => `${kind}${name ? `, ${name}` : ''}: ${quote.split(' ').slice(0, 3).join(' ')}`,
  );

describe('a quotation has its speaker and role', () => {
  const cases: [text: string, said: string[]][] = [
    ['“This is down to our staff,” said Mina Farrow, leader of the council.', ['leader, Mina Farrow: This is down']],
    [
      '“We accept the findings in full,” said Cllr Mina Farrow, the cabinet member for children.',
      ['cabinet-member, Mina Farrow: We accept the'],
    ],
    [
      'Cllr Mina Farrow, cabinet member for children, said: “We accept the findings in full.”',
      ['cabinet-member, Mina Farrow: We accept the'],
    ],
    [
      'Director of children’s services Idris Hale said: "There is much more to do here."',
      ['director, Idris Hale: There is much'],
    ],
    ['Inspectors said leaders “know the families they work with well”.', ['inspector: know the families']],
    ['A spokesperson for Northshire Council said: “We are sorry for what happened.”', ['spokesperson: We are sorry']],
    [
      'Ofsted’s regional director, Ruth Penny-Lane, added: “The pace of change is slow.”',
      ['inspector, Ruth Penny-Lane: The pace of'],
    ],
    [
      'The MP for Northshire East, Tom O’Dowd, told the Courier: “Families have been let down.”',
      ['member-of-parliament, Tom O’Dowd: Families have been'],
    ],
    // The same speaker goes on, by pronoun, by surname, in a paragraph of speech alone.
    [
      'Idris Hale, director of children’s services, said: “There is much more to do here.”\n\nHe added: “We begin on Monday morning, all of us.”\n\nMr Hale said: “Staff have been asked to tell us.”',
      [
        'director, Idris Hale: There is much',
        'director, Idris Hale: We begin on',
        'director, Idris Hale: Staff have been',
      ],
    ],
    [
      'The council’s chief executive, Ama Boateng, said:\n\n“We have a plan and the money.\n\n“It starts in the summer term.”',
      ['chief-executive, Ama Boateng: We have a', 'chief-executive, Ama Boateng: It starts in'],
    ],
    // Two speakers in turn.
    [
      '“We accept the findings,” said Mina Farrow, leader of the council.\n\nOpposition leader Jo Stead said: “This was avoidable and costly.”',
      ['leader, Mina Farrow: We accept the', 'leader, Jo Stead: This was avoidable'],
    ],
  ];
  for (const [text, said] of cases) test(text.slice(0, 70), () => expect(told(text)).toEqual(said));
});

describe('nobody without a public role is named', () => {
  const cases = [
    'Mother-of-two Sarah Pell said: “They never once called me back.”',
    '“I was moved five times,” said Kai, 14.',
    'Sarah Pell, 34, told the Courier: “They never once called me back.”',
    'Mina Farrow, leader of the council, apologised.\n\nSarah Pell said: “They never once called me back.”',
    'The report calls it “a service that has lost its way entirely”.',
    'It was described as “good in all areas and getting better”.',
    'He said: “Nothing was ever heard of again.”',
    '“Good” is a word that the leader of the council said often.',
  ];
  for (const text of cases) test(text.slice(0, 70), () => expect(told(text)).toEqual([]));
});

test('a quotation equals its slice of the text, whatever the text', () => {
  const piece = fc.constantFrom(
    '“',
    '”',
    '"',
    '\n',
    ' said ',
    'Mina Farrow, leader of the council,',
    'she added: ',
    'the inspectors',
    ' who came twice in one year',
    '. ',
    ':',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      for (const { quote, start, end } of whoSaid(text)) expect(text.slice(start, end)).toBe(quote);
    }),
  );
});
