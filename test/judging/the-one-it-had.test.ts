/** The grade is the one that was given before; two areas graded in either case; a helper that has a grade itself. */
import { goodReport, type Row, says } from './support.ts';

const asIn2019 = (words: string): Row => [
  words,
  goodReport(words),
  { events: ['northshire good'], history: ['northshire good 2019'], direction: 'same' },
];
says([
  asIn2019('The overall grade they settled on is the one the council was handed at the previous visit, in 2019.'),
  asIn2019('It is the one it was given in 2019.'),
  asIn2019('The grade is the one that it held after the last inspection, in 2019.'),
  asIn2019('That is the mark the council came away with in 2019.'),
  asIn2019('That repeats the judgement of 2019.'),
  asIn2019('The council repeats its feat of 2019.'),
  asIn2019('Inspectors had said the same in 2019.'),
  asIn2019('The council was told the same in 2019.'),
  asIn2019('The council got the same in 2019.'),
  asIn2019('They came to the same view in 2019.'),
  asIn2019('In 2019 the outcome was the same.'),
  [
    'another matter',
    goodReport('Parents had said the same of the roads in 2019.'),
    { events: ['northshire good'], history: [] },
  ],
  [
    'in both cases',
    {
      title: 'Northshire good',
      text: "Ofsted has rated Northshire's children's services good, in a report published today. Children in care and care leavers get a fair deal, in both cases graded good.",
    },
    { events: ['northshire good'], areas: ['children_in_care good', 'care_leavers good'] },
  ],
  [
    'in each case',
    {
      title: 'Northshire good',
      text: "Ofsted has rated Northshire's children's services good, in a report published today. Children in care and care leavers are well served, with the work in each case graded good.",
    },
    { events: ['northshire good'], areas: ['children_in_care good', 'care_leavers good'] },
  ],
  [
    'no inspectorate',
    {
      title: 'Two seaside councils and an unlikely marriage',
      text: "It is early and the train is full of social workers. Some have made this journey since the running of Northshire's children's services was handed to its neighbour.\n\nNorthshire had been judged inadequate in 2018. Southshire, which requires improvement itself, might not look the obvious helper.\n\nPeople laughed.",
      published: '2019-05-22',
    },
    { events: [], history: ['northshire inadequate 2018', 'southshire requires_improvement'] },
  ],
]);
