/** What the register has of an event: its own judgement, and the one before. */
import { type Register, timeline } from '../register.ts';
import { movement } from '../sending/names.ts';
import type { JudgementEvent, RegisterJudgement } from '../types.ts';

/** The row that is of the same inspection; null where the register holds none. */
export const registeredJudgement = (
  { authority, register: { judgement } }: Pick<JudgementEvent, 'authority' | 'register'>,
  register: Register,
): RegisterJudgement | null => register.byAuthority.get(authority)?.find(({ id }) => id === judgement) ?? null;

/**
 * The last judgement with a headline before the event's own, where it gave the grade that is said to be the one before,
 * or the one that the register has instead; null where the register holds neither.
 */
export function precedingJudgement(event: JudgementEvent, register: Register): RegisterJudgement | null {
  const rows = timeline(event.authority, register).filter(
    ({ judgement }) => judgement.inspectorate === event.inspectorate && judgement.service === event.service,
  );
  const own = rows.find(({ judgement }) => judgement.id === event.register.judgement)?.judgement.reportId;
  const at = own === undefined ? -1 : rows.findIndex(({ judgement }) => judgement.reportId === own);
  const before =
    at >= 0 ? rows.slice(0, at) : event.day === null ? [] : rows.filter(({ day }) => day !== '' && day < event.day!);
  const last = before.findLast(({ judgement }) => judgement.headlines.length > 0)?.judgement ?? null;
  const { previousGrade } = movement(event);
  const grades = [previousGrade, event.register.previousGrade];
  return last?.headlines.some(({ grade }) => grades.includes(grade)) ? last : null;
}
