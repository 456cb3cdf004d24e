import { describe } from 'vitest';
import { badReport, dated, riReport, says } from './support.ts';

const good = (text: string) =>
  dated('Ofsted: Northshire’s children’s services good', `They have been rated good. ${text}`);

describe('all, both, each', () => {
  says(
    (
      [
        [
          'the borough’s offer',
          'Leaders’ impact on social work, help and protection, and the borough’s offer to care leavers were all graded good.',
          ['leaders good', 'help_and_protection good', 'care_leavers good'],
        ],
        [
          'both earned',
          'Impact of leaders on social work practice, and children’s experience of help and protection, both earned “outstanding”.',
          ['leaders outstanding', 'help_and_protection outstanding'],
        ],
        [
          'the way it',
          'Leadership, the way the council protects children, and what it does for care leavers were each rated outstanding.',
          ['leaders outstanding', 'help_and_protection outstanding', 'care_leavers outstanding'],
        ],
        [
          'came out',
          'Overall effectiveness, the impact of leaders and the help given to children who need protection all came out as good.',
          ['leaders good', 'help_and_protection good'],
        ],
        [
          'children who need help',
          'The impact of leaders and the support offered to children who need protection were both outstanding.',
          ['leaders outstanding', 'help_and_protection outstanding'],
        ],
        [
          'all three',
          'Leadership, its help for families in trouble and the council’s record with care leavers were all three judged good.',
          ['leaders good', 'help_and_protection good', 'care_leavers good'],
        ],
      ] as const
    ).map(([what, text, areas]) => [what, good(text), { events: ['northshire good'], areas: [...areas] }] as const),
  );
  says([
    [
      'no list: a thing said before',
      good('They praised leadership, and the borough’s work on adoption was good.'),
      { events: ['northshire good'], areas: ['adoption good'] },
    ],
  ]);
});

describe('care and care leavers', () => {
  says([
    [
      'both came out, with another added',
      good('Children in care and care leavers both came out as good, and so did leadership.'),
      { areas: ['children_in_care good', 'care_leavers good', 'leaders good'] },
    ],
    [
      'one item of a list in the years of one grade',
      {
        ...good('Leadership, help and protection, and children in care and care leavers were all graded good as well.'),
        published: '2022-01-26',
      },
      { areas: ['leaders good', 'help_and_protection good', 'children_in_care_and_care_leavers good'] },
    ],
    [
      'in care and leaving care',
      {
        ...good(
          'The four judgements (leaders, help and protection, care and leaving care, and the overall one) are all good.',
        ),
        published: '2022-01-26',
      },
      { areas: ['leaders good', 'help_and_protection good', 'children_in_care_and_care_leavers good'] },
    ],
  ]);
});

describe('the grade before what it is of', () => {
  says(
    (
      [
        [
          'is the rating for',
          'Inadequate is the rating for the overall service and also, individually, for children who need help and protection and for leadership, management and governance.',
          ['help_and_protection inadequate', 'leadership_management_and_governance inadequate'],
        ],
        [
          'is the judgement on',
          '“Inadequate” is the judgement on the service as a whole, on leadership, management and governance, and on the help and protection of children.',
          ['help_and_protection inadequate', 'leadership_management_and_governance inadequate'],
        ],
        [
          'was the verdict on',
          'Inadequate was the verdict on the service overall, on adoption and on care leavers.',
          ['adoption inadequate', 'care_leavers inadequate'],
        ],
        [
          'was the word for',
          '“Inadequate” was the word for the department as a whole, and for its leadership and its adoption work.',
          ['leaders inadequate', 'adoption inadequate'],
        ],
        [
          'is the mark given to',
          'Inadequate is the mark given to the council overall, to adoption and to its work with care leavers.',
          ['adoption inadequate', 'care_leavers inadequate'],
        ],
      ] as const
    ).map(
      ([what, text, areas]) =>
        [
          what,
          dated('Ofsted condemns Northshire’s children’s services', text),
          { events: ['northshire inadequate'], areas: [...areas] },
        ] as const,
    ),
  );
});

describe('told of the council in passing', () => {
  says(
    (
      [
        [
          'where leadership was wanting',
          'Northshire, where leadership and the quality of practice were also found wanting, was inadequate.',
          'inadequate',
        ],
        [
          'whose leadership was slow',
          'Northshire, whose leadership was slow and whose adoption work had stalled, was judged inadequate.',
          'inadequate',
        ],
        [
          'where care leavers wait',
          'Northshire, where care leavers have waited years for a flat, was rated inadequate.',
          'inadequate',
        ],
      ] as const
    ).map(
      ([what, text, grade]) =>
        [
          what,
          dated('Ofsted reports on child protection', `The report on child protection is out. ${text}`),
          { events: [`northshire ${grade}`], areas: [] },
        ] as const,
    ),
  );
});

describe('the same grade as the whole', () => {
  says(
    (
      [
        [
          'as the service as a whole',
          'Just one area was better, the experiences of care leavers, which was judged good. Leadership and help and protection got the same grade as the service as a whole.',
        ],
        [
          'as overall',
          'Care leavers were better off: the work with them is good. Leadership and help and protection were given the same mark as overall.',
        ],
        [
          'as the council itself',
          'Support for care leavers was good. Leadership and help and protection had the same rating as the council as a whole.',
        ],
        [
          'matched the overall grade',
          'Support for care leavers was good. Leadership and help and protection matched the overall grade.',
        ],
        [
          'in line with',
          'Support for care leavers was good. Leadership and help and protection were in line with the overall judgement.',
        ],
      ] as const
    ).map(
      ([what, text]) =>
        [
          what,
          riReport(text),
          {
            events: ['northshire requires_improvement'],
            areas: ['care_leavers good', 'leaders requires_improvement', 'help_and_protection requires_improvement'],
          },
        ] as const,
    ),
  );
});

describe('the one that escaped', () => {
  says(
    (
      [
        ['that was said to', 'Only adoption escaped the worst of it. That was said to require improvement.'],
        ['that was found to', 'Only adoption was spared. That was found to require improvement.'],
        ['it was rated', 'Only adoption did better. It was rated requires improvement.'],
        ['just adoption', 'Just adoption got off more lightly. That requires improvement.'],
        ['the rest', 'Adoption alone fared better. This was judged to require improvement.'],
      ] as const
    ).map(
      ([what, text]) =>
        [
          what,
          badReport(text),
          { events: ['northshire inadequate'], areas: ['adoption requires_improvement'] },
        ] as const,
    ),
  );
});

describe('one service in a long name', () => {
  says(
    (
      [
        [
          'in need of help, those in care',
          'Northshire’s services for children in need of help, for those in care and for care leavers were given an overall verdict of “inadequate”.',
        ],
        [
          'by the title of the inspection',
          'In Northshire services for children in need of help and protection, children looked after and care leavers were rated inadequate by Ofsted.',
        ],
      ] as const
    ).map(
      ([what, text]) =>
        [what, dated('Ofsted reports on Northshire', text), { events: ['northshire inadequate'], areas: [] }] as const,
    ),
  );
  says([
    [
      'the help that children and their families get',
      {
        ...good(''),
        title: 'Northshire child protection inadequate',
        text: 'Ofsted judged Northshire’s child protection inadequate. Leadership was inadequate, and the help that children and their families get was adequate.',
        published: '2013-03-14',
      },
      { events: ['northshire inadequate'], areas: ['leaders inadequate', 'help_and_protection adequate'] },
    ],
  ]);
});

describe('of the next grade, after a semicolon', () => {
  says([
    [
      'both had to settle for',
      good(
        'Top marks went to the impact of leaders; the help children get and the experience of care leavers both had to settle for good.',
      ),
      { areas: ['leaders outstanding', 'help_and_protection good', 'care_leavers good'] },
    ],
    [
      'one grade was higher, which is no move',
      good('One grade was higher: that for care leavers was outstanding.'),
      { events: ['northshire good'], areas: ['care_leavers outstanding'], direction: null },
    ],
  ]);
});
