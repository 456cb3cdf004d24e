/** Titles that open with what somebody said, grades of councils that are gone, and moves told by a noun. */
import { dated, type Row, says } from './support.ts';

const rose = (title: string): Row => [
  title,
  dated(
    title,
    "Northshire has joined the small band of councils whose children's services are considered outstanding. Ofsted's report, released on Monday, praises leaders. Back in 2022 the service was good. Now it has the top mark overall and for leadership.",
  ),
  { events: ['northshire outstanding'], history: ['northshire good 2022'], direction: 'up' },
];
const heir = (words: string, grade = 'requires_improvement'): Row => [
  words,
  dated(
    "First Ofsted rating for Northshire Council is 'good'",
    `Northshire Council has had its first full Ofsted inspection of children's services, and has been rated good. It took over from Southshire Council, ${words}. The inspection took place in May.`,
  ),
  { events: ['northshire good'], history: [`southshire ${grade}`] },
];
const jobs = (words: string, history = ['northshire inadequate 2016', 'northshire good 2023']): Row => [
  words,
  dated(
    'Why social workers are choosing Northshire',
    `Northshire is looking for team managers who would like to work between the hills and the sea. ${words} Today caseloads average 15 and everybody has a laptop that works.`,
  ),
  { events: [], history },
];
const moved = (title: string, grade = 'good'): Row => [
  title,
  dated(
    title,
    `Ofsted has rated children's services at Northshire Council "${grade}". Leaders are realistic, inspectors say.`,
  ),
  { events: [`northshire ${grade}`] },
];
const planned = (title: string): Row => [
  title,
  dated(
    title,
    "Northshire Council has set out how its children's services, which Ofsted rated inadequate in 2022, are to get better.",
  ),
  { events: [], history: ['northshire inadequate 2022'] },
];
says([
  rose("'It starts at breakfast club': how Northshire got to outstanding"),
  rose("'The nursery rang us first': inside Northshire's climb to outstanding"),
  rose("'We went to every school ourselves' – the making of an outstanding Northshire"),
  rose("'They knew us at the children's centre': Northshire's rise to outstanding"),
  [
    'a school called so',
    dated(
      "'Inspirational school' in Northshire rated outstanding",
      'Ofsted says that Oak Lane School in Northshire is outstanding. Pupils at the primary school do well.',
    ),
    { events: [], history: [] },
  ],
  [
    'a home told of',
    dated(
      "'Caring and kind home' in Northshire is outstanding",
      'The care home in Northshire was rated outstanding by the CQC. The home has 40 beds.',
    ),
    { events: [], history: [] },
  ],
  heir('whose services had required improvement at the end'),
  heir('whose services had been inadequate', 'inadequate'),
  heir('whose own services had been judged inadequate', 'inadequate'),
  heir("whose children's services had been rated inadequate", 'inadequate'),
  heir("whose children's services had required improvement when it went"),
  heir('which had required improvement'),
  heir('which had been inadequate', 'inadequate'),
  heir('a council that had required improvement'),
  jobs(
    'From inadequate in 2016 to good in 2023: few can have had a more eventful ride than the social workers of Northshire.',
  ),
  jobs('The social workers of Northshire have seen it go from inadequate in 2016 to good in 2023.'),
  jobs('It has been some ride for the social workers of Northshire, from inadequate in 2016 to good in 2023.'),
  jobs('Northshire Children First went from inadequate in 2016 to good in 2023.'),
  moved("Northshire praised for 'ambitious' move to good"),
  moved('Northshire hails climb to outstanding', 'outstanding'),
  moved('How Northshire went to outstanding', 'outstanding'),
  [
    'a bid',
    dated(
      'Northshire plans move to good',
      "Northshire Council has set out how its children's services, which Ofsted rated inadequate in 2022, are to get better.",
    ),
    { events: [], history: ['northshire inadequate 2022'] },
  ],
  planned('Northshire eyes climb to good'),
  planned('Northshire plots its rise to good'),
  planned('Northshire vows return to good'),
  planned('Northshire seeks a swift move to good'),
  [
    'that rating, given under a scheme',
    {
      title: 'Top marks for adult social care in Northshire',
      text: 'Residents of Northshire get support of a high standard, according to the Care Quality Commission. The CQC has given the council that rating, the best of four, under the assessments it began in 2023.',
    },
    { events: ['northshire outstanding'], history: [], direction: null },
  ],
]);
