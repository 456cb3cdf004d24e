/** What reports of one judgement differ on, in a reader's words. */
import type { JudgementEvent, SetRight } from '../types.ts';
import { conflictingDistinction, publishersOf } from './distinction-words.ts';
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

type Said = JudgementEvent['conflicts'][number]['values'][number];

/** Who says a value: its publishers, of a grade that a person made of what the article told with a word to that end. */
export function whoSays(
  field: string,
  { value, findings }: Said,
  { reports }: Pick<JudgementEvent, 'reports'>,
  unnamed?: (report: JudgementEvent['reports'][number]) => string,
): string {
  const isOfPerson = ({ findingId, setRight }: JudgementEvent['reports'][number]) =>
    findings.includes(findingId) && setRight !== undefined && toldOtherwise(field, value, setRight);
  const own = findings.filter((id) => !reports.some((report) => report.findingId === id && isOfPerson(report)));
  const persons = findings.filter((id) => !own.includes(id));
  const [said, set] = [own, persons].map((ids) => publishersOf({ reports }, ids, unnamed));
  return [said, set && `${set}, as a person set it right`].filter(Boolean).join('; ');
}

function toldOtherwise(field: string, value: string, { headlines }: SetRight): boolean {
  const [kind, of] = field.split('.');
  if (kind !== 'headlines') return kind === 'judgements';
  return headlines.find(({ remit }) => remit === of)?.grade !== value;
}
