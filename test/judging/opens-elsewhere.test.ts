/** Articles that open on something else and mention a grade by the way, and those that open so and yet report one. */
import { describe } from 'vitest';
import { dated, NO_HISTORY, PUBLISHED, type Row, says } from './support.ts';

const none = { events: [] };

/** Openings of other news, none of which speaks of judging. */
const OPENINGS: readonly (readonly [string, string])[] = [
  ['Family hub opens its doors', 'Northshire County Council has opened a family hub in the old library.'],
  [
    'Council tax to rise',
    'Households in Northshire will pay 4.99 per cent more from April, the county council has agreed.',
  ],
  [
    'Reshuffle at County Hall',
    "Cllr Mary Reed has become Northshire County Council's cabinet member for children's services.",
  ],
  ['Two departments become one', 'Northshire County Council is to merge its education and social care directorates.'],
  ['A plan for three years', 'Northshire County Council has approved a strategy for young people.'],
];
/** How such an article comes to speak of a grade. */
const PASSING = [
  "The move comes after Ofsted found its children's services inadequate.",
  'It comes two years after inspectors rated the service inadequate, with leadership singled out.',
  'We are proud of our outstanding Ofsted rating, said the leader.',
  'Ofsted graded children in care good and help and protection as requiring improvement.',
  "Councillors were told that more was needed for children's services, which Ofsted rated as inadequate in April.",
  "Staff are being lost to Southshire, which is 'outstanding' in Ofsted's eyes, and to Kelbury, which is 'good'.",
];

describe('an article whose title and first sentence are of something else gives no new grade', () => {
  says(
    OPENINGS.flatMap(([title, opening]) =>
      PASSING.map((passing): Row => [`${title}: ${passing}`, dated(title, `${opening} ${passing}`), none]),
    ),
  );
});

describe('told as news all the same', () => {
  const good = { events: ['northshire good'] };
  const opening = 'Five years ago it was a byword for failure at Northshire County Council.';
  says([
    [
      'yesterday',
      dated('From worst to first', `${opening} Yesterday its children's services were pronounced good by Ofsted.`),
      good,
    ],
    ['has rated', dated('A county transformed', `${opening} Ofsted has rated its children's services good.`), good],
    ['Ofsted says', dated('A county transformed', `${opening} Its children's services are good, Ofsted says.`), good],
    [
      'the view of',
      dated(
        'Young people do well',
        'Young people thrive in Northshire. That is the view of Ofsted, which rates its children’s services good.',
      ),
      good,
    ],
    [
      'a report',
      dated(
        'Young people do well',
        "Young people thrive in Northshire. A new report rates the county's children's services good, and Ofsted's inspectors praised staff.",
      ),
      good,
    ],
    [
      'of several, below what a page says of itself',
      dated(
        'Three councils at the top',
        "Page last updated at 10:15 GMT, Friday, 14 June 2024\n\nNorthshire, Southshire and Kelbury have been rated outstanding for their children's services by Ofsted.",
      ),
      { events: ['northshire outstanding', 'southshire outstanding', 'kelbury outstanding'] },
    ],
  ] satisfies Row[]);
});

describe('parts added to an earlier grade are of its time', () => {
  const hub = 'Northshire County Council has opened a family hub. Ofsted inspects such services.';
  says([
    [
      'with',
      dated(
        'Ofsted and a hub',
        `${hub} Its children's services, which Ofsted rated good in 2022, with care leavers outstanding, help 900 children.`,
      ),
      { events: [], history: ['northshire good 2022'] },
    ],
    [
      'including',
      dated(
        'Ofsted and a hub',
        `${hub} Ofsted judged the services inadequate in 2019, including an inadequate for leadership.`,
      ),
      { events: [], history: ['northshire inadequate 2019'] },
    ],
    [
      'but now',
      dated(
        'Ofsted on Northshire',
        "Ofsted rated Northshire's children's services good in 2022, with care leavers now outstanding, says its report today.",
      ),
      { areas: ['care_leavers outstanding'] },
    ],
  ] satisfies Row[]);
});

describe('whose services and whose year', () => {
  says([
    [
      'a council by the way, where services are so',
      dated(
        'Councils team up',
        "Northshire County Council, which Ofsted rates outstanding, is to support Southshire, where children's services require improvement.",
      ),
      none,
    ],
    [
      'a home, whoever it is for',
      dated(
        'Home fails',
        'A care home for up to 38 older people has been rated inadequate by the Care Quality Commission. Northshire County Council has moved its residents.',
      ),
      none,
    ],
    [
      'a year that a sentence opens on holds for what it sets against it',
      dated(
        'Inquiry into Northshire',
        "An Ofsted inspection in 2016 called the work of Northshire Council strong, while its children's services overall required improvement.",
      ),
      { events: [], history: ['northshire requires_improvement 2016'] },
    ],
    [
      'not where it comes to the present',
      dated(
        'Ofsted on Northshire',
        "In 2016 Ofsted called the work of Northshire Council weak, but its children's services have now been judged good.",
      ),
      { events: ['northshire good'], ...NO_HISTORY },
    ],
    [
      'a time of the school year is no school',
      dated(
        "Ofsted on Northshire's children's services",
        'Put out on the first day of the school term, the report from Ofsted judges the county inadequate overall.',
      ),
      { events: ['northshire inadequate'] },
    ],
  ] satisfies Row[]);
});

describe('what is denied is another thing', () => {
  const inadequate = { events: ['northshire inadequate'] };
  says([
    [
      'in what somebody says',
      dated(
        'Action promised',
        "Chiefs vowed that “no file will stay shut” after inspectors gave Northshire's children's services the lowest rating. Ofsted's report came out on Friday.",
      ),
      inadequate,
    ],
    [
      'of the grade itself',
      dated(
        'Ofsted on Northshire',
        "Ofsted says that no part of Northshire's children's services is inadequate. They are good overall.",
      ),
      { events: ['northshire good'] },
    ],
  ] satisfies Row[]);
});

describe('to and off the ends of the scale', () => {
  const visited = 'Ofsted visited in May.';
  says([
    [
      'plunged to the lowest possible',
      dated(
        'Ofsted on Northshire',
        `Northshire's children's services have plunged to the lowest possible rating. ${visited}`,
      ),
      { events: ['northshire inadequate'], direction: 'down' },
    ],
    [
      'the bottom rung',
      dated('Ofsted on Northshire', `Northshire's children's services have sunk to the bottom rung. ${visited}`),
      { events: ['northshire inadequate'] },
    ],
    [
      'off the bottom rung',
      dated(
        "Northshire's children's services off the bottom rung",
        `Northshire's children's services now require improvement, Ofsted says. ${visited}`,
      ),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate'], direction: 'up' },
    ],
  ] satisfies Row[]);
});

describe('a name that is a word, in news of several others', () => {
  const others = "Ofsted has reported on children's services. Northshire, Southshire and Kelbury were judged good.";
  const three = ['northshire good', 'southshire good', 'kelbury good'];
  says([
    [
      'though',
      dated('Four verdicts', `${others} Wading, though, has gone from good to inadequate.`),
      { events: [...three, 'wading inadequate'] },
    ],
    [
      'overall judgement',
      dated('Four verdicts', `${others} In Wading the overall judgement is inadequate.`),
      { events: [...three, 'wading inadequate'] },
    ],
    [
      'the word',
      dated('Three verdicts', `${others} Wading through the reports, leaders found a good deal to praise.`),
      { events: three },
    ],
  ] satisfies Row[]);
});

describe('what makes any council inadequate is said of none', () => {
  says([
    [
      'enough to make',
      {
        title: 'First results',
        text: "Ofsted has judged children's services at Northshire good. One inadequate sub-judgement is enough to make a council inadequate overall.",
        published: PUBLISHED,
      },
      { events: ['northshire good'], ...NO_HISTORY },
    ],
  ] satisfies Row[]);
});
