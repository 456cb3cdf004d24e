import type { FC } from 'hono/jsx';
import type { StoredSubscription } from '../adapters/store/store.ts';
import type { Names } from '../core/sending/names.ts';
import { criteriaWords } from '../core/sending/route.ts';

interface Props {
  subscription: StoredSubscription | null;
  names: Names;
}

export const UnsubscribePage: FC<Props> = ({ subscription, names }) =>
  subscription ? (
    <>
      <h1>Unsubscribe?</h1>
      <p>This subscription: {criteriaWords(subscription.criteria, names)}.</p>
      {subscription.state === 'ended' ? (
        <p class="panel">It has ended already.</p>
      ) : (
        <form method="post">
          <button type="submit">Unsubscribe</button>
        </form>
      )}
    </>
  ) : (
    <NotFoundPage what="subscription" />
  );

export const ConfirmPage: FC<Props> = ({ subscription, names }) =>
  subscription ? (
    <>
      <h1>Confirm your subscription</h1>
      <p>You asked for: {criteriaWords(subscription.criteria, names)}.</p>
      <form method="post">
        <button type="submit">Yes, send me these alerts</button>
      </form>
    </>
  ) : (
    <NotFoundPage what="subscription" />
  );

export const DonePage: FC<{ heading: string; text: string }> = ({ heading, text }) => (
  <>
    <h1>{heading}</h1>
    <p>{text}</p>
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
