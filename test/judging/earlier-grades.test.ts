/** Earlier grades told by time and by contrast: then, had been, as recently as, of the last report, costs it, as they were. */
import { describe } from 'vitest';
import { says } from './support.ts';

const fallen = (text: string, title = 'Ofsted report on Northshire') => ({
  title,
  text: `Ofsted has found children's services in Northshire inadequate, in a report out today. ${text}`,
});
const risen = (text: string) => ({
  title: 'Ofsted report on Northshire',
  text: `Ofsted has graded children's services in Northshire outstanding. ${text}`,
});

describe('the grade before', () => {
  says([
    [
      'then the verdict was',
      fallen('That is a rung lower than five years ago. Then the verdict was ‘requires improvement’.'),
      { events: ['northshire inadequate'], history: ['northshire requires_improvement'], direction: 'down' },
    ],
    [
      'then they were',
      fallen('The last visit was before the flood. Then they were rated good.'),
      { events: ['northshire inadequate'], history: ['northshire good'], direction: 'down' },
    ],
    [
      'then came',
      risen('Then came the reaction: parents called the help they get good.'),
      { events: ['northshire outstanding'], history: [] },
    ],
    [
      'had been, at inspections before',
      risen('The county had been good at each of its two inspections before that, in 2015 and 2018.'),
      { events: ['northshire outstanding'], history: ['northshire good'], direction: 'up' },
    ],
    [
      'a person who had been good',
      risen('The mayor said he had been good in places.'),
      { events: ['northshire outstanding'], history: [] },
    ],
    [
      'as recently as',
      risen('As recently as 2014 they were inadequate.'),
      { events: ['northshire outstanding'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'the report of a year',
      risen('The last report, from 2017, said good.'),
      { events: ['northshire outstanding'], history: ['northshire good'], direction: 'up' },
    ],
    [
      'what it costs',
      fallen('Poor oversight was to blame.', 'Poor oversight costs Northshire its good rating'),
      { events: ['northshire inadequate'], history: ['northshire good'], direction: 'down' },
    ],
    [
      'of whom a clause with a year tells',
      {
        title: 'Northshire’s children’s services are good',
        text: 'A department that Ofsted condemned in 2017 has been pronounced good. Much has changed since it was judged inadequate.',
      },
      { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'after similar verdicts',
      fallen('It was found inadequate for a third time, after similar verdicts in 2012 and 2015.'),
      {
        events: ['northshire inadequate'],
        history: ['northshire inadequate 2012', 'northshire inadequate 2015'],
        direction: 'same',
      },
    ],
    [
      'said of the other of two',
      {
        title: 'Northshire outstanding, Southshire good: Ofsted on children’s services',
        text: 'Ofsted says children’s services are outstanding in Northshire. In Southshire they are good, as they were in 2017.',
      },
      { events: ['northshire outstanding', 'southshire good'], history: ['southshire good'] },
    ],
  ]);
});

describe('whom', () => {
  says([
    [
      'one of a few that are',
      {
        title: 'Work with us in Northshire',
        text: 'Northshire is one of a handful of councils rated outstanding by Ofsted for its children’s services. Apply now.',
      },
      { events: [], history: ['northshire outstanding'] },
    ],
    [
      'one of the councils that are to learn from those',
      {
        title: 'Work with us in Northshire',
        text: 'Northshire is to learn from the councils rated outstanding by Ofsted for their children’s services. Apply now.',
      },
      { events: [], history: [] },
    ],
    [
      'a neighbour’s neighbour',
      {
        title: 'Analysis: who has gone up',
        text: 'Kelbury has gone to good, as has Northshire’s neighbour Southshire, says Ofsted of children’s services.',
      },
      { events: [], history: ['kelbury good', 'southshire good'] },
    ],
  ]);
});
