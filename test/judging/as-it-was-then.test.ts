/** What an earlier inspection came to, told by what this one comes to. */
import { describe } from 'vitest';
import { dated, NO_HISTORY, riReport, says, upFrom } from './support.ts';

const sameAs = (grade: string) => ({ history: [`northshire ${grade}`], direction: 'same' });

describe('the same as then', () => {
  says([
    [
      'what inspectors said',
      dated(
        'Ofsted on Northshire',
        "Children's services in Northshire require improvement to be good, which is exactly what inspectors said in 2018.",
      ),
      { events: ['northshire requires_improvement'], ...sameAs('requires_improvement 2018') },
    ],
    ['the verdict', riReport('In 2018 the verdict had been the same.'), sameAs('requires_improvement 2018')],
    [
      'the verdict on an area',
      riReport('Leadership was good. For adoption the verdict was the same.'),
      { areas: ['leaders good', 'adoption good'], ...NO_HISTORY },
    ],
    [
      'one from a review whose name is long',
      riReport('The finding echoes the one from a review of how it protects children, three years ago.'),
      sameAs('requires_improvement 2021'),
    ],
    [
      'repeating the verdict of then',
      dated(
        'Northshire stays put',
        "Ofsted gave Northshire's children's services a 'good', repeating its verdict of 2018.",
      ),
      { events: ['northshire good'], ...sameAs('good 2018') },
    ],
    [
      'no movement on then',
      dated(
        'Northshire holds',
        "Northshire's children's services are good, says Ofsted; there is no movement on 2019.",
      ),
      { events: ['northshire good'], ...sameAs('good 2019') },
    ],
    [
      'a carbon copy of that of then',
      dated(
        'Northshire stuck',
        "The result, requires improvement, is a carbon copy of that of 2019 for Northshire's children's services, says Ofsted's report.",
      ),
      { events: ['northshire requires_improvement'], ...sameAs('requires_improvement 2019') },
    ],
    [
      'the very judgement it passed then',
      riReport("It's the very verdict that inspectors reached in 2019."),
      sameAs('requires_improvement 2019'),
    ],
    [
      'a repeat of something else',
      riReport('A repeat of the storms of 2019 kept inspectors away for a day.'),
      NO_HISTORY,
    ],
    [
      'should stay, for all that has improved since',
      dated(
        'Ofsted on Northshire',
        "Inspectors from Ofsted concluded that much had improved in a number of respects since 2017, but that the grade of Northshire's children's services should remain good.",
      ),
      { events: ['northshire good'], ...sameAs('good 2017') },
    ],
    [
      'should become, one day',
      riReport('Inspectors said that with more staff it should one day become good.'),
      { events: ['northshire requires_improvement'], ...NO_HISTORY },
    ],
  ]);
});

describe('other than before', () => {
  says([
    [
      'one better than they got',
      dated(
        "Ofsted's 'good' for a small county",
        'Ofsted has given Northshire\'s children\'s services a "good" grade, one better than they got in 2019.',
      ),
      { events: ['northshire good'], direction: 'up' },
    ],
    [
      'cheers in the week after it went up',
      dated(
        "Northshire children's services are outstanding",
        'The council is cheering this week after its services were moved up from good to outstanding by Ofsted.',
      ),
      { events: ['northshire outstanding'], ...upFrom('northshire good') },
    ],
    [
      'a year after it went up is of before',
      dated(
        'Northshire opens a family centre',
        "The centre opens a year after Northshire's children's services were moved up from good to outstanding by Ofsted.",
      ),
      { events: [] },
    ],
  ]);
});

describe('a timeline with its years above the lines', () => {
  says([
    [
      'each is of its year',
      dated(
        'Northshire and its children: the years',
        "March 2012\n\nOfsted calls safeguarding in Northshire inadequate.\n\nJune 2015\n\nInspectors say that children's services require improvement.\n\n2019\n\nOfsted finds that they are good.\n\n2021\n\nA new town hall opens.",
      ),
      {
        events: [],
        history: ['northshire inadequate 2012', 'northshire requires_improvement 2015', 'northshire good 2019'],
      },
    ],
    [
      'one year above the text is none',
      dated('Ofsted on Northshire', "June 2024\n\nNorthshire's children's services are good, Ofsted says today."),
      { events: ['northshire good'], ...NO_HISTORY },
    ],
  ]);
});
