import type { FC } from 'hono/jsx';

/** Characters; room for a few sentences. */
export const LONGEST_COMPLAINT = 2_000;

/** On an event's page: a reader's "this is wrong" goes to the people who decide. */
export const WrongForm: FC<{ href: string }> = ({ href }) => (
  <details id="wrong">
    <summary>Something wrong here?</summary>
    <form method="post" action={`${href}/wrong`}>
      <p>
        <label for="wrong-text">What is wrong, and how do you know?</label>
      </p>
      <p>
        <textarea id="wrong-text" name="text" rows={4} maxlength={LONGEST_COMPLAINT} required />
      </p>
      <p>
        <button type="submit">Send to the operators</button>
      </p>
    </form>
  </details>
);

export const ComplaintPage: FC<{ kept: boolean; href: string }> = ({ kept, href }) => (
  <>
    <h1>{kept ? 'Thank you' : 'Nothing was sent'}</h1>
    <p>{kept ? 'A person will look at it.' : 'The text was empty.'}</p>
    <p>
      <a href={href}>Back to the judgement</a>
    </p>
  </>
);
