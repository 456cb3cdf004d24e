/** Why what readers were told is another now: in the words of whoever decided it, by the last such word. */
import { inOrder, type PersonDecision, takenBack } from './decisions.ts';

type Decisions = readonly PersonDecision[];
type Findings = readonly string[];

/** Why a person rejected one of these findings or made another of it; null where nobody did. */
export const reasonNotSo = (findings: Findings, decisions: Decisions): string | null =>
  lastReason(decisions, (decision) => isNotSo(decision) && touches(decision, findings));

/**
 * The same of findings that left an event which stands: one may also have been told apart from the others, or what had put
 * `here` and `there` together was taken back.
 */
export const reasonLeft = (
  gone: Findings,
  decisions: Decisions,
  { here, there }: { here: Findings; there: Findings } = { here: [], there: [] },
): string | null =>
  lastReason(decisions, (decision) => {
    if (decision.kind === 'split') return touches(decision, gone) || isBetween(decision, here, there);
    if (decision.kind !== 'undo') return isNotSo(decision) && touches(decision, gone);
    const merge = decisions.find(({ id, kind }) => id === decision.decisionId && kind === 'merge');
    return merge !== undefined && touches(merge, here) && touches(merge, there);
  });

/** Why a person put these findings together, be it that they were told apart by mistake; null where nobody did. */
export const reasonJoined = (findings: Findings, decisions: Decisions): string | null =>
  lastReason(decisions, (decision) => {
    if (decision.kind !== 'undo') return decision.kind === 'merge' && touches(decision, findings);
    const split = decisions.find(({ id }) => id === decision.decisionId);
    return split?.kind === 'split' && isBetween(split, findings, findings);
  });

/** Why what a person had taken back, rejected or changed stands as before; null where that is not what was decided last. */
export function reasonBack(findings: Findings, decisions: Decisions): string | null {
  const undone = takenBack(decisions);
  const of = (decision: PersonDecision) =>
    decision.kind === 'undo' ? decisions.find(({ id }) => id === decision.decisionId) : decision;
  const last = inOrder(decisions).findLast((decision) => {
    const about = of(decision);
    return !undone.has(decision.id) && about !== undefined && touches(about, findings);
  });
  if (last?.kind !== 'undo') return null;
  return UNDOES.has(of(last)?.kind ?? '') ? last.reason : null;
}
const UNDOES: ReadonlySet<string> = new Set(['retract', 'withdraw', 'reject', 'change']);

const isNotSo = ({ kind }: PersonDecision) => kind === 'reject' || kind === 'change';

const touches = (decision: PersonDecision, findings: Findings) =>
  'findingIds' in decision && decision.findingIds.some((id) => findings.includes(id));

/** Whether a split took one of these from one of those, whichever of them it took off. */
function isBetween({ findingIds, from }: Extract<PersonDecision, { kind: 'split' }>, one: Findings, other: Findings) {
  const has = (side: Findings, findings: Findings) => side.some((id) => findings.includes(id));
  return (has(findingIds, one) && has(from, other)) || (has(findingIds, other) && has(from, one));
}

function lastReason(decisions: Decisions, isSuch: (decision: PersonDecision) => boolean): string | null {
  const undone = takenBack(decisions);
  return inOrder(decisions).findLast((decision) => !undone.has(decision.id) && isSuch(decision))?.reason ?? null;
}
