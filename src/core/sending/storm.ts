/**
 * Storm guard: how many immediate messages one reader gets, whatever they asked for at that address.
 *
 * In any hour a reader gets at most `limit` single alerts and one summary. What comes on top waits until the hour since
 * the last summary is over and is then told one by one again, or in the next summary where it is a storm itself, so nothing is
 * lost and nothing is told twice. A correction mends what a reader may be about to print: up to `limit` corrections an hour
 * neither wait nor hide in a summary, whatever else was sent. More of them are a storm like any other: an article that is
 * edited to and fro would else bring a mail a minute.
 */
const HOUR_MS = 3_600_000;
/** Alerts looked at together, and so the most that one summary tells. */
export const MOST_IN_A_SUMMARY = 200;

export interface StormState {
  /** When single alerts went out to this reader, any order; older ones are ignored. */
  singlesAt: readonly Date[];
  /** When corrections were among them. */
  correctionsAt: readonly Date[];
  /** When summaries went out to this reader. */
  summariesAt: readonly Date[];
}

export type StormPlan<Alert> =
  | { kind: 'single'; alerts: Alert[] }
  | { kind: 'summary'; alerts: Alert[] }
  | { kind: 'wait'; until: Date };

/**
 * @param pending alerts due now for one reader, oldest first; not empty
 * @param limit   single alerts an hour, `GRADEWATCH_STORM`
 */
export function stormPlan<Alert extends { notice: string }>(
  pending: readonly Alert[],
  state: StormState,
  limit: number,
  now: Date,
): StormPlan<Alert> {
  const recent = (times: readonly Date[]) => times.filter((at) => now.getTime() - at.getTime() < HOUR_MS);
  const corrections = pending.filter(({ notice }) => notice !== 'first');
  if (corrections.length > 0 && recent(state.correctionsAt).length + corrections.length <= limit)
    return { kind: 'single', alerts: corrections };
  const summaries = recent(state.summariesAt);
  const singles = recent(state.singlesAt).length;
  // While a storm is on (a summary in the last hour) new alerts wait for its end rather than trickling in.
  if (summaries.length === 0 && singles + pending.length <= limit) return { kind: 'single', alerts: [...pending] };
  if (summaries.length === 0) return { kind: 'summary', alerts: [...pending] };
  const last = Math.max(...summaries.map((at) => at.getTime()));
  return { kind: 'wait', until: new Date(last + HOUR_MS) };
}
