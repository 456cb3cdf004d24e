import { describe } from 'vitest';
import { dated, says } from './support.ts';

const BOTH = { events: ['northshire requires_improvement', 'southshire requires_improvement'] };

/** A trust that acts for two councils, with a report on each. */
describe('in both', () => {
  const trust = (text: string) =>
    dated(
      'Children’s trust gets its first Ofsted verdict',
      `The trust that runs children’s services for two councils has been inspected. Ofsted writes two reports, one on Northshire Council and another on Southshire Council. ${text}`,
    );
  says(
    (
      [
        ['in both', 'In both the overall grade is the same: requires improvement to be good.'],
        ['both say', 'Both say that services require improvement to be good.'],
        ['in each', 'In each the overall grade is requires improvement.'],
        ['for both councils', 'For both councils the overall grade is requires improvement.'],
        ['each council', 'Each council was told that its services require improvement to be good.'],
        ['in both cases', 'In both cases the verdict is requires improvement.'],
      ] as const
    ).map(([what, text]) => [what, trust(text), BOTH] as const),
  );
  says([
    [
      'areas of each',
      trust(
        'In both the overall grade is requires improvement. For each council care leavers were also given requires improvement, as were leaders.',
      ),
      {
        ...BOTH,
        areas: [
          'care_leavers requires_improvement',
          'care_leavers requires_improvement',
          'leaders requires_improvement',
          'leaders requires_improvement',
        ],
      },
    ],
  ]);
  says([
    [
      'named further down',
      dated(
        'Children’s trust gets its first Ofsted verdict',
        'The trust was inspected in May. Staff were told by email. The outcome is that improvement is required. It was opened in 2020. It works from one office. Because it acts for two authorities Ofsted writes two reports, one on Northshire Council and another on Southshire Council. In both the overall grade is the same: requires improvement to be good. The trust was set up in a hurry. For each council leaders were also given requires improvement.',
      ),
      { ...BOTH, areas: ['leaders requires_improvement', 'leaders requires_improvement'] },
    ],
  ]);
});

describe('the city and the county', () => {
  const pair = (text: string, title = 'Ofsted reports on Thornfield and Northshire') => dated(title, text);
  const GRADES = { events: ['northshire good', 'thornfield inadequate'] };
  says([
    [
      'in one sentence',
      pair('Reports on children’s services are out. The city was rated inadequate and the county was rated good.'),
      GRADES,
    ],
    [
      'with what is theirs',
      pair(
        'Reports on children’s services are out. The county’s services were rated good. The city’s were judged inadequate.',
      ),
      GRADES,
    ],
    [
      'after a name',
      pair('Ofsted has rated Thornfield’s children’s services inadequate, while the county was judged good.'),
      GRADES,
    ],
    [
      'with areas',
      pair(
        'Thornfield’s children’s services were rated good by Ofsted. Northshire’s were rated good too. The city had top marks for leadership.',
      ),
      { events: ['northshire good', 'thornfield good'], areas: ['leaders outstanding'] },
    ],
    [
      'in the opening',
      pair(
        'Ofsted has inspected children’s services in Thornfield and Northshire. The county was rated good. The city was found to be inadequate.',
        'Mixed news from Ofsted',
      ),
      GRADES,
    ],
    [
      'of two cities nobody is meant',
      pair(
        'Ofsted rated both good for children’s services. The county was not inspected.',
        'Ofsted reports on Northshire and Southshire',
      ),
      { events: ['northshire good', 'southshire good'] },
    ],
    [
      'a centre of it',
      dated(
        'Ofsted reports on Northshire',
        'Inspectors met staff in the city centre. They rated children’s services good.',
      ),
      { events: ['northshire good'] },
    ],
  ]);
});
