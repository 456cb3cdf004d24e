import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { FC } from 'hono/jsx';
import { LONGEST_COMPLAINT } from '../adapters/store/complaints.ts';
import { oneLine } from '../core/sending/safe.ts';
import type { Shell } from './layout.tsx';
import type { Limits } from './limits.ts';
import { eventHref } from './parts.tsx';
import type { SiteDeps } from './site-deps.ts';
import { fromHere, tooOften } from './strangers.tsx';

/** Each waits for a person, so that few of them are many. */
const COMPLAINTS: Limits = { name: 'complaint', network: 10, all: 100, seconds: 3_600 };

/** What a reader says is wrong with an event waits for a person, beside the findings in review. */
export function addComplaints(
  site: Hono,
  deps: SiteDeps,
  Shell: Shell,
  notFound: (c: Context, what: string) => Response | Promise<Response>,
) {
  const refusal = tooOften(COMPLAINTS, deps, Shell);
  site.post(
    '/events/:key/wrong',
    fromHere(deps),
    bodyLimit({
      maxSize: 20_000,
      onError: (c) => c.text('The text is too long; two thousand characters are enough.\n', 413),
    }),
    async (c) => {
      const found = await deps.store.event(c.req.param('key'));
      if (!found) return notFound(c, 'judgement');
      const refused = await refusal(c);
      if (refused) return refused;
      const said = (await c.req.parseBody()).text;
      const text = typeof said === 'string' ? oneLine(said).slice(0, LONGEST_COMPLAINT) : '';
      if (text.length > 0) await deps.store.keepComplaint(found.event.key, text, 'reader', deps.now());
      return c.html(
        <Shell title="Thank you">
          <ComplaintPage kept={text.length > 0} href={eventHref(found.event.key)} />
        </Shell>,
        text.length > 0 ? 200 : 400,
      );
    },
  );
}

/** On an event's page: a reader's "this is wrong" goes to the people who decide. */
export const WrongForm: FC<{ href: string }> = ({ href }) => (
  <details>
    <summary>Something wrong here?</summary>
    {/* Here, not on the details: a link that leads into what is folded unfolds it. */}
    <form id="wrong" method="post" action={`${href}/wrong`}>
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

const ComplaintPage: FC<{ kept: boolean; href: string }> = ({ kept, href }) => (
  <>
    <h1>{kept ? 'Thank you' : 'Nothing was sent'}</h1>
    <p>{kept ? 'A person will look at it.' : 'The text was empty.'}</p>
    <p>
      <a href={href}>Back to the judgement</a>
    </p>
  </>
);
