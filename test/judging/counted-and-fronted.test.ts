/** Topics set before their grades, years that count something else, titles that speak of two, and names that are words. */
import { describe } from 'vitest';
import { dated, NO_HISTORY, says, upFrom } from './support.ts';

const yearly = (text: string) => ({
  title: 'Child safety worries in several counties',
  text: `Ofsted published its annual performance assessments of children's services yesterday. ${text}`,
  published: '2007-12-05',
});
const three = {
  events: ['northshire null', 'southshire null', 'kelbury null'],
  areas: ['help_and_protection inadequate', 'help_and_protection inadequate', 'help_and_protection inadequate'],
};

describe('what a sentence opens on is what its grades are of', () => {
  says([
    [
      'though it says in passing how many are new',
      yearly(
        'For child protection three councils, two of them new to the list, are inadequate: Northshire, Southshire and Kelbury.',
      ),
      three,
    ],
    [
      'and the grade goes to each that is added',
      yearly(
        'On child protection the same inadequate grade went to Northshire and Southshire, as well as to Kelbury and Leeds.',
      ),
      {
        events: ['northshire null', 'southshire null', 'kelbury null', 'leeds null'],
        areas: [...three.areas, 'help_and_protection inadequate'],
      },
    ],
    [
      'and the year is of the number then',
      yearly(
        'It calls three councils inadequate for child protection, twice the number in 2006. They are Northshire, Southshire and Kelbury.',
      ),
      { ...three, ...NO_HISTORY },
    ],
    [
      'its year is of the grade it opens on',
      dated(
        'What Ofsted makes of Northshire now',
        'Inadequate in 2016 and under a new team for two years, the council\'s children\'s services "require improvement to be good", inspectors who came in May have decided.',
      ),
      { events: ['northshire requires_improvement'], ...upFrom('northshire inadequate 2016') },
    ],
  ]);
});

describe('a title that names nobody', () => {
  says([
    [
      'is of the other council where the text says so',
      dated(
        'Full marks for one council as its neighbour climbs to ‘good’',
        "Two councils have heard from Ofsted. Northshire County Council's children's services are ‘outstanding’, a report says, having been ‘good’ in 2019. Southshire Council, for years under a notice, is now ‘good’.",
      ),
      { events: ['northshire outstanding', 'southshire good'], history: ['northshire good 2019'] },
    ],
  ]);
});

describe('a name that is a word', () => {
  says([
    [
      'is a council that loses a grade',
      dated(
        'Reading loses ‘good’ rating over delays',
        'Ofsted says that children’s services have slipped since 2019, when the council was found to be good. Their overall effectiveness now requires improvement.',
      ),
      { events: ['reading requires_improvement'], history: ['reading good 2019'] },
    ],
    [
      'is no council where people do it',
      dated(
        'Reading good books',
        'Ofsted has judged children’s services in Northshire to be good. Reading good books helps.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'is home to many, and no home',
      dated(
        'Council lets down children, report says',
        'Northshire, home to more under-18s than any other county, was judged inadequate by Ofsted today.',
      ),
      { events: ['northshire inadequate'] },
    ],
  ]);
});
