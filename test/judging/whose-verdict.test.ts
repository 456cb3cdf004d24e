import { describe } from 'vitest';
import { dated, says } from './support.ts';

describe('a verdict that the title gives and the opening explains', () => {
  says([
    [
      'whose verdict and on what',
      dated(
        'Inspectors’ verdict: Good (and getting better)',
        'Ofsted came to Northshire for three weeks in May to look at children’s services.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'of a school',
      dated('Inspectors’ verdict: Good (and getting better)', 'Ofsted came to a school in Northshire in May.'),
      { events: [], history: [] },
    ],
    [
      'of nobody in particular',
      dated(
        'Good news for families',
        'Ofsted came to Northshire for three weeks in May to look at children’s services.',
      ),
      { events: [], history: [] },
    ],
  ]);
});

describe('the grade behind a colon', () => {
  says(
    (
      [
        [
          'the gist',
          'That is the gist of Ofsted’s report on Northshire’s children’s services: requires improvement, the third of four grades.',
        ],
        [
          'the verdict',
          'We have the verdict on Northshire’s children’s services at last: requires improvement, Ofsted says.',
        ],
        [
          'the outcome',
          'Ofsted has told staff the outcome of its inspection of children’s services in Northshire: requires improvement.',
        ],
      ] as const
    ).map(
      ([what, text]) =>
        [what, dated('‘Could do better’', text), { events: ['northshire requires_improvement'] }] as const,
    ),
  );
});

describe('what they were surprised at', () => {
  says(
    (
      [
        ['not surprised', 'said she was not surprised that Ofsted had settled on requires improvement'],
        ['disappointed', 'is disappointed that inspectors had rated it requires improvement'],
        ['relieved', 'was relieved that Ofsted had judged it requires improvement'],
      ] as const
    ).map(
      ([what, text]) =>
        [
          what,
          dated(
            '‘We are not there yet’',
            `Northshire’s director of children’s services ${text}. The report came out on Friday.`,
          ),
          { events: ['northshire requires_improvement'] },
        ] as const,
    ),
  );
});

describe('the verb “send”', () => {
  says([
    [
      'is no special needs',
      dated(
        'Social workers wanted in Northshire',
        'Our social workers carry 15 cases at most. We were rated good by Ofsted in 2022. Send us your CV.',
      ),
      { events: [], history: ['northshire good 2022'] },
    ],
    [
      'where it is',
      dated('SEND in Northshire', 'SEND was looked at. It was rated good by Ofsted in 2022.'),
      { events: [], history: [] },
    ],
  ]);
});

describe('several in a few words', () => {
  says([
    [
      'theirs too',
      dated(
        'Northshire and Southshire: what Ofsted said',
        'Northshire’s children’s services were found to be good, Southshire’s too.',
      ),
      { events: ['northshire good', 'southshire good'] },
    ],
    [
      'another as well',
      dated(
        'Northshire and Southshire: what Ofsted said',
        'Northshire’s children’s services are good, and Southshire’s as well.',
      ),
      { events: ['northshire good', 'southshire good'] },
    ],
    [
      'in brackets',
      dated(
        'Two up, one down',
        'Ofsted has reported on children’s services in Northshire (good), Southshire (outstanding) and Kelbury (inadequate).',
      ),
      { events: ['northshire good', 'southshire outstanding', 'kelbury inadequate'] },
    ],
    [
      'in brackets, of those who help',
      dated(
        'Northshire gets help',
        'Children’s services in Northshire were judged inadequate by Ofsted today. Staff from Southshire (good) and Kelbury (outstanding) will help.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'a grade behind a service',
      dated(
        'No concerns',
        'Ofsted now has no concerns about Northshire’s children’s services: good, it says, and outstanding for leadership.',
      ),
      { events: ['northshire good'], areas: ['leaders outstanding'] },
    ],
  ]);
});
