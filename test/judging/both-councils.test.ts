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
