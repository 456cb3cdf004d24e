/** Events held against the register of published judgements, and the register against what sources reported. */
import type { Day, JudgementEvent, RegisterJudgement, RegisterView } from '../types.ts';

export interface Reconciliation {
  /** Keys of events by what the register says of them. */
  events: Record<RegisterView['match'], string[]>;
  /** Of those that the register holds, keys of events whose row was not read from the inspectorate. */
  unofficial: string[];
  /** Events whose grades differ from the register's, field by field. */
  contradictions: { key: string; judgement: string; field: string; reported: string; published: string }[];
  /** Published judgements that no source reported, newest first. */
  missed: RegisterJudgement[];
}

/** Day of publication as the register has it: the first of the month where only that is known, else the visit's. */
const registerDay = (row: RegisterJudgement): Day | null =>
  row.published ?? row.publishedWithin?.from ?? row.inspected?.from ?? null;

/**
 * @param events as correlated, their `register` filled
 * @param since  judgements published before are not expected to be reported: usually when watching began
 */
export function reconcile(
  events: readonly JudgementEvent[],
  register: readonly RegisterJudgement[],
  since: Day,
): Reconciliation {
  const live = events.filter(({ status }) => status !== 'retracted');
  const result: Reconciliation = {
    events: { confirmed: [], unpublished: [], contradicting: [], recycled: [], none: [] },
    unofficial: [],
    contradictions: [],
    missed: [],
  };
  const rows = new Map(register.map((row) => [row.id, row]));
  const reported = new Set<string>();
  for (const event of [...live].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const { match, judgement } = event.register;
    result.events[match].push(event.key);
    const row = judgement === null ? undefined : rows.get(judgement);
    if (!row) continue;
    reported.add(reportOf(row));
    if (row.readFrom) result.unofficial.push(event.key);
    if (match === 'contradicting') result.contradictions.push(...differences(event, row));
  }
  result.missed = register
    .filter((row) => (registerDay(row) ?? '') >= since && row.gradesReported !== 'none' && !reported.has(reportOf(row)))
    .sort((a, b) => ((registerDay(a) ?? '') > (registerDay(b) ?? '') ? -1 : 1));
  return result;
}

/** Two rows of one report and authority are one event. */
const reportOf = ({ reportId, authority }: RegisterJudgement) => `${authority} ${reportId}`;

function differences(event: JudgementEvent, row: RegisterJudgement): Reconciliation['contradictions'] {
  const { key } = event;
  const pairs = [
    ...event.headlines.map(({ remit, grade }) => ({
      field: `headlines.${remit}`,
      reported: grade,
      published: row.headlines.find((other) => other.remit === remit)?.grade ?? gradeOrNone(row),
    })),
    ...event.judgements.flatMap(({ area, grade }) => {
      const other = row.judgements.find((judgement) => judgement.area === area);
      return other ? [{ field: `judgements.${area}`, reported: grade, published: other.grade }] : [];
    }),
  ];
  return pairs
    .filter(({ reported, published }) => reported !== published)
    .map((difference) => ({ key, judgement: row.id, ...difference }));
}

const gradeOrNone = (row: RegisterJudgement) => row.headlines.map(({ grade }) => grade).join(' / ') || 'none given';
