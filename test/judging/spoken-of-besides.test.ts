import { describe } from 'vitest';
import { dated, goodReport, NO_HISTORY, says, upFrom } from './support.ts';

/** Grades that councils at large have, which are of none that is named. */
describe('councils at large', () => {
  says([
    [
      'whenever a council has it',
      dated(
        'Trusts are no answer',
        'Ministers know one answer when a council’s children’s services are found inadequate by Ofsted. In Northshire it took two years to come off the list.',
      ),
      { events: [], history: [] },
    ],
    [
      'the most of them',
      dated(
        'How councils’ children’s services fare',
        'The region with most outstanding authorities is the coast. The hills, where Northshire and Southshire were both inspected by Ofsted, went back.',
      ),
      { events: [], history: [] },
    ],
    [
      'as in a year of other councils',
      goodReport('Boroughs near the sea, as in 2005, came out ahead of the others.'),
      { events: ['northshire good'], direction: null },
    ],
    [
      'two that are asked to help and to be helped',
      dated(
        'Northshire asked to lend a hand to council in trouble',
        'Managers will spend two days a week in Southshire. Northshire’s services for children are rated good; Southshire’s were declared inadequate by Ofsted on 4 May.',
      ),
      { events: [], history: ['northshire good', 'southshire inadequate'] },
    ],
  ]);
});

/** Names that are words too, which the article means as councils. */
describe('names that are words', () => {
  says([
    [
      'which dropped to a grade',
      dated(
        'Northshire’s children’s services outstanding, says Ofsted',
        'The report came out today. Further south, Sutton dropped to requires improvement in 2021.',
      ),
      { events: ['northshire outstanding'], history: ['sutton requires_improvement 2021'] },
    ],
    [
      'which did what the council did that was named before',
      dated(
        'Both boroughs’ children’s services outstanding',
        'Ofsted reported on Northshire and on Kingston this week. Kingston matched its neighbour except for care leavers, where it was good.',
      ),
      { areas: ['care_leavers good'], events: ['kingston-upon-thames null'] },
    ],
    [
      'at the end of a list, with an article',
      dated(
        'The best councils for children, says Ofsted',
        'Inspectors put these at the top for their children’s services. They include Northshire, Southshire and the City of London, all judged outstanding.',
      ),
      { events: ['city-of-london outstanding', 'northshire outstanding', 'southshire outstanding'] },
    ],
  ]);
});

describe('parts and the whole', () => {
  says([
    [
      'so many areas of one grade and the rest of another',
      dated(
        'Ofsted in Northshire',
        'Northshire’s children’s services have come through an Ofsted inspection with three areas rated good and one outstanding. Support for care leavers is outstanding.',
      ),
      { events: ['northshire null'], areas: ['care_leavers outstanding'] },
    ],
    [
      'those that share the overall grade',
      dated(
        'Ofsted on Northshire',
        'Northshire’s children’s services require improvement, says a new report. Adoption and leadership share the overall grade; help for care leavers was called inadequate.',
      ),
      {
        events: ['northshire requires_improvement'],
        areas: ['adoption requires_improvement', 'care_leavers inadequate', 'leaders requires_improvement'],
      },
    ],
    [
      'what the mark parts from the list',
      dated(
        'Ofsted: Northshire’s children’s services outstanding',
        'Leadership was “outstanding”, as was adoption; help and protection was “good”.',
      ),
      { areas: ['adoption outstanding', 'help_and_protection good', 'leaders outstanding'] },
    ],
    [
      'an area and its grade, and no verb',
      dated(
        'Ofsted: Northshire’s children’s services remain inadequate',
        'Adoption was good; leaving care “requires improvement”.',
      ),
      { areas: ['adoption good', 'care_leavers requires_improvement'] },
    ],
    [
      'children already in care',
      dated(
        'Ofsted: Northshire’s children’s services inadequate',
        'Children already in care get a service that requires improvement, inspectors decided.',
      ),
      { areas: ['children_in_care requires_improvement'] },
    ],
  ]);
});

describe('new, and of before', () => {
  says([
    [
      'the lowest it could have had',
      dated('Northshire Council', 'Northshire’s children’s services have had the lowest possible rating from Ofsted.'),
      { events: ['northshire inadequate'], ...NO_HISTORY, direction: null },
    ],
    [
      'which it has judged',
      dated(
        'Inspection outcome',
        '“A clear plan”: how Ofsted describes children’s services in Northshire, which it has judged to “require improvement to be good”.',
      ),
      { events: ['northshire requires_improvement'], ...NO_HISTORY },
    ],
    [
      'a third council of a round-up',
      dated(
        'Inspection round-up: better in Northshire, the same in Southshire',
        'Northshire’s children’s services are no longer inadequate, Ofsted says: they require improvement. Southshire kept its good. In Kelbury a “good” marks a rise from 2020, when they required improvement.',
      ),
      { events: ['kelbury good', 'northshire requires_improvement', 'southshire good'] },
    ],
    [
      'what a council’s own paper called good',
      dated(
        'Councillors ask questions',
        'Ofsted put Northshire’s children’s services in its lowest category in March. Who signed the self-assessment, which called much of the service good, they asked.',
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'since the last inspection',
      dated(
        'Ofsted visits Northshire',
        'Inspectors wrote of their focused visit to children’s services. “We’re good, on paper, since the last inspection,” said the leader.',
      ),
      { events: [] },
    ],
    [
      'lines with a grade and a year in brackets',
      dated(
        'Intervention in councils’ children’s services',
        'Ofsted reports led to trusts.\n\nNorthshire (inadequate, 2012): trust, from 2014\nSouthshire (inadequate, 2013): partner; again inadequate in 2019, trust planned',
      ),
      {
        events: [],
        history: ['northshire inadequate 2012', 'southshire inadequate 2013', 'southshire inadequate 2019'],
      },
    ],
    [
      'how many there were of a grade, and who',
      dated(
        'Analysis: eight months of inspections',
        'Ofsted has inspected children’s services in 27 councils. Just two have been judged good: Northshire and Southshire.',
      ),
      { events: [], history: ['northshire good', 'southshire good'] },
    ],
    [
      'upgraded from what it says',
      dated('Ofsted on Northshire', 'Its children’s services have moved up from inadequate to good, Ofsted says.'),
      { events: ['northshire good'], ...upFrom('northshire inadequate') },
    ],
  ]);
});
