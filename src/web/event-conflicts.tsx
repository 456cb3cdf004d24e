import type { FC } from 'hono/jsx';
import { conflictingDistinction, publishersOf } from '../core/sending/distinction-words.ts';
import { conflictsInOrder } from '../core/sending/in-order.ts';
import { dayWords, type Names, readableId, remitName } from '../core/sending/names.ts';
import { registerHas } from '../core/sending/register-words.ts';
import type { JudgementEvent } from '../core/types.ts';
import type { EventView } from './event-view.ts';
import { gradeWords } from './parts.tsx';

/** Who says what, field by field. */
export const Conflicts: FC<{ view: EventView; names: Names }> = ({ view: { event, registered }, names }) => {
  const contradicted = registerHas(event, registered, names);
  if (event.conflicts.length === 0 && !contradicted) return null;
  const publishers = (findings: readonly string[]) => publishersOf(event, findings, ({ title }) => title);
  return (
    <section>
      <h2>Who says what</h2>
      {contradicted ? (
        <p>
          The register of published judgements has <strong>{contradicted.grades}</strong>
          {contradicted.readFrom ? ` (${contradicted.readFrom})` : ''}; the reports below say{' '}
          <strong>{gradeWords(event, names)}</strong>.
        </p>
      ) : null}
      {conflictsInOrder(event, names).map(({ field, values }) => (
        <>
          <h3>{capital(fieldName(field, names))}</h3>
          <ul class="plain">
            {values.map(({ value, findings }) => (
              <li>
                <strong>{valueWords(field, value, event, names)}</strong>: {publishers(findings)}
              </li>
            ))}
          </ul>
        </>
      ))}
    </section>
  );
};

const FIELD_NAMES: Record<string, string> = {
  published: 'day of publication',
  framework: 'framework',
  frameworkVersion: 'version of the framework',
  previousGrade: 'grade before',
  direction: 'movement',
  streak: 'times in a row',
  scale: 'scale of grades',
};

function fieldName(field: string, names: Names): string {
  const [kind, what = ''] = field.split('.');
  if (kind === 'headlines') return what === 'overall' ? 'overall grade' : `grade for ${remitName(what)}`;
  if (kind === 'judgements') return names.area(what);
  if (kind === 'distinctions') return 'what sets it apart';
  return FIELD_NAMES[field] ?? readableId(field);
}

function valueWords(field: string, value: string, event: JudgementEvent, names: Names): string {
  if (field.startsWith('headlines.') || field.startsWith('judgements.')) return names.grade(value, event.scale);
  if (field === 'previousGrade') return names.grade(value, null);
  if (field === 'published') return dayWords(value);
  if (field.startsWith('distinctions.')) return conflictingDistinction(event, value, names);
  if (field === 'framework') return names.framework(value);
  return readableId(value);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
