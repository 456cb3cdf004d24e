/** How a judgement is told on whose grade reports, or a report and the official record, disagree: never by one grade alone. */
import type { JudgementEvent, OtherJudgement, RegisterJudgement } from '../types.ts';
import { whoSays } from './conflict-words.ts';
import { publishersOf } from './distinction-words.ts';
import { headlineWords, listWords, type Names, remitName } from './names.ts';
import { registerHas } from './register-words.ts';
import { oneLine } from './safe.ts';

type Standing = Pick<JudgementEvent, 'status' | 'reportStatus' | 'conflicts' | 'reports' | 'register'>;
type InDispute = NonNullable<OtherJudgement['disputed']>;
type Told = Standing & Pick<JudgementEvent, 'headlines' | 'grade' | 'scale'>;
/** A claim, or a row of the register, is in dispute with nothing. */
export type PerhapsDisputed = Partial<Standing> & Omit<Told, keyof Standing>;

/** Its status says so or, of what was corrected, that of its reports. */
export const isDisputed = (event: PerhapsDisputed): event is Told =>
  (event.reportStatus ?? event.status) === 'disputed';

const isAgainstRecord = (register: Standing['register'] | undefined): boolean =>
  register?.match === 'contradicting' && !register.readFrom;

/** What reports say of one headline: the grade that is shown, then what others say. */
const voicesOn = (remit: string, { conflicts }: Standing) =>
  conflicts.find(({ field }) => field === `headlines.${remit}`)?.values ?? [];

/** `good or inadequate, reports differ`; `good, the official record says otherwise`; null where nothing disputes it. */
export function disputedGrade(event: PerhapsDisputed, names: Names): string | null {
  if (!isDisputed(event)) return null;
  const shown = toldGrades(gradesInDispute(event) ?? [], event.scale, names) || headlineWords(event, names);
  return shown && `${shown}${disputedMark(event)}`;
}

/** By headline, every grade that it is given, the one that is shown first; null where nothing disputes it. */
export function gradesInDispute(event: PerhapsDisputed): InDispute | null {
  if (!isDisputed(event)) return null;
  return event.headlines.map(({ remit, grade }) => ({
    remit,
    grades: [...new Set([grade, ...voicesOn(remit, event).map(({ value }) => value)])],
  }));
}

/** The same in words, where no more than these is known; empty where nothing disputes them. */
export function disputedOther(told: InDispute = [], scale: string | null, names: Names): string {
  const shown = toldGrades(told, scale, names);
  const differ = told.some(({ grades }) => grades.length > 1);
  return shown && `${shown}${differ ? REPORTS_DIFFER : AGAINST_RECORD}`;
}

/** `inadequate or good for safeguarding, good for looked after children`. */
const toldGrades = (told: InDispute, scale: string | null, names: Names): string =>
  told
    .map(({ remit, grades }) => {
      const words = listWords(
        grades.map((one) => names.grade(one, scale)),
        'or',
      );
      return told.length > 1 ? `${words} for ${remitName(remit)}` : words;
    })
    .join(', ');

const REPORTS_DIFFER = ', reports differ';
const AGAINST_RECORD = ', the official record says otherwise';

/** `good or inadequate, reports differ`: what reports say of one headline or area; null where they say the same. */
export function differingGrades(
  field: `headlines.${string}` | `judgements.${string}`,
  { conflicts, scale }: Pick<JudgementEvent, 'conflicts' | 'scale'>,
  names: Names,
): string | null {
  const told = conflicts.find((conflict) => conflict.field === field)?.values ?? [];
  const grades = told.map(({ value }) => names.grade(value, scale));
  return grades.length < 2 ? null : `${listWords(grades, 'or')}, reports differ`;
}

/** What stands behind a grade in dispute; empty where nothing disputes it. */
export function disputedMark(event: PerhapsDisputed): string {
  if (!isDisputed(event)) return '';
  const differ = event.headlines.some(({ remit }) => voicesOn(remit, event).length > 1);
  return differ || !isAgainstRecord(event.register) ? REPORTS_DIFFER : AGAINST_RECORD;
}

/** `Disputed: reports disagree about the grade.`; null where nothing disputes it. */
export function disputedNote(event: Told): string | null {
  if (!isDisputed(event)) return null;
  const who = isAgainstRecord(event.register) ? 'a report and the official record' : 'reports';
  return `Disputed: ${who} disagree about the grade.`;
}

/**
 * `The Paper: good; Other Paper: inadequate; the official record: inadequate`; null where nothing disputes it.
 *
 * @param registered the row of the register that is of the same inspection, where it is at hand
 */
export function disputedBy(event: Told, names: Names, registered: RegisterJudgement | null = null): string | null {
  if (!isDisputed(event)) return null;
  const { headlines, scale, register, reports } = event;
  const told = headlines.flatMap(({ remit }) =>
    voicesOn(remit, event).map((said) => {
      const about = headlines.length > 1 ? ` for ${remitName(remit)}` : '';
      const who = whoSays(`headlines.${remit}`, said, event, titleOf);
      return `${who}: ${names.grade(said.value, scale)}${about}`;
    }),
  );
  const all = reports.map(({ findingId }) => findingId);
  const shown = headlineWords(event, names);
  const alone =
    told.length === 0 && shown !== null && all.length > 0 ? [`${publishersOf(event, all, titleOf)}: ${shown}`] : [];
  const has = registered?.headlines.length ? registerHas(event, registered, names) : null;
  const record = has?.grades ?? 'other grades';
  const said = [...told, ...alone, ...(isAgainstRecord(register) ? [`the official record: ${record}`] : [])];
  return oneLine(said.join('; ')) || null;
}

const titleOf = ({ title }: { title: string }): string => oneLine(title) || 'an article without headline';

/** That it is disputed, and who says what, as a sentence or two; null where nothing disputes it. */
export function disputedWords(event: Told, names: Names, registered: RegisterJudgement | null = null): string | null {
  const by = disputedBy(event, names, registered);
  return [disputedNote(event), by && `${by}.`].filter(Boolean).join(' ') || null;
}
