/** What there is to tell of an event after its reports changed. */
import type { JudgementEvent } from '../types.ts';

export interface Change {
  /**
   * `authority`, `inspectorate`, `service`, `status`, `headlines.<remit>` or, where there is no headline, `judgements.<area>`;
   * `key.<key>` where what was told under that key is no judgement of its own, or is one again.
   */
  field: string;
  from: string | null;
  to: string | null;
  /** Key of the event it was told of, where that was another one: should that stand again, the change is its own. */
  of?: string;
  /** Nobody was told of that event, of what it became one with somebody was. */
  untold?: true;
  /** It is again what it was before it became one with another. */
  back?: true;
}

/** `first`, or `correction-1`, `correction-2` … */
type NoticeName = 'first' | `correction-${number}`;

export interface Notice {
  notice: NoticeName;
  changes: Change[];
}

export const TAKEN_BACK: readonly string[] = ['retracted', 'withdrawn'];
/** We were wrong, or the inspectorate took its report back. */
export const isTakenBack = ({ status }: Pick<JudgementEvent, 'status'>) => TAKEN_BACK.includes(status);

/** Whether it was ever told; of what stands again after a merge only that is known, not its first notice. */
export const wasNoticed = ({ notices }: { notices: readonly string[] }): boolean => notices.length > 0;

/**
 * Notices due. A revision that only adds reports, areas, dates, evidence or a grade makes none; one that changes or
 * takes back authority, inspectorate, service or a headline grade already told makes the next correction.
 *
 * @param previous the event as last kept and the notices made of it; several where events were merged; none when new
 * @param joins    what else a merge, or its end, changes for readers
 */
export function noticesFor(
  previous: readonly { event: JudgementEvent; notices: readonly string[]; told?: boolean }[],
  now: JudgementEvent,
  joins: readonly Change[] = [],
): Notice[] {
  const told = previous.filter(wasNoticed);
  if (told.length === 0) return isTakenBack(now) ? [] : [{ notice: 'first', changes: [] }];
  const changes = [
    ...joins,
    ...told.flatMap(({ event, told: isTold }) =>
      changesBetween(event, now).map((change) => ({
        ...change,
        ...(event.key === now.key ? {} : { of: event.key }),
        ...(isTold === false && told.some((one) => one.told) ? { untold: true as const } : {}),
      })),
    ),
  ];
  const different = [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
  if (different.length === 0) return [];
  const numbers = previous
    .flatMap(({ notices }) => notices)
    .map((notice) => Number(/^correction-(\d+)$/.exec(notice)?.[1] ?? 0));
  return [{ notice: `correction-${Math.max(0, ...numbers) + 1}`, changes: different }];
}

/** Changes one after another as one: what was undone among them is none. @param changes oldest first */
export function changesTogether(changes: readonly Change[]): Change[] {
  const fields = new Map<string, Change>();
  for (const change of changes)
    fields.set(change.field, { ...change, from: (fields.get(change.field) ?? change).from });
  return [...fields.values()].filter(({ from, to }) => from !== to);
}

/** What of an event is told and may turn out to be otherwise. */
type Tellable = Pick<
  JudgementEvent,
  'authority' | 'inspectorate' | 'service' | 'status' | 'headlines' | 'gradeState' | 'judgements'
>;

/** What was told before and is otherwise now; what is only added is none. */
export function changesBetween(before: Tellable, now: Tellable): Change[] {
  const changes: Change[] = [];
  for (const field of ['authority', 'inspectorate', 'service'] as const)
    if (before[field] !== now[field]) changes.push({ field, from: before[field], to: now[field] });
  if (isTakenBack(before) || isTakenBack(now)) {
    if (before.status !== now.status) changes.push({ field: 'status', from: before.status, to: now.status });
    return changes;
  }
  for (const { remit, grade } of before.headlines) {
    const to = gradeNow(remit, grade, now);
    if (to !== grade) changes.push({ field: `headlines.${remit}`, from: grade, to });
  }
  return [...changes, ...areaChanges(before, now)];
}

/** Where the framework gives no overall grade, the area grades are what was told. */
function areaChanges(before: Tellable, now: Tellable): Change[] {
  if (before.gradeState !== 'none_by_framework') return [];
  return before.judgements.flatMap(({ area, grade }) => {
    const to = now.judgements.find((judgement) => judgement.area === area)?.grade ?? null;
    return to === grade ? [] : [{ field: `judgements.${area}`, from: grade, to }];
  });
}

/** A 2009 to 2012 grade first told as the overall one may turn out to be one of the two headlines: that only adds. */
function gradeNow(remit: string, grade: string, { headlines }: Tellable): string | null {
  const same = headlines.find((headline) => headline.remit === remit);
  if (same) return same.grade;
  const moved = remit === 'overall' && headlines.some((headline) => headline.grade === grade);
  return moved ? grade : null;
}
