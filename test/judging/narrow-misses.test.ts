/** Grades that were only just missed, and words of praise or scorn for people and for what a council deals with. */
import { describe } from 'vitest';
import { dated, goodReport, type Row, riReport, says, visitReport } from './support.ts';

/** A title, and a text that tells what was given. */
const nearMiss = (title: string): Row => [
  title,
  dated(
    title,
    "Ofsted has told the county council that its children's services require improvement, in a report published today. Leaders had been complacent, the inspectors said.",
  ),
  { events: ['northshire requires_improvement'], history: [], direction: null },
];

describe('grades only just missed', () => {
  says([
    nearMiss('Northshire narrowly misses worst rating as Ofsted criticises complacency'),
    nearMiss('Northshire just misses lowest grade from Ofsted'),
    nearMiss('Northshire only just avoids bottom Ofsted grade'),
    nearMiss("Northshire children's services dodge inadequate verdict from Ofsted"),
    nearMiss('Northshire comes within an inch of inadequate, says Ofsted'),
    nearMiss('Northshire comes perilously close to an inadequate rating from Ofsted'),
    nearMiss('Northshire stops just short of inadequate in Ofsted report'),
    nearMiss('Northshire clear of bottom Ofsted grade by the skin of its teeth'),
    nearMiss('Northshire was one step from an inadequate grade, says Ofsted'),
    nearMiss('Northshire on the brink of an inadequate rating, Ofsted warns'),
    nearMiss('Northshire teeters on the edge of inadequate, says Ofsted'),
    nearMiss("Northshire only a hair's breadth from worst Ofsted rating"),
    nearMiss('Northshire ducks worst Ofsted rating, but only just'),
    nearMiss('Northshire skirts the lowest Ofsted rating'),
    nearMiss('Northshire staves off inadequate Ofsted grade'),
    [
      'in the text',
      riReport('It narrowly missed the lowest rating.'),
      { events: ['northshire requires_improvement'], history: [] },
    ],
    ['of the top', goodReport('It just missed the top rating.'), { events: ['northshire good'], history: [] }],
    [
      'by a whisker',
      goodReport('It missed an outstanding grade by a whisker.'),
      { events: ['northshire good'], history: [] },
    ],
    [
      'targets that were missed',
      dated(
        'Northshire inadequate, Ofsted says',
        "Ofsted has rated Northshire Council's children's services, which missed every one of their targets, inadequate in a report out today.",
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'chances that were missed',
      dated("Chances missed: Northshire children's services inadequate, says Ofsted", 'The report came out today.'),
      { events: ['northshire inadequate'] },
    ],
    [
      'signs that were missed',
      dated(
        'Northshire misses signs of abuse as Ofsted finds services inadequate',
        "The report on the council's children's services came out today.",
      ),
      { events: ['northshire inadequate'] },
    ],
  ]);
});

/** Words that praise somebody in a title. */
const praise = (title: string): Row => [
  title,
  dated(
    title,
    'Friends and colleagues gathered on Friday. The council has more than one Ofsted report to thank them for, and much else.',
  ),
  { events: [], history: [] },
];

describe('people called outstanding', () => {
  says([
    praise("Tributes to 'outstanding' Northshire councillor Ada Quill"),
    praise("Farewell to 'outstanding' Northshire foster carer"),
    praise("'Outstanding' Northshire mayor to stand down"),
    praise("Medal for 'outstanding' Northshire volunteer"),
    praise("'Good' Northshire man leaves fortune to children's charity"),
    praise("Award for 'outstanding' Northshire social worker"),
    praise("'Outstanding' Northshire teenager wins place at college"),
    praise("Funeral of 'outstanding' former Northshire leader"),
    praise("'Outstanding' Northshire Council chief retires"),
    [
      'services',
      dated("'Outstanding' Northshire children's services praised", 'Ofsted published its report today.'),
      { events: ['northshire outstanding'] },
    ],
    [
      'a council',
      dated(
        "'Inadequate' Northshire Council told to improve by Ofsted",
        "Ofsted published its report on children's services today.",
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'a council by its name',
      dated("Ofsted: 'outstanding' Northshire leads the way for children's services", 'The report is out today.'),
      { events: ['northshire outstanding'] },
    ],
  ]);
});

/** What somebody said at a meeting, beside an earlier grade. */
const atMeeting = (words: string): Row => [
  words,
  dated(
    "Northshire asked for more money for its children's trust",
    `Northshire Council has been asked for another £11m for children's services. Cllr Wim Oake ${words}. Ofsted moved its services up from inadequate to requires improvement in 2022.`,
  ),
  { events: [], history: ['northshire inadequate', 'northshire requires_improvement 2022'] },
];

describe('what a council deals with', () => {
  says([
    atMeeting('called the request "outstanding for its cheek"'),
    atMeeting('described the bid as "outstanding for its nerve"'),
    atMeeting('branded the plan "inadequate"'),
    atMeeting('said that the offer was "good"'),
    atMeeting('called it "outstanding cheek"'),
    atMeeting('called the bill "outstanding in its size"'),
    atMeeting('called the proposal outstanding'),
    atMeeting('labelled the budget "inadequate"'),
    atMeeting('thought the motion "good"'),
    atMeeting('called the decision "inadequate"'),
    atMeeting('dismissed the apology as "inadequate"'),
    atMeeting('said the speech had been "outstanding"'),
    [
      'a report',
      visitReport('A full inspection in 2021 called the service "inadequate".'),
      { history: ['northshire inadequate 2021'] },
    ],
  ]);
});
