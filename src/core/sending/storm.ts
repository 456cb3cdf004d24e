/**
 * Storm guard: how many immediate messages one reader gets, whatever they asked for at that address.
 *
 * In any hour a reader is told at most `limit` judgements one by one and then one message more: the summary of what comes
 * on top, or, where that is a single one, that alert as any other. Corrections are counted by themselves, so that neither
 * takes the room of the other: a correction mends what a reader may be about to print, and waits for no storm of news. Of all
 * summaries there is one an hour. What comes after it waits for the end of its hour, so nothing is lost and nothing is
 * told twice.
 *
 * While more is being read the last message is kept back a little: a poll that brings twelve judgements is else told as
 * five, a sixth and six that wait an hour.
 */
const HOUR_MS = 3_600_000;
/** How long what was promised is kept back for what is being read; a first start reads for longer than anyone waits. */
export const GATHER_MS = 5 * 60_000;
/** Alerts looked at together, and so the most that one summary tells. */
export const MOST_IN_A_SUMMARY = 200;

/** When what went out to a reader, in any order; what is older than an hour is ignored. */
export interface SentBefore {
  singlesAt: readonly Date[];
  /** Of summaries that had some of this kind. */
  summariesAt: readonly Date[];
}

export interface StormState {
  news: SentBefore;
  corrections: SentBefore;
}

/** `gather`: nothing goes out now, and is looked at again with what comes. */
export type StormPlan<Alert> =
  | { kind: 'single' | 'summary'; alerts: Alert[] }
  | { kind: 'wait'; until: Date }
  | { kind: 'gather' };

export const isNews = ({ notice }: { notice: string }): boolean => notice === 'first';

/**
 * @param pending alerts due now for one reader, oldest first, each with when it was promised; not empty
 * @param limit   single alerts an hour, `GRADEWATCH_STORM`
 * @param isMoreComing whether something is being read that may bring more
 */
export function stormPlan<Alert extends { notice: string; createdAt: Date }>(
  pending: readonly Alert[],
  state: StormState,
  limit: number,
  now: Date,
  isMoreComing = false,
): StormPlan<Alert> {
  const recent = (times: readonly Date[]) =>
    times.map((at) => at.getTime()).filter((at) => now.getTime() - at < HOUR_MS);
  const corrections = kindOf(state.corrections, (alert) => !isNews(alert));
  const news = kindOf(state.news, isNews);
  if (isFew(corrections)) return { kind: 'single', alerts: corrections.alerts };
  // While a storm is on (a summary in the last hour) news waits for its end rather than trickling in.
  if (isFew(news) && news.summaries.length === 0) return { kind: 'single', alerts: news.alerts };

  const summaries = [...news.summaries, ...corrections.summaries];
  const over = [news, corrections].filter(({ alerts }) => alerts.length > 0);
  const open = over.filter(({ singles }) => singles.length <= limit).flatMap(({ alerts }) => alerts);
  if (summaries.length > 0 || open.length === 0)
    return { kind: 'wait', until: new Date(Math.min(...over.map(roomAfter)) + HOUR_MS) };
  const alerts = pending.filter((alert) => open.includes(alert));
  const since = Math.min(...alerts.map(({ createdAt }) => createdAt.getTime()));
  if (isMoreComing && now.getTime() - since < GATHER_MS) return { kind: 'gather' };
  return { kind: alerts.length === 1 ? 'single' : 'summary', alerts };

  function kindOf(sent: SentBefore, isOfIt: (alert: Alert) => boolean) {
    return {
      alerts: pending.filter(isOfIt),
      singles: recent(sent.singlesAt),
      summaries: recent(sent.summariesAt),
    };
  }
  /** What is an hour old when there is room again. */
  function roomAfter(kind: ReturnType<typeof kindOf>): number {
    const last = summaries.length > 0 ? Math.max(...summaries) : Number.POSITIVE_INFINITY;
    return kind === news && summaries.length > 0 ? last : Math.min(last, ...kind.singles);
  }
  function isFew(kind: ReturnType<typeof kindOf>): boolean {
    return kind.alerts.length > 0 && kind.singles.length + kind.alerts.length <= limit;
  }
}
