import type { FC } from 'hono/jsx';
import { distinctionWords, publishersOf } from '../core/sending/distinction-words.ts';
import type { Names } from '../core/sending/names.ts';
import type { JudgementEvent } from '../core/types.ts';

/** What reports say sets a judgement apart from others, each claim in the sentence that makes it. */
export const SetApart: FC<{ event: JudgementEvent; names: Names }> = ({ event, names }) =>
  event.distinctions ? (
    <section>
      <h2>Said to set it apart</h2>
      {event.distinctions.map((claim) => (
        <>
          <p>
            <strong>{capital(distinctionWords(claim, event.scale, names))}</strong>
          </p>
          <blockquote>
            “{claim.evidence.quote}”
            <br />
            <span class="soft">{publishersOf(event, claim.findings ?? [], ({ title }) => title)}</span>
          </blockquote>
        </>
      ))}
      <p class="soft small">
        As the reports count; no inspectorate does. Where they differ, each is given with whoever says it.
      </p>
    </section>
  ) : null;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
