/**
 * Storm guard: how many immediate messages one reader gets, whatever they asked for at that address.
 *
 * In any hour a reader gets at most `limit` single alerts and one summary. What comes on top waits until the hour since
 * the last summary is over and is then told one by one again, or in the next summary where it is a storm itself, so nothing is
 * lost and nothing is told twice. A correction mends what a reader may be about to print: unless they are a storm themselves,
 * corrections neither wait nor hide in a summary.
 */
const HOUR_MS = 3_600_000;

export interface StormState {
  /** When single alerts went out to this reader, any order; older ones are ignored. */
  singlesAt: readonly Date[];
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
  const corrections = pending.filter(({ notice }) => notice !== 'first');
  if (corrections.length > 0 && corrections.length <= limit) return { kind: 'single', alerts: corrections };
  const recent = (times: readonly Date[]) => times.filter((at) => now.getTime() - at.getTime() < HOUR_MS);
  const summaries = recent(state.summariesAt);
  const singles = recent(state.singlesAt).length;
  // While a storm is on (a summary in the last hour) new alerts wait for its end rather than trickling in.
  if (summaries.length === 0 && singles + pending.length <= limit) return { kind: 'single', alerts: [...pending] };
  if (summaries.length === 0) return { kind: 'summary', alerts: [...pending] };
  const last = Math.max(...summaries.map((at) => at.getTime()));
  return { kind: 'wait', until: new Date(last + HOUR_MS) };
}

/**
 * How many messages alerts of one reader come in, each sent as soon as this guard lets it.
 *
 * @param alerts with the moment each is due, in any order
 */
export function messagesUnder(alerts: readonly { at: Date; notice: string }[], limit: number): number {
  const coming = alerts.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const sent = { singlesAt: [] as Date[], summariesAt: [] as Date[] };
  let pending: typeof coming = [];
  let wake: Date | null = null;
  while (coming.length > 0 || pending.length > 0) {
    const next: Date = coming[0]?.at ?? (wake as Date);
    const now: Date = wake !== null && wake < next ? wake : next;
    const later = coming.findIndex(({ at }) => at > now);
    pending.push(...coming.splice(0, later === -1 ? coming.length : later));
    const plan = stormPlan(pending, sent, limit, now);
    if (plan.kind === 'wait') {
      wake = plan.until;
      continue;
    }
    if (plan.kind === 'single') sent.singlesAt.push(...plan.alerts.map(() => now));
    else sent.summariesAt.push(now);
    pending = pending.filter((alert) => !plan.alerts.includes(alert));
    wake = pending.length > 0 ? now : null;
  }
  return sent.singlesAt.length + sent.summariesAt.length;
}
