/** Councils taken up together, one grade after another, and what a council beside the one told of has. */
import { dated, type Row, says } from './support.ts';

const three = (
  sentence: string,
  history: string[] = ['northshire inadequate 2015', 'southshire inadequate 2015', 'kelbury inadequate 2015'],
): Row => [
  sentence,
  dated(
    "Trusts are no cure for failing children's services",
    `Northshire and Southshire have one and Kelbury is to get one. But is a trust the answer to a dire Ofsted report on children's services? ${sentence} A trust can set its own pay.`,
  ),
  { events: [], history },
];
const two = (
  sentence: string,
  history: string[] = ['northshire inadequate 2015', 'southshire inadequate 2015'],
): Row => [
  sentence,
  dated(
    "Trusts are no cure for failing children's services",
    `Northshire and Southshire have one. But is a trust the answer to a dire Ofsted report on children's services? ${sentence} A trust can set its own pay.`,
  ),
  { events: [], history },
];
const later = (sentence: string, history: string[]): Row => [
  sentence,
  dated(
    'LETTER: no wonder that families in Northshire have lost faith',
    `Sir, Ofsted comes and goes and so do the managers of children's services. ${sentence} We have been promised new brooms.`,
  ),
  { events: [], history },
];
const partner = (sentence: string, history: string[]): Row => [
  sentence,
  dated(
    'An unlikely marriage',
    `The running of Northshire's children's services was handed to its neighbour last summer. Northshire had been judged inadequate by Ofsted in 2018. ${sentence} People laughed.`,
  ),
  { events: [], history: ['northshire inadequate 2018', ...history] },
];
const cqc = (sentence: string, history: string[]): Row => [
  sentence,
  dated(
    "Adult social care in Northshire 'requires improvement'",
    `In its first assessment of the council's adult services, the Care Quality Commission rated Northshire Council as requires improvement. There was a backlog of 340 people. ${sentence} A report goes to cabinet on Monday.`,
  ),
  { events: ['northshire requires_improvement'], history },
];
const near = (sentence: string, history: string[]): Row => [
  sentence,
  dated(
    'Top marks for adult social care in Northshire',
    `The Care Quality Commission has rated adult social care in Northshire outstanding, the best of four grades. Just a handful of town halls share it. ${sentence} Assessors found that carers were seen as experts.`,
  ),
  { events: ['northshire outstanding'], history },
];
says([
  three('The three councils were each rated inadequate in 2015, and each has lost its services.'),
  three('The three were rated inadequate in 2015.'),
  three('All three were rated inadequate in 2015.'),
  three('All three councils had been rated inadequate in 2015.'),
  three('Each of the three was rated inadequate in 2015.'),
  three('Those three authorities were judged inadequate in 2015.'),
  three('Ofsted judged all three inadequate in 2015.'),
  three('Ofsted rated each of the three councils inadequate in 2015.'),
  three('The trio were all found to be inadequate in 2015.'),
  three('In 2015 the three councils were all rated inadequate.'),
  two('Both councils were rated inadequate in 2015.'),
  two('Both were rated inadequate in 2015.'),
  two('The two councils were both rated inadequate in 2015.'),
  two('The pair were rated inadequate in 2015.'),
  two('Ofsted rated both inadequate in 2015.'),
  three('Four councils were rated inadequate in 2015.', []),
  three('The three worst councils were rated inadequate in 2015.', []),
  three('Three councils were rated inadequate in 2015.', []),
  later('This is the authority that was inadequate in 2015 and then, three years later, inadequate again.', [
    'northshire inadequate 2015',
    'northshire inadequate 2018',
  ]),
  later('The council was inadequate in 2015 and, three years later, inadequate again.', [
    'northshire inadequate 2015',
    'northshire inadequate 2018',
  ]),
  later('It was rated inadequate in 2015 and again three years later.', [
    'northshire inadequate 2015',
    'northshire inadequate 2018',
  ]),
  later('It was rated inadequate in 2015 and once more in 2018.', [
    'northshire inadequate 2015',
    'northshire inadequate 2018',
  ]),
  later('The council was inadequate in 2015, then inadequate again in 2018.', [
    'northshire inadequate 2015',
    'northshire inadequate 2018',
  ]),
  later('It was inadequate in 2015 and, by 2018, inadequate yet again.', [
    'northshire inadequate 2015',
    'northshire inadequate 2018',
  ]),
  later('It was inadequate in 2015 and then, three years later, merely required improvement.', [
    'northshire inadequate 2015',
    'northshire requires_improvement 2018',
  ]),
  later('It was good in 2015, and three years later inadequate.', [
    'northshire good 2015',
    'northshire inadequate 2018',
  ]),
  [
    'send letters',
    {
      title: 'LETTER: is it any wonder that families in Northshire have lost faith?',
      text: "Send letters to the editor, with your name and address\n\nSo the leader of Northshire County Council says he is confident about children's services. This is the authority that was inadequate in 2015 and then, three years later, inadequate again.",
    },
    { events: [], history: ['northshire inadequate 2015', 'northshire inadequate 2018'] },
  ],
  partner('Southshire, which requires improvement itself, might not look the obvious helper.', [
    'southshire requires_improvement',
  ]),
  partner('Southshire, which itself requires improvement, might not look the obvious helper.', [
    'southshire requires_improvement',
  ]),
  partner('Southshire, which requires improvement too, might not look the obvious helper.', [
    'southshire requires_improvement',
  ]),
  partner('Southshire, itself inadequate, might not look the obvious helper.', ['southshire inadequate']),
  partner('Southshire, which is inadequate itself, might not look the obvious helper.', ['southshire inadequate']),
  partner('Southshire, only good itself, might not look the obvious helper.', ['southshire good']),
  partner('Southshire, whose own services require improvement, might not look the obvious helper.', [
    'southshire requires_improvement',
  ]),
  partner('Southshire, rated as requiring improvement, might not look the obvious helper.', [
    'southshire requires_improvement',
  ]),
  partner('Southshire requires improvement itself and might not look the obvious helper.', [
    'southshire requires_improvement',
  ]),
  partner('Southshire, a council that requires improvement, might not look the obvious helper.', [
    'southshire requires_improvement',
  ]),
  cqc("The borough's children's services hold the same rating from Ofsted, given in 2023.", [
    'northshire requires_improvement 2023',
  ]),
  cqc("The council's children's services have the same rating from Ofsted.", ['northshire requires_improvement']),
  cqc("Its children's services got the same grade from Ofsted in 2023.", ['northshire requires_improvement 2023']),
  cqc("Ofsted gave its children's services the same grade in 2023.", ['northshire requires_improvement 2023']),
  cqc("Children's services in the borough were given the same verdict by Ofsted in 2023.", [
    'northshire requires_improvement 2023',
  ]),
  cqc("Its children's services carry that label too, pinned on them by Ofsted in 2023.", [
    'northshire requires_improvement 2023',
  ]),
  cqc("The borough's children's services have the same boss.", []),
  near('Neighbouring Southshire was judged good last year and Kelbury requires improvement.', [
    'southshire good 2023',
    'kelbury requires_improvement',
  ]),
  near('Neighbouring Southshire was judged good last year and Kelbury inadequate.', [
    'southshire good 2023',
    'kelbury inadequate',
  ]),
  near('Neighbouring Southshire is good and Kelbury requires improvement.', [
    'southshire good',
    'kelbury requires_improvement',
  ]),
  near('Nearby Southshire requires improvement, while Kelbury is good.', [
    'southshire requires_improvement',
    'kelbury good',
  ]),
  near('Neighbouring Southshire got a good last year, Kelbury a requires improvement.', [
    'southshire good 2023',
    'kelbury requires_improvement',
  ]),
  near('Of its neighbours, Southshire is good and Kelbury requires improvement.', [
    'southshire good',
    'kelbury requires_improvement',
  ]),
]);
