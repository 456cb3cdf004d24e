import type { Child, FC } from 'hono/jsx';
import { momentWords } from '../core/sending/names.ts';
import { MOST_GIVEN_UP, type OperatorView } from '../steps/operator-view.ts';
import { eventHref } from './parts.tsx';

/** Where it stands, and where its forms lead. */
export const OPERATOR = '/operator';

export const SignInPage: FC<{ fault: string | null }> = ({ fault }) => (
  <>
    <h1>Operator</h1>
    <form method="post" action={OPERATOR}>
      <p>
        <label for="token">Token (ADMIN_TOKEN)</label>
        <br />
        <input
          {...{ id: 'token', name: 'token', type: 'password', autocomplete: 'current-password', required: true }}
          {...(fault ? { 'aria-invalid': 'true', 'aria-describedby': 'fault' } : {})}
        />
      </p>
      {fault ? (
        <p id="fault" role="alert">
          {fault}
        </p>
      ) : null}
      <p>
        <button type="submit">Open</button>
      </p>
    </form>
  </>
);

interface PartProps<T> {
  title: string;
  none: string;
  rows: readonly T[];
  /** No more than these are asked for. */
  most?: number;
  line: (row: T) => Child;
}

/** A part of the page: a heading with its count, and a line for each. */
function Part<T>({ title, none, rows, most, line }: PartProps<T>) {
  const count = rows.length === most ? `the newest ${most}` : rows.length;
  return (
    <>
      <h2>{rows.length === 0 ? title : `${title} (${count})`}</h2>
      {rows.length === 0 ? (
        <p class="soft">{none}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <li>{line(row)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const Since: FC<{ at: Date | null }> = ({ at }) =>
  at ? <span class="soft small">, since {momentWords(at)}</span> : null;

const EventLink: FC<{ name: string }> = ({ name }) => <a href={eventHref(name)}>{name}</a>;

export const OperatorPage: FC<{ view: OperatorView }> = ({ view: { onHold, outages, review, dead, lost } }) => (
  <>
    <h1>Operator</h1>
    {onHold ? (
      <p class="panel">This store was restored and sends nothing until “gradewatch restore --release”.</p>
    ) : null}
    <Part
      title="Outages"
      none="Nothing is broken."
      rows={outages}
      line={({ part, says, since }) => (
        <>
          {part}: {says}
          <Since at={since} />
        </>
      )}
    />
    <Part
      title="Findings that wait"
      none="None; “gradewatch review list” shows them when there are."
      rows={review.findings}
      line={({ id, line, title, since }) => (
        <>
          <code>{id}</code> {line}: {title}
          <Since at={since} />
        </>
      )}
    />
    <Part
      title="News that waits for release"
      none="None."
      rows={review.notices}
      line={({ event, notice, reason, since }) => (
        <>
          <EventLink name={event} />, {notice}: {reason}
          <Since at={since} />
        </>
      )}
    />
    <Part
      title="Readers say this is wrong"
      none="Nobody does."
      rows={review.complaints}
      line={({ id, event, text, since }) => (
        <>
          <code>{id}</code> <EventLink name={event} />: {text}
          <Since at={since} />
        </>
      )}
    />
    <Part
      title="Messages given up"
      none="None."
      rows={dead}
      most={MOST_GIVEN_UP}
      line={({ reference, error, since }) => (
        <>
          <code>{reference}</code>: {error}
          <Since at={since} />
        </>
      )}
    />
    <Part
      title="Articles given up"
      none="None."
      rows={lost}
      most={MOST_GIVEN_UP}
      line={({ source, title, reason, since }) => (
        <>
          {title} ({source}): {reason}
          <Since at={since} />
        </>
      )}
    />
    <form method="post" action={OPERATOR}>
      <input type="hidden" name="act" value="leave" />
      <button type="submit">Leave</button>
    </form>
  </>
);
