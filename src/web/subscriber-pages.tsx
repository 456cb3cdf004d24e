import type { FC } from 'hono/jsx';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { whenWords } from '../core/sending/cadence.ts';
import { endedReason as reasonOf } from '../core/sending/ended.ts';
import type { Block } from '../core/sending/letter.ts';
import { Blocks } from '../core/sending/letter-html.tsx';
import { momentWords, type Names } from '../core/sending/names.ts';
import { criteriaWords } from '../core/sending/route.ts';

interface Props {
  subscription: StoredSubscription | null;
  names: Names;
}

/** The pages a letter leads to are its reader's own. */
export const PRIVATE = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };

export const Asked: FC<{ subscription: StoredSubscription; names: Names }> = ({ subscription, names }) => (
  <dl>
    <dt>Asked for</dt>
    <dd>{criteriaWords(subscription.criteria, names)}</dd>
    <dt>How often</dt>
    <dd>{whenWords(subscription)}</dd>
    {subscription.note ? (
      <>
        <dt>Your note</dt>
        <dd>{subscription.note}</dd>
      </>
    ) : null}
    <dt>Since</dt>
    <dd>{momentWords(subscription.since)}</dd>
  </dl>
);

export const Ended: FC<{ subscription: StoredSubscription }> = ({ subscription: { endedAt, endedReason } }) => (
  <p class="panel">
    This subscription has ended{endedAt ? ` on ${momentWords(endedAt)}` : ''}. Nothing more is sent from it.
    {endedReason === reasonOf('address_changed')
      ? ' It goes on at another address: the letters that come there carry the links that end it.'
      : ''}
  </p>
);

/** Only who unsubscribed is told so: what ended otherwise, or goes on elsewhere, is not what a reader did here. */
function unsubscribeTitle(subscriptions: readonly StoredSubscription[]): string {
  if (subscriptions.some(({ state }) => state !== 'ended')) return 'Unsubscribe?';
  const byReader = [reasonOf('unsubscribed'), reasonOf('ended_by_reader')];
  return subscriptions.every(({ endedReason }) => endedReason !== null && byReader.includes(endedReason))
    ? 'You are unsubscribed'
    : 'Nothing is sent here any more';
}

export const UnsubscribePage: FC<{ subscriptions: StoredSubscription[]; names: Names }> = ({
  subscriptions,
  names,
}) => {
  const open = subscriptions.filter(({ state }) => state !== 'ended').length;
  if (subscriptions.length === 0) return <NotFoundPage what="subscription" />;
  return (
    <>
      <h1>{unsubscribeTitle(subscriptions)}</h1>
      {subscriptions.map((subscription) => (
        <>
          <Asked subscription={subscription} names={names} />
          {subscription.state === 'ended' ? <Ended subscription={subscription} /> : null}
        </>
      ))}
      {open > 0 ? (
        <form method="post">
          <button type="submit">{open === 1 ? 'Unsubscribe' : `Unsubscribe from all ${open}`}</button>
        </form>
      ) : null}
    </>
  );
};

/** @param preview the last judgements of what was asked for and a sample alert, as in the letter that led here */
export const ConfirmPage: FC<Props & { preview: readonly Block[] }> = ({ subscription, names, preview }) => {
  if (!subscription) return <NotFoundPage what="subscription" />;
  const { state } = subscription;
  return (
    <>
      <h1>{state === 'active' ? 'Your subscription is active' : 'Confirm your subscription'}</h1>
      <Asked subscription={subscription} names={names} />
      {state === 'ended' ? <Ended subscription={subscription} /> : null}
      {state === 'pending' ? (
        <form method="post">
          <button type="submit">Yes, send me this</button>
        </form>
      ) : null}
      {state === 'active' ? (
        <p>News comes as judgements are published. Every message carries a link to unsubscribe.</p>
      ) : null}
      {state === 'ended' ? null : <Blocks blocks={preview} />}
    </>
  );
};

/** @param open the change still waits for its button; `moved`: it was pressed just now */
export const AddressPage: FC<{ address: string | null; open: boolean; moved: number | null }> = ({
  address,
  open,
  moved,
}) => {
  if (address === null) return <NotFoundPage what="link" />;
  if (!open)
    return (
      <>
        <h1>{moved ? 'Your alerts come here from now on' : 'Nothing is left to confirm'}</h1>
        <p>
          {moved
            ? `${moved === 1 ? 'One subscription goes' : `${moved} subscriptions go`} to ${address} now; the old address is told.`
            : 'The change was made already, or the subscription has ended.'}
        </p>
      </>
    );
  return (
    <>
      <h1>Send your alerts here?</h1>
      <p>They will come to {address}, and no longer to the address they go to now.</p>
      <form method="post">
        <button type="submit">Yes, send them here</button>
      </form>
    </>
  );
};

export const FaultPage: FC = () => (
  <>
    <h1>Something went wrong</h1>
    <p>
      The fault is on our side and was logged. Please try again in a minute. <a href="/">Latest judgements</a>
    </p>
  </>
);

/** A form that was sent from elsewhere, or that is too large. */
export const NotTakenPage: FC = () => (
  <>
    <h1>Nothing was sent</h1>
    <p>
      What came was not the form of this page. Open the page again and send it from there.{' '}
      <a href="/">Latest judgements</a>
    </p>
  </>
);

export const NotFoundPage: FC<{ what: string }> = ({ what }) => (
  <>
    <h1>Not found</h1>
    <p>
      There is no such {what}. The link may be incomplete or out of date. <a href="/">Latest judgements</a>
    </p>
  </>
);
