/** What a person's splits leave of a judgement. It goes on with that, however many or trusted the reports split off are. */
import { type PersonDecision, standingDecisions } from './decisions.ts';

export type Split = Extract<PersonDecision, { kind: 'split' }>;

/** In force, oldest first. */
export const splitsAmong = (decisions: readonly PersonDecision[]): Split[] =>
  standingDecisions(decisions).filter((decision): decision is Split => decision.kind === 'split');

/** Of these findings, as of one judgement, those that no split took away from the others; the last word counts first. */
export function leftBySplits(findingIds: readonly string[], splits: readonly Split[]): string[] {
  let left = [...findingIds];
  for (const { findingIds: off, from } of splits.toReversed())
    if (left.some((id) => from.includes(id))) left = left.filter((id) => !off.includes(id));
  return left;
}
