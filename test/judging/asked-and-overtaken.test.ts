/** A question and its answer, a grade that a later year has overtaken, a council called by its grade, who told what is criticised. */
import { describe } from 'vitest';
import { dated, PUBLISHED, type Row, says } from './support.ts';

const undated = (title: string, text: string) => ({ title, text, published: null });

describe('the grade asked for in one sentence and given in the next', () => {
  const inspected = (answer: string) =>
    dated(
      'Ofsted in Northshire',
      `Northshire's children's services have been inspected by Ofsted. ${answer} Staff were thanked.`,
    );
  says([
    ['the verdict', inspected('The verdict? Good.'), { events: ['northshire good'] }],
    ['the headline', inspected('The headline? Requires improvement.'), { events: ['northshire requires_improvement'] }],
    ['and their rating', inspected('And the overall rating? Outstanding!'), { events: ['northshire outstanding'] }],
    ['still', inspected('The result? Still inadequate.'), { events: ['northshire inadequate'] }],
    ['of nothing asked', inspected('Is that the plan? Good.'), { events: [] }],
    ['no answer', inspected('And the verdict? Good question, said a parent.'), { events: [] }],
  ]);
});

describe('of an article without a date, no grade of a month that a later year has overtaken is news', () => {
  says([
    [
      'the later year tells a grade too',
      undated(
        "Four things about Northshire's children's services",
        'In February 2017 Ofsted rated the council inadequate. A climb followed, and in 2020 the service was said to require improvement.',
      ),
      { events: [], history: ['northshire inadequate 2017', 'northshire requires_improvement 2020'] },
    ],
    [
      'the later year tells something else',
      undated(
        "What became of Northshire's children's services",
        'In February 2017 Ofsted rated the council inadequate. Its director has been in post since 2020.',
      ),
      { events: [], history: ['northshire inadequate 2017'] },
    ],
    [
      'a year that is yet to come',
      undated(
        "Northshire's children's services inadequate",
        'Ofsted rated the council inadequate in February 2017. It hopes to be good by 2020.',
      ),
      { events: ['northshire inadequate'] },
    ],
  ]);
});

describe('a council called by the grade it has', () => {
  says([
    [
      'inspectors go back to it',
      dated(
        "Ofsted returns to 'inadequate' Northshire",
        'Inspectors who went back to Northshire to see how children are protected found that some still wait.',
      ),
      { events: [] },
    ],
    [
      'somebody comes to it',
      dated(
        "New director at 'inadequate' Northshire",
        "She will lead children's services, which Ofsted visited in May.",
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'beside the news of it',
      dated(
        "Ofsted has harsh words for 'inadequate' Northshire",
        `Children's services in Northshire have been rated inadequate by Ofsted in a report published today.`,
      ),
      { events: ['northshire inadequate'] },
    ],
  ]);
});

describe('those who criticise or praise, and who gave the grade', () => {
  const told = (text: string) => ({ title: 'Report on Northshire', text, published: PUBLISHED });
  says([
    [
      'in a report by them',
      told(
        "Children's services in Northshire have been slated in a report by Ofsted inspectors, who rated them inadequate.",
      ),
      { events: ['northshire inadequate'], history: [] },
    ],
    [
      'by them',
      told("Northshire's children's services have been praised by Ofsted, which rated them outstanding."),
      { events: ['northshire outstanding'], history: [] },
    ],
    [
      'and gave it before',
      told("Northshire's children's services have been praised by Ofsted, which last rated them outstanding."),
      { events: [], history: ['northshire outstanding'] },
    ],
    [
      'and gave it in a year',
      told("Northshire's children's services have been visited by Ofsted, which rated them outstanding in 2019."),
      { events: [], history: ['northshire outstanding 2019'] },
    ],
  ]);
});

describe('what begins after the grade and says something of its own', () => {
  const report = (text: string) => dated('Ofsted report on Northshire', `${text} The report came out today.`);
  const WHOLE = { events: ['northshire good'], areas: [] };
  says([
    [
      'services, and leaders',
      report('Ofsted said children in Northshire get good services, and leaders know their staff.'),
      WHOLE,
    ],
    [
      'a service and care leavers',
      report('Children in Northshire receive a good service and care leavers say so, Ofsted said.'),
      WHOLE,
    ],
    [
      'services and leadership of the same grade',
      report(
        "Ofsted said Northshire has good services and leadership, after looking at the council's work with children.",
      ),
      { areas: ['leaders good'] },
    ],
  ]);
});

describe('of the two grades of the reports of 2009 to 2012 the one that the title tells leads', () => {
  const report = (title: string) => ({
    ...{ title, published: '2011-06-14' },
    text: 'Looked after children in Northshire get a good service, but safeguarding in the county is adequate, Ofsted has said.',
  });
  says([
    ['safeguarding', report('Safeguarding in Northshire adequate'), { events: ['northshire adequate'] }],
    [
      'looked after children',
      report('Care for looked after children in Northshire is good'),
      { events: ['northshire good'] },
    ],
    ['neither', report('Ofsted reports on Northshire'), { events: ['northshire null'] }],
  ]);
});

describe('a round-up in which each council heads a paragraph', () => {
  const roundup = (text: string) => ({
    title: 'Ofsted children’s services inspections: the July round-up',
    text: `Several councils’ children’s services have had reports published.\n${text}`,
    published: null,
  });
  says([
    [
      'also where its name is a word too, and the paragraph begins with the grade',
      roundup(
        'Northshire\nThe council has been awarded "outstanding" for overall effectiveness.\nWading\n"Good" in every category. Recruitment has brought stability.\nKelbury\nAlso "good". Inspectors found members well informed.\nReading\n"Requires improvement to be good" overall. Help has lagged behind.',
      ),
      { events: ['kelbury good', 'northshire outstanding', 'reading requires_improvement', 'wading good'] },
    ],
    [
      'and a grade that took the place of one',
      roundup(
        'Northshire\nThe council has been awarded "outstanding" for overall effectiveness.\nKelbury\nThe council leaves the bottom category: its "inadequate" rating of 2019 has been replaced by "requires improvement".',
      ),
      { events: ['kelbury requires_improvement', 'northshire outstanding'], history: ['kelbury inadequate 2019'] },
    ],
    [
      'but no word that heads a paragraph on something else',
      roundup(
        'Northshire\nThe council has been awarded "outstanding".\nReading\nBooks for children cost less at the fair.',
      ),
      { events: ['northshire outstanding'] },
    ],
  ]);
});

describe('what follows a grade and is nothing that it describes', () => {
  says(
    [
      'less than three years after',
      'barely a year after',
      'nearly two years on from',
      'some months after',
      'lifting it from',
    ].map(
      (after) =>
        [
          after,
          dated(
            'Northshire climbs',
            `Northshire's children's services have been judged good ${after} a damning Ofsted report.`,
          ),
          { events: ['northshire good'] },
        ] as const,
    ),
  );
});

describe('a grade that is not kept', () => {
  const now = (text: string) =>
    dated(
      "Council loses its Ofsted grade for children's services",
      `${text} It now requires improvement, Ofsted has decided.`,
    );
  const LOST = { events: ['northshire requires_improvement'], history: ['northshire good'], direction: 'down' };
  says([
    [
      'not good enough to keep it',
      now("Northshire's children's services are not good enough to keep their 'good' rating."),
      LOST,
    ],
    ['no longer', now("Northshire's children's services are no longer good enough to retain the 'good' grade."), LOST],
    ['failed to hold it', now("Northshire's children's services failed to hold their 'good' grade."), LOST],
    [
      'and one that is',
      dated(
        'Ofsted in Northshire',
        "Northshire's children's services have worked hard enough to keep their good rating, Ofsted said.",
      ),
      { events: ['northshire good'] },
    ],
  ]);
});

describe('beside a grade, of how things are', () => {
  says([
    [
      'too many of an area, who are not graded',
      dated(
        'Ofsted in Northshire',
        "Ofsted has judged children's services in Northshire inadequate, with too many care leavers waiting for a home.",
      ),
      { events: ['northshire inadequate'], areas: [] },
    ],
    [
      'an area with a grade of its own',
      dated(
        'Ofsted in Northshire',
        "Ofsted has judged children's services in Northshire good, with leadership outstanding.",
      ),
      { events: ['northshire good'], areas: ['leaders outstanding'] },
    ],
    [
      'what it was told years before, with the year before its grade',
      dated(
        'Ofsted in Northshire',
        "Northshire's children's services have been judged good by Ofsted, having been told in 2015 that they required improvement.",
      ),
      { events: ['northshire good'], history: ['northshire requires_improvement 2015'], direction: 'up' },
    ],
  ]);
});

describe('hearsay is no judgement', () => {
  const told = (text: string) => dated('Talk of Northshire', text);
  says([
    ...[
      "Ofsted is understood to have judged Northshire's children's services outstanding in all areas, a councillor said.",
      "Ofsted is believed to have rated Northshire's children's services inadequate. Nothing has been published.",
      "Northshire's children's services are rumoured to have been rated inadequate by Ofsted.",
      "Northshire's children's services are understood to have been given a good rating by Ofsted.",
      "It is understood that Ofsted has rated Northshire's children's services inadequate.",
      "Rumour has it that Ofsted has rated Northshire's children's services inadequate.",
      "Ofsted has reportedly rated Northshire's children's services inadequate.",
    ].map((text): Row => [text, told(text), { events: [] }]),
    [
      'what is understood of something else',
      told("Ofsted has rated Northshire's children's services good. The council is understood to have been surprised."),
      { events: ['northshire good'] },
    ],
    [
      'what a report is said to say',
      told("Northshire's children's services are said to be good in a report that Ofsted published today."),
      { events: ['northshire good'] },
    ],
  ]);
});
