/** What reports of one judgement differ on, in a reader's words. */
import type { JudgementEvent } from '../types.ts';
import { conflictingDistinction } from './distinction-words.ts';
import { dayWords, type Names, readableId, remitName } from './names.ts';

const FIELDS: Partial<Record<string, string>> = {
  published: 'day of publication',
  framework: 'framework',
  frameworkVersion: 'version of the framework',
  previousGrade: 'grade before',
  direction: 'movement',
  streak: 'times in a row',
  scale: 'scale of grades',
};

/** `overall grade`, `grade for help and protection`, `what sets it apart`. */
export function fieldWords(field: string): string {
  const [kind, of = ''] = field.split('.');
  if (kind === 'headlines') return of === 'overall' ? 'overall grade' : `grade for ${remitName(of)}`;
  if (kind === 'judgements') return `grade for ${readableId(of)}`;
  if (kind === 'distinctions') return 'what sets it apart';
  return FIELDS[field] ?? readableId(field);
}

/** One of the values that differ: a grade, a day, a framework by its name. */
export function valueWords(field: string, value: string, event: JudgementEvent, names: Names): string {
  if (field.startsWith('headlines.') || field.startsWith('judgements.')) return names.grade(value, event.scale);
  if (field === 'previousGrade') return names.grade(value, null);
  if (field === 'published') return dayWords(value);
  if (field.startsWith('distinctions.')) return conflictingDistinction(event, value, names);
  if (field === 'framework') return names.framework(value);
  return readableId(value);
}
