import { describe } from 'vitest';
import { anArticle, badReport, dated, goodReport, riReport, says } from './support.ts';

describe('a top grade that is held', () => {
  says(
    (
      [
        ['held since', 'It means we have now held the top grade since 2017.'],
        ['had since', 'Northshire has had the top rating since 2017.'],
        ['kept since', 'It has kept the highest rating since 2017.'],
        ['first won in', 'The council first won the top grade in 2017.'],
        ['enjoyed ever since', 'The county has enjoyed the top grade ever since 2017.'],
      ] as const
    ).map(
      ([what, text]) =>
        [
          what,
          dated(
            'Northshire outstanding once more',
            `Northshire Council has kept its outstanding rating for children’s services, Ofsted announced today. ${text}`,
          ),
          { events: ['northshire outstanding'], history: ['northshire outstanding 2017'], direction: 'same' },
        ] as const,
    ),
  );
});

describe('given now, and first received then', () => {
  says(
    (
      [
        [
          'having first received',
          'The county has been awarded Outstanding for the second inspection running, having first received the rating in March 2020.',
        ],
        [
          'having first won',
          'Northshire’s children’s services have been rated outstanding, having first won that grade in 2020.',
        ],
        [
          'which it first gained',
          'Northshire’s children’s services have been rated outstanding, a grade they first gained in 2020.',
        ],
        [
          'after first getting',
          'Northshire’s children’s services have been judged outstanding again after first getting the grade in 2020.',
        ],
        [
          'achieved for the first time',
          'Northshire’s children’s services have been rated outstanding, a mark the council achieved for the first time in 2020.',
        ],
        [
          'having been given it',
          'Northshire’s children’s services have been rated outstanding, having been given the same mark in 2020.',
        ],
      ] as const
    ).map(
      ([what, text]) =>
        [
          what,
          dated('Ofsted reports on Northshire’s children’s services', `${text} Leadership was outstanding too.`),
          { events: ['northshire outstanding'], history: ['northshire outstanding 2020'], direction: 'same' },
        ] as const,
    ),
  );
});

describe('what an inspection of before found', () => {
  says(
    (
      [
        [
          'the previous one, four years ago, found',
          'The previous full inspection, four years ago, found that they required improvement.',
        ],
        [
          'the last one, in 2019, concluded',
          'The last inspection, in 2019, concluded that services required improvement.',
        ],
        [
          'its predecessor, carried out in',
          'The last such visit, carried out in the autumn of 2019, ruled that services required improvement.',
        ],
        ['an earlier report, from', 'An earlier report, from 2019, said that they required improvement.'],
        [
          'the one before, two years ago, had it',
          'The inspection before, two years ago, had them as requiring improvement.',
        ],
        ['inspectors who came before', 'Inspectors who came four years ago found that services required improvement.'],
      ] as const
    ).map(
      ([what, text]) =>
        [
          what,
          badReport(text),
          { events: ['northshire inadequate'], history: ['northshire requires_improvement'], direction: 'down' },
        ] as const,
    ),
  );
  says([
    [
      'this inspection, a month ago',
      dated(
        'Ofsted inspects Northshire',
        'The inspection, four weeks ago, found that Northshire’s children’s services require improvement.',
      ),
      { events: ['northshire requires_improvement'], history: [] },
    ],
  ]);
});

describe('than last time', () => {
  says([
    [
      'it was good and it’s outstanding now',
      dated(
        'Ofsted delight for Northshire',
        'Northshire’s children’s services have gone one better than last time: they were good in 2018 and they’re outstanding now.',
      ),
      { events: ['northshire outstanding'], history: ['northshire good 2018'], direction: 'up' },
    ],
    [
      'better than before: once, today',
      dated(
        'Ofsted delight for Northshire',
        'Northshire’s children’s services have done better than at the previous inspection: good in 2018, outstanding today.',
      ),
      { events: ['northshire outstanding'], history: ['northshire good 2018'], direction: 'up' },
    ],
    [
      'worse than last time',
      dated(
        'Northshire slips',
        'Ofsted thinks less of Northshire’s children’s services than last time: it was outstanding then and it is good now.',
      ),
      { events: ['northshire good'], history: ['northshire outstanding'], direction: 'down' },
    ],
    [
      'years after that',
      dated(
        'Northshire’s long climb',
        'Northshire’s children’s services, declared inadequate in 2014 and rated requires improvement three years after that, have at last been rated good by Ofsted.',
      ),
      {
        events: ['northshire good'],
        history: ['northshire inadequate 2014', 'northshire requires_improvement 2017'],
        direction: 'up',
      },
    ],
  ]);
});

describe('of the council, in news of its homes', () => {
  says(
    (
      [
        [
          'taught the authority',
          'Being rated as requires improvement by inspectors ten years ago had taught the authority to plan ahead, the leader said.',
        ],
        [
          'when the council was',
          'Ten years ago, when the council was rated as requires improvement by Ofsted, it had none, the leader said.',
        ],
        [
          'the authority’s own',
          'Ofsted’s requires improvement rating for the authority ten years ago still hurt, the leader said.',
        ],
        [
          'since the council was',
          'Much had changed since the county council was told that it required improvement ten years ago, the leader said.',
        ],
      ] as const
    ).map(
      ([what, text]) =>
        [
          what,
          dated(
            'County agrees £14m for three new children’s homes',
            `Northshire County Council has agreed to spend £14m on children’s homes of its own. ${text}`,
          ),
          { events: [], history: ['northshire requires_improvement'] },
        ] as const,
    ),
  );
  says([
    [
      'the grade of a home',
      dated(
        'County agrees £14m for three new children’s homes',
        'Northshire County Council has agreed to spend £14m on children’s homes. Its last one, in Marle, was rated requires improvement by Ofsted.',
      ),
      { events: [], history: [] },
    ],
  ]);
});

describe('part of a service', () => {
  says(
    (
      [
        [
          'that Ofsted rates',
          'The council’s fostering team is part of a children’s department that Ofsted rates as good.',
        ],
        ['which was', 'The fostering team belongs to a children’s services department which was rated good by Ofsted.'],
        ['judged', 'Fostering sits within children’s services judged good by Ofsted.'],
        ['whose', 'Its fostering team is run by children’s services that Ofsted has rated good.'],
      ] as const
    ).map(
      ([what, text]) =>
        [
          what,
          dated(
            'Could you be one of 200 foster carers?',
            `Northshire County Council wants 200 households to foster. ${text}`,
          ),
          { events: [], history: ['northshire good'] },
        ] as const,
    ),
  );
});

describe('names under the heading of their grade', () => {
  const heads = (lines: string) =>
    anArticle({
      title: 'How does your council rank?',
      text: `We look at the latest Ofsted ratings of children’s services in the region.\n\n${lines}\n\nThree more are to be inspected.`,
    });
  says([
    [
      'with their years',
      heads('OUTSTANDING\nNorthshire (2020), Southshire (2021)\n\nREQUIRES IMPROVEMENT\nKelbury (2019)'),
      {
        events: [],
        history: ['northshire outstanding 2020', 'southshire outstanding 2021', 'kelbury requires_improvement 2019'],
      },
    ],
    [
      'without',
      heads('Outstanding\nNorthshire, Southshire\n\nRequires improvement\nKelbury'),
      { events: [], history: ['northshire outstanding', 'southshire outstanding', 'kelbury requires_improvement'] },
    ],
    [
      'with a colon',
      heads('Outstanding:\nNorthshire and Southshire\n\nRequires improvement:\nKelbury'),
      { events: [], history: ['northshire outstanding', 'southshire outstanding', 'kelbury requires_improvement'] },
    ],
    [
      'on the same line',
      heads('OUTSTANDING: Northshire (2020), Southshire (2021)\nREQUIRES IMPROVEMENT: Kelbury (2019)'),
      {
        events: [],
        history: ['northshire outstanding 2020', 'southshire outstanding 2021', 'kelbury requires_improvement 2019'],
      },
    ],
  ]);
  says([
    [
      'beside a word, as of an exhibition',
      goodReport('Outstanding\nNorthshire is to get a new park.'),
      { events: ['northshire good'], history: [] },
    ],
  ]);
});

describe('more than once before', () => {
  says(
    (
      [
        ['three in a row', 'That makes it three in a row, after 2016 and 2020.', ['2016', '2020']],
        ['third in succession', 'It is the third in succession following 2016 and 2020.', ['2016', '2020']],
        ['a title held since', 'It is a title the county has held since 2016.', ['2016']],
        ['a status it has kept since', 'That is a status it has kept since 2016.', ['2016']],
      ] as const
    ).map(
      ([what, text, years]) =>
        [
          what,
          dated(
            'Ofsted report on Northshire',
            `Ofsted has rated Northshire’s children’s services outstanding. ${text}`,
          ),
          {
            events: ['northshire outstanding'],
            history: years.map((year) => `northshire outstanding ${year}`),
            direction: 'same',
          },
        ] as const,
    ),
  );
  says([
    [
      'the top mark, having been good',
      dated(
        'Delight in Northshire',
        'Northshire’s children’s services scored the top mark for the first time, having been good at the two inspections before, Ofsted says.',
      ),
      { events: ['northshire outstanding'], history: ['northshire good'], direction: 'up' },
    ],
    [
      'the lowest mark, having been outstanding',
      dated(
        'Dismay in Northshire',
        'Ofsted gave Northshire’s children’s services the lowest grade. Having been outstanding, they got the bottom rating.',
      ),
      { events: ['northshire inadequate'], history: ['northshire outstanding'], direction: 'down' },
    ],
  ]);
});

describe('in passing, of years before', () => {
  says(
    (
      [
        ['the word was', 'When inspectors last darkened the council’s door, six years ago, the word was inadequate.'],
        ['the verdict then', 'Four years ago the verdict was inadequate.'],
        ['the turnaround from', 'The turnaround from inadequate took four years.'],
        ['its recovery from', 'Its recovery from inadequate has been watched by others.'],
        [
          'ago, and gave it',
          'Only three years ago the same inspectorate had nothing but scorn and gave it an inadequate.',
        ],
        ['ago, and rated it', 'Three years ago inspectors came for a month and rated it inadequate.'],
        ['years back', 'Ofsted had put them at inadequate two years back.'],
      ] as const
    ).map(
      ([what, text]) =>
        [
          what,
          goodReport(text),
          { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' },
        ] as const,
    ),
  );
  says(
    (
      [
        ['in Ofsted’s eyes since', 'A new director takes on a service that has been good in Ofsted’s eyes since 2022.'],
        ['in brackets', 'Its children’s services (Ofsted: good, 2022) get £4m more.'],
        ['in brackets, with a month', 'Its children’s services (Ofsted: good, May 2022) get £4m more.'],
      ] as const
    ).map(
      ([what, text]) =>
        [
          what,
          dated('Budget set', `Northshire Council set its budget for children’s services on Monday. ${text}`),
          { events: [], history: ['northshire good 2022'] },
        ] as const,
    ),
  );
  says(
    (
      [
        ['at that level since', 'The authority has been at that level since 2015.'],
        ['its third such grade', 'It is its third such grade since 2015.'],
        ['where it has been', 'That is where it has been since 2015.'],
      ] as const
    ).map(
      ([what, text]) =>
        [
          what,
          riReport(text),
          {
            events: ['northshire requires_improvement'],
            history: ['northshire requires_improvement 2015'],
            direction: 'same',
          },
        ] as const,
    ),
  );
});
