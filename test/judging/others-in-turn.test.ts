/** Councils that a round-up comes to in turn under names that are ordinary words too, and what is of a company. */
import { describe } from 'vitest';
import { dated, says } from './support.ts';

describe('a name that is an ordinary word too, of which a grade is told', () => {
  says([
    [
      'it was told that it requires improvement',
      dated(
        'CQC publishes ratings of more councils',
        'The Care Quality Commission has published three assessments of adult social care. Northshire and Southshire were both rated good. Reading was told that it requires improvement.',
      ),
      { events: ['northshire good', 'southshire good', 'reading requires_improvement'] },
    ],
    [
      'a reader who is told something else is no council',
      dated(
        'CQC publishes ratings of more councils',
        'The Care Quality Commission has published two assessments of adult social care. Northshire and Southshire were both rated good. Reading was told that it must play on Sunday.',
      ),
      { events: ['northshire good', 'southshire good'] },
    ],
  ]);
});

describe('what is of a company and what is of the council', () => {
  says([
    [
      'a company that the title names as one that gives care',
      dated(
        "Home care firm in Northshire earns 'outstanding' rating",
        'A Northshire company that visits older people at home has got the top rating from the Care Quality Commission. The regulator says that the firm is outstanding. That makes it outstanding overall.',
      ),
      { events: [] },
    ],
    [
      "the council's own services beside a company that runs them",
      dated(
        "Northshire children's services rated good",
        "Ofsted has rated Northshire's children's services good. The company that the council set up to run them is good at keeping staff, it says.",
      ),
      { events: ['northshire good'] },
    ],
  ]);
});

describe('a look at all ratings so far is no news of one', () => {
  says([
    [
      'what the numbers say',
      dated(
        'What the scores tell us after a year of CQC assessments',
        'The Care Quality Commission has rated 40 councils for adult social care. Only one council, Northshire, has been rated outstanding.',
      ),
      { events: [], history: ['northshire outstanding'] },
    ],
    [
      'numbers of something else',
      dated(
        "Northshire children's services rated good as numbers of social workers rise",
        'Ofsted has published its report today.',
      ),
      { events: ['northshire good'] },
    ],
  ]);
});

describe('the next council of a round-up and its grade, whatever is said between them', () => {
  const turns = (next: string) =>
    dated(
      'CQC rates three councils',
      `Three councils have learnt this week how the Care Quality Commission rates their adult social care. Northshire and Southshire were both rated good. ${next}`,
    );
  const worst = { events: ['northshire good', 'southshire good', 'kelbury requires_improvement'] };
  const lowest = { events: ['northshire good', 'southshire good', 'kelbury inadequate'] };
  const none = { events: ['northshire good', 'southshire good'] };
  says([
    ['where it lies', turns('Kelbury Council, in the far north, requires improvement.'), worst],
    ['where it lies, by its name alone', turns('Kelbury, on the border with Wales, requires improvement.'), worst],
    ['how far off it is', turns('Kelbury, further up the coast, is inadequate.'), lowest],
    ['what it is set against', turns('Kelbury Council, on the other hand, is inadequate.'), lowest],
    ['what it has', turns('Kelbury Council, which runs four care homes, requires improvement.'), worst],
    ['the last of those counted', turns('The third, Kelbury, is inadequate.'), lowest],
    ['the one that differs', turns('The odd one out is Kelbury, which requires improvement.'), worst],
    ['a contrast before it', turns('By contrast, Kelbury is inadequate.'), lowest],
    ['how it fared', turns('Kelbury fared less well: it requires improvement.'), worst],
    ['how it did, with a grade', turns('Kelbury did worse, with requires improvement.'), worst],
    ['a picture of it', turns('At Kelbury Council the picture is darker: inadequate.'), lowest],
    ['a website of its own is no service', turns("Kelbury's own website, a relic, requires improvement."), none],
    ['a road that leads there', turns('The road to Kelbury, a bumpy track, requires improvement.'), none],
    ['another thing in it', turns('In Kelbury the parking at the town hall is inadequate.'), none],
    ['a story about it', turns('Kelbury has a story of its own: good jam, and plenty.'), none],
    [
      'a school that it runs',
      turns('Kelbury Council was told that a school, which has 90 pupils, requires improvement.'),
      none,
    ],
  ]);
});

describe('councils that count the place of another', () => {
  const top = (text: string) => dated('Ofsted on Southshire', text);
  const both = { events: ['southshire outstanding'], history: ['northshire outstanding'] };
  says([
    [
      'the second after it',
      top(
        "Southshire has become the second council in the region after Northshire to see its children's services rated outstanding by Ofsted.",
      ),
      both,
    ],
    [
      'the only one besides it',
      top(
        "Southshire is the only council in the region besides Northshire to be judged outstanding by Ofsted for its children's services.",
      ),
      both,
    ],
    [
      'the third after two, in the next sentence',
      top(
        "Southshire's children's services are outstanding, Ofsted said today. It is the third council in the region, after Northshire and Kelbury, to be rated outstanding.",
      ),
      { events: ['southshire outstanding'], history: ['northshire outstanding', 'kelbury outstanding'] },
    ],
    [
      'after another had lent a hand',
      top("Southshire's children's services were rated good by Ofsted after Northshire Council lent it a director."),
      { events: ['southshire good'], history: [] },
    ],
  ]);
});

describe('what an inspectorate rates, told after the name of it', () => {
  says([
    [
      'which it rates',
      dated(
        "Kelbury adult care 'must improve'",
        'Adult social care in Kelbury falls short of good, the Care Quality Commission has said in its first assessment of the borough, which it rates as requires improvement.',
      ),
      { events: ['kelbury requires_improvement'] },
    ],
    [
      'which inspectors judge',
      dated(
        'Kelbury adult care',
        'The Care Quality Commission has reported on adult social care in Kelbury, which inspectors judge to be inadequate.',
      ),
      { events: ['kelbury inadequate'] },
    ],
    [
      'of the council that somebody comes from',
      dated(
        'New chief for Kelbury',
        "Ann Low joins Kelbury Council from Southshire, which Ofsted rates as outstanding for children's services.",
      ),
      { events: [], history: ['southshire outstanding'] },
    ],
    [
      'as good its services and as outstanding its leaders',
      dated(
        'Council welcomes report',
        "Kelbury Council has welcomed a report by Ofsted that rates as good its children's services and as outstanding its leaders.",
      ),
      { events: ['kelbury good'], areas: ['leaders outstanding'] },
    ],
  ]);
});
