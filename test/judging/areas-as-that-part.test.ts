/** Areas that a later clause or sentence takes up, as "that part", as "the other", by a relative clause or as set before its clause. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, riReport, says } from './support.ts';

describe('that part of it', () =>
  says([
    [
      'what a verb of the same sentence marks',
      goodReport(
        'They saw foster homes for children in care full of warmth, and marked that part of the work as outstanding.',
      ),
      { areas: ['children_in_care outstanding'] },
    ],
    [
      'what a thing earns it, a sentence later',
      riReport('Adoption fares best. The skill of its staff earned that part of the service a good.'),
      { areas: ['adoption good'] },
    ],
    [
      'a clause of its own, over a word that is no grade',
      riReport('Care leavers get a good hearing, they found, and that side of the work was marked as outstanding.'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'that, as what is judged',
      riReport('Once children are in care they are safe, and the report marks that as good.'),
      { areas: ['children_in_care good'] },
    ],
    [
      'not "that" before another thing',
      goodReport('Leaders took over adoption themselves and inspectors found that outstanding work had been lost.'),
      { areas: [] },
    ],
    [
      'not where the whole comes between',
      badReport('Adoption is quick. Kelbury is next door, and Northshire took that part of it as a good sign.'),
      { areas: [] },
    ],
  ]));

describe('named elsewhere than beside the grade', () =>
  says([
    [
      'the other of two, sentences later',
      goodReport(
        'Help and protection is one of two areas judged outstanding. Staff know every family by name. The other is leadership.',
      ),
      { areas: ['help_and_protection outstanding', 'leaders outstanding'] },
    ],
    [
      'not the other of two people',
      goodReport(
        'Adoption is one of two areas judged outstanding. The other night staff heard it with leaders of other teams.',
      ),
      { areas: ['adoption outstanding'] },
    ],
    [
      'as they did, without a "for"',
      badReport(
        'Inspectors rated the department inadequate, as they did its leadership and its help for care leavers.',
      ),
      { areas: ['leaders inadequate', 'care_leavers inadequate'] },
    ],
    [
      'which they judged, of what is spoken about',
      badReport('Inspectors were happier about adoption, which they judged good, saying that matches are made soon.'),
      { areas: ['adoption good'] },
    ],
    [
      'the same said of others, in one sentence',
      badReport(
        'Inspectors found the leadership of the council to be good, and said the same of adoption and fostering.',
      ),
      { areas: ['leaders good', 'adoption good', 'fostering good'] },
    ],
    [
      'what those earn whom the clause speaks of',
      goodReport('Adoption is swift, and care leavers are treated like family, earning outstanding as well.'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'not what somebody else earns',
      goodReport(
        'Care leavers are treated like family, the council earning outstanding from the youth board last spring.',
      ),
      { areas: [] },
    ],
    [
      'like the rest',
      badReport(
        'Adoption requires improvement and is the pick of the bunch; care leavers are inadequate like the rest.',
      ),
      { areas: ['adoption requires_improvement', 'care_leavers inadequate'] },
    ],
    [
      'their experiences, which still require it',
      goodReport('Only care leavers trail behind. Their experiences and progress still require improvement.'),
      { areas: ['care_leavers requires_improvement'] },
    ],
    [
      'which they also gave for it',
      goodReport(
        'The outstanding, which inspectors also gave for adoption and for leadership, was a surprise to staff.',
      ),
      { areas: ['adoption outstanding', 'leaders outstanding'] },
    ],
    [
      'set before its clause, behind a word that turns',
      goodReport(
        'However, for care leavers, who number almost ninety, the borough requires improvement, and it wants more flats.',
      ),
      { areas: ['care_leavers requires_improvement'] },
    ],
    [
      'all of them lower, at a grade',
      goodReport('Adoption, leadership and child protection all came out a rung lower, at requires improvement.'),
      {
        areas: [
          'adoption requires_improvement',
          'leaders requires_improvement',
          'help_and_protection requires_improvement',
        ],
      },
    ],
    [
      'compared with another, and not with before',
      badReport('Adoption was rated good, compared with requires improvement for leadership.'),
      { areas: ['adoption good', 'leaders requires_improvement'], history: [] },
    ],
    [
      'grades that range from one to the other',
      riReport('Grades range from good for adoption to inadequate for leadership.'),
      { areas: ['adoption good', 'leaders inadequate'], history: [] },
    ],
    [
      'the pair that had one grade then',
      {
        ...dated(
          'Ofsted report on Northshire',
          "Ofsted has rated Northshire's children's services inadequate, in a report published today. It graded the experiences of children who need help and protection as inadequate, while those for children in care and care leavers require improvement.",
        ),
        published: '2021-06-14',
      },
      { areas: ['help_and_protection inadequate', 'children_in_care_and_care_leavers requires_improvement'] },
    ],
  ]));
