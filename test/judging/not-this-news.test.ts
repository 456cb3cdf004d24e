import { describe } from 'vitest';
import { anArticle, dated, goodReport, NO_HISTORY, riReport, says } from './support.ts';

const NONE = { events: [], history: [] };

describe('special needs in other words', () => {
  says(
    (
      [
        [
          'provision for children with special needs',
          'Northshire’s provision for children with special needs has had the bottom verdict from inspectors again.',
        ],
        [
          'services for children with SEND',
          'Services for children with SEND in Northshire have been given the lowest grade by Ofsted.',
        ],
        [
          'support for pupils with additional needs',
          'Inspectors from Ofsted have given Northshire’s support for pupils with additional needs the worst verdict they can.',
        ],
        [
          'services for disabled children',
          'Services for children with disabilities and special needs in Northshire got the bottom outcome of three from Ofsted and the CQC.',
        ],
        [
          'care for children with special educational needs',
          'The lowest of three outcomes has gone to the help for children and young people with special educational needs in Northshire, Ofsted says.',
        ],
      ] as const
    ).map(([what, text]) => [what, dated('‘Failed’ by the system in Northshire', text), { events: [] }] as const),
  );
  says([
    [
      'yet children’s services, beside them',
      dated(
        'Northshire fails children',
        'Northshire’s children’s services have been rated inadequate by Ofsted. Its provision for children with special needs was not part of the inspection.',
      ),
      { events: ['northshire inadequate'] },
    ],
  ]);
});

describe('a grade that a speaker is proud of', () => {
  says(
    (
      [
        [
          'regards',
          'Northshire Council has done its share, and I’m proud that Ofsted regards its children’s services as outstanding. The money is another matter.',
        ],
        [
          'rates',
          'Northshire Council has done its share, and we’re glad that Ofsted rates its children’s services outstanding. The money is another matter.',
        ],
        [
          'considers',
          'I am pleased that Ofsted considers Northshire’s children’s services to be outstanding. The money is another matter.',
        ],
        [
          'judges',
          'We can be proud in Northshire that inspectors judge our children’s services to be outstanding. The money is another matter.',
        ],
        [
          'sees',
          'It makes me proud that Ofsted sees Northshire’s children’s services as outstanding. The money is another matter.',
        ],
      ] as const
    ).map(
      ([what, text]) =>
        [
          what,
          dated('The county cannot do this alone', text),
          { events: [], history: ['northshire outstanding'] },
        ] as const,
    ),
  );
  says([
    [
      'what has been given',
      dated(
        'A good day for the county',
        'We are proud that Ofsted has today rated Northshire’s children’s services outstanding.',
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'said beside the news',
      goodReport('I’m proud that Ofsted regards our services as good, the leader said.'),
      { events: ['northshire good'], ...NO_HISTORY },
    ],
  ]);
});

describe('an advertisement for work', () => {
  says(
    (
      [
        [
          'why work here',
          'Why work in children’s social care here?',
          'In Northshire you will have 15 children at most. Ofsted told us we’re Good, and we won’t stop until it’s Outstanding.',
        ],
        [
          'why join',
          'Why join us?',
          'In Northshire you will have 15 children at most. Ofsted says our children’s services are good.',
        ],
        [
          'why choose',
          'Why choose Northshire for your next job in social work?',
          'You will have 15 children at most. Ofsted has told us our children’s services are good.',
        ],
        [
          'reasons to work',
          'Ten reasons to work for Northshire children’s services',
          'You will have 15 children at most. Ofsted found us to be good.',
        ],
        [
          'what we offer',
          'Social work in Northshire: what we offer',
          'Up to £5,000 as a welcome payment and 31 days’ leave. Ofsted told us that our children’s services are good.',
        ],
      ] as const
    ).map(
      ([what, title, text]) =>
        [
          what,
          anArticle({ title, text, publisher: 'Northshire Council' }),
          { events: [], history: ['northshire good'] },
        ] as const,
    ),
  );
});

describe('a rehearsal', () => {
  says(
    (
      [
        [
          'mock inspection',
          'A mock inspection in the spring, by a team from Southshire, had put much of the work at good.',
        ],
        ['dry run', 'A dry run in May, led by Southshire, judged adoption to be outstanding.'],
        ['practice inspection', 'In a practice inspection last month the service was found to be good.'],
        ['dummy inspection', 'Consultants carried out a dummy inspection and rated the service good.'],
        ['internal', 'An internal review rated leadership as inadequate.'],
      ] as const
    ).map(
      ([what, text]) =>
        [what, riReport(text), { events: ['northshire requires_improvement'], areas: [], ...NO_HISTORY }] as const,
    ),
  );
});

describe('“good” of nothing in particular', () => {
  says(
    (
      [
        ['some good', 'Ofsted’s message to Northshire: some good, much to do'],
        ['the good and the bad', 'Northshire and Ofsted: the good, the bad and the to-do list'],
        ['more good than bad', 'Ofsted finds more good than bad in Northshire'],
        ['plenty of good', 'Plenty of good, but not enough: Ofsted on Northshire'],
        ['much good', 'Ofsted sees much good in Northshire’s children’s services'],
      ] as const
    ).map(
      ([what, title]) =>
        [
          what,
          dated(title, 'Inspectors have told Northshire Council that its children’s services require improvement.'),
          { events: ['northshire requires_improvement'] },
        ] as const,
    ),
  );
  says([
    [
      'a title that gives it',
      dated('Some are good, says Ofsted: Northshire’s children’s services rated good', 'The report is out.'),
      { events: ['northshire good'] },
    ],
  ]);
});

describe('parts that no framework grades', () => {
  says(
    (
      [
        ['early help', 'The effectiveness of early help is ‘good’.'],
        ['early intervention', 'Early intervention was good.'],
        ['the front door', 'The multi-agency safeguarding hub was found to be good.'],
        ['youth work', 'The work of its early help teams is “good”.'],
      ] as const
    ).map(
      ([what, text]) =>
        [
          what,
          {
            title: 'Northshire children’s services ‘inadequate’ – Ofsted',
            text: `The council’s services are inadequate, inspectors said today. The judgement on leadership is also ‘inadequate’. ${text}`,
          },
          { events: ['northshire inadequate'], areas: ['leaders inadequate'] },
        ] as const,
    ),
  );
});

describe('a notice that hangs there', () => {
  says(
    (
      [
        [
          'slapped',
          'Inspectors have slapped an ‘inadequate’ notice on child protection services at Northshire Council.',
        ],
        ['pinned', 'Ofsted has pinned an “inadequate” label on children’s services in Northshire.'],
        ['hung', 'Ofsted has hung an ‘inadequate’ sign over Northshire’s children’s services.'],
        ['stuck', 'Ofsted has stuck an “inadequate” sticker on the door of Northshire’s children’s services.'],
      ] as const
    ).map(
      ([what, text]) =>
        [what, dated('Ofsted reports on Northshire', text), { events: ['northshire inadequate'] }] as const,
    ),
  );
  says([
    [
      'a notice given',
      dated(
        'Northshire given notice',
        'Northshire Council gave inadequate notice of its plans for children’s services, Ofsted was told.',
      ),
      NONE,
    ],
  ]);
});

describe('a long way to go', () => {
  says([
    [
      'said beside the grade that is given',
      dated(
        'Ofsted reports on Northshire',
        'Rescue work at Northshire Council has a long way to go, inspectors said today as they rated its children’s services inadequate.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'to a grade',
      riReport('There is a long way to go before the service is good.'),
      { events: ['northshire requires_improvement'], ...NO_HISTORY },
    ],
    [
      'to a grade, after a pause',
      riReport('We have a long way to go, until every team is good.'),
      { events: ['northshire requires_improvement'], ...NO_HISTORY },
    ],
  ]);
});
