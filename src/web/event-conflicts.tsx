import type { FC } from 'hono/jsx';
import { fieldWords, valueWords, whoSays } from '../core/sending/conflict-words.ts';
import { conflictsInOrder } from '../core/sending/in-order.ts';
import type { Names } from '../core/sending/names.ts';
import { registerHas } from '../core/sending/register-words.ts';
import type { EventView } from './event-view.ts';
import { gradeWords } from './parts.tsx';

/** Who says what, field by field. */
export const Conflicts: FC<{ view: EventView; names: Names }> = ({ view: { event, registered }, names }) => {
  const contradicted = registerHas(event, registered, names);
  if (event.conflicts.length === 0 && !contradicted) return null;
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
          <h3>{capital(headingOf(field, names))}</h3>
          <ul class="plain">
            {values.map((said) => (
              <li>
                <strong>{valueWords(field, said.value, event, names)}</strong>:{' '}
                {whoSays(field, said, event, ({ title }) => title)}
              </li>
            ))}
          </ul>
        </>
      ))}
    </section>
  );
};

/** The heading has room for an area's whole name. */
const headingOf = (field: string, names: Names): string =>
  field.startsWith('judgements.') ? names.area(field.slice('judgements.'.length)) : fieldWords(field);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
