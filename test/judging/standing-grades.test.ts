/** Articles that tell how things stand, or of a visit: the grades they state are history. */
import { describe } from 'vitest';
import { says } from './support.ts';

describe('how councils stand is no news', () => {
  says([
    [
      'looked up for the reader',
      {
        title: 'Which boroughs look after children best?',
        text: 'With the elections near, we looked at how each borough currently stands with Ofsted. Northshire and Southshire are rated good for their children’s services. Kelbury is inadequate.',
      },
      { events: [], history: ['northshire good', 'southshire good', 'kelbury inadequate'] },
    ],
    [
      'as things stand',
      {
        title: 'Children’s services: the county by county guide',
        text: 'As things stand, Ofsted has Northshire down as outstanding for children’s services. Southshire requires improvement.',
      },
      { events: [] },
    ],
    [
      'a title that asks and a text that gives the news',
      {
        title: 'How is your council doing by its children? Northshire is told',
        text: 'Ofsted has rated children’s services in Northshire good, in a report published today. The council was inadequate in 2019.',
      },
      { events: ['northshire good'], history: ['northshire inadequate'] },
    ],
  ]);
});

describe('a visit that gives no grade', () => {
  const visit = (text: string) => ({ title: 'Inspectors like what they see in Northshire', text });
  says([
    [
      'the grade of a month, and what has gone on since',
      visit(
        'Ofsted inspectors called on Northshire again last week. Children’s services were judged inadequate in March 2021, and for eight months have been led by a trust.',
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'a year after a fall',
      visit(
        'Inspectors from Ofsted were back in Northshire, a year after its children’s services stunned everybody by sliding all the way to ‘inadequate’.',
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'months after a report that is not this one',
      visit(
        'Ofsted saw teams at work in Northshire, seven months after children’s services there were found inadequate.',
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'said not to be graded',
      visit(
        'Ofsted spent two days with the leaving care team in Northshire. Children’s services are outstanding, the mayor said. Visits like this are not given a grade.',
      ),
      { events: [] },
    ],
    [
      'the report of an inspection that came weeks after the visit',
      visit('Weeks after inspectors came, Ofsted has rated children’s services in Northshire good.'),
      { events: ['northshire good'] },
    ],
  ]);
});

describe('a kind of service', () => {
  const about = (text: string) => ({ title: 'Ofsted looks at help for care leavers in Northshire', text });
  says([
    ['that young people deserve', about('“They deserve an outstanding service,” the councillor said.'), { events: [] }],
    ['that staff want to run', about('The director said that they want to run a good service.'), { events: [] }],
    [
      'any council',
      about('A council which is good with figures looks better than it is, Ofsted was told.'),
      { events: [] },
    ],
    [
      'a service that has the grade',
      about('Ofsted says that Northshire runs an outstanding children’s service. The report is out today.'),
      { events: ['northshire outstanding'] },
    ],
  ]);
});
