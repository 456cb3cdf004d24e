import type { FC } from 'hono/jsx';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { cadenceWords } from '../core/sending/cadence.ts';
import { counted, type Names } from '../core/sending/names.ts';
import { CADENCES } from '../core/types.ts';
import { Asked, Ended, NotFoundPage } from './subscriber-pages.tsx';

/** What came of the button that was pressed, where the page itself does not show it. */
export interface Said {
  words: string;
  /** Addresses of a feed made just now, shown this once. */
  feeds?: string[];
}

export interface PreferencesProps {
  /** The one whose message led here. */
  subscription: StoredSubscription | null;
  /** All that goes to its address or waits for its reader, oldest first, itself among them while it runs. */
  running: readonly StoredSubscription[];
  names: Names;
  /** The page's own address. */
  here: string;
  said: Said | null;
}

/** A reader's own page: each thing asked for with what changes it, then what concerns all of the address. */
export const PreferencesPage: FC<PreferencesProps> = ({ subscription, running, names, here, said }) => {
  if (!subscription) return <NotFoundPage what="subscription" />;
  const place = subscription.channel === 'push' ? 'this browser' : 'this address';
  return (
    <>
      <h1>What you get</h1>
      {said ? <SaidPanel said={said} /> : null}
      {subscription.state === 'ended' ? (
        <>
          <Asked subscription={subscription} names={names} />
          <Ended subscription={subscription} />
        </>
      ) : null}
      {running.length > 0 ? <p>{whatGoes(running.length, place, subscription.state === 'ended')}</p> : null}
      {running.map((one) => (
        <One subscription={one} names={names} alone={running.length === 1} />
      ))}
      {running.length > 0 ? <OfAll {...{ running, place, here }} /> : null}
    </>
  );
};

const whatGoes = (count: number, place: string, besides: boolean): string =>
  `${counted(count, 'subscription')} ${besides ? 'still ' : ''}${count === 1 ? 'goes' : 'go'} to ${place}.`;

const SaidPanel: FC<{ said: Said }> = ({ said: { words, feeds = [] } }) => (
  <div class="panel" role="status">
    <p>{words}</p>
    {feeds.length > 0 ? (
      <ul class="plain">
        {feeds.map((feed) => (
          <li>
            <a href={feed}>{feed}</a>
          </li>
        ))}
      </ul>
    ) : null}
  </div>
);

/** A button of one subscription. */
const Press: FC<{ of: StoredSubscription; name: 'act' | 'every'; value: string; label: string }> = ({
  of,
  name,
  value,
  label,
}) => (
  <form method="post" class="inline">
    <input type="hidden" name="subscription" value={of.id} />
    <input type="hidden" name={name} value={value} />
    <button type="submit">{label}</button>
  </form>
);

const One: FC<{ subscription: StoredSubscription; names: Names; alone: boolean }> = ({
  subscription,
  names,
  alone,
}) => (
  <section class="panel">
    <Asked subscription={subscription} names={names} />
    {subscription.state === 'pending' ? <p>It waits for you to confirm it.</p> : null}
    {subscription.state === 'active' ? (
      <details open={alone}>
        <summary>Change this one</summary>
        <Changes subscription={subscription} />
      </details>
    ) : null}
    <Press of={subscription} name="act" value="end" label={alone ? 'Send me nothing more' : 'End this one'} />
  </section>
);

const Changes: FC<{ subscription: StoredSubscription }> = ({ subscription }) => {
  const { id, every, quiet } = subscription;
  return (
    <>
      <h3>How often</h3>
      {CADENCES.filter((cadence) => cadence !== every).map((cadence) => (
        <Press of={subscription} name="every" value={cadence} label={`Send ${cadenceWords(cadence)}`} />
      ))}
      <h3>Quiet hours</h3>
      <p>Nothing is sent in them; what comes is sent at their end. London time, over midnight if you like.</p>
      <form method="post" class="inline">
        <input type="hidden" name="subscription" value={id} />
        <input type="hidden" name="act" value="quiet" />
        <label>
          From <input type="time" name="from" value={quiet?.from ?? '22:00'} required />
        </label>
        <label>
          to <input type="time" name="until" value={quiet?.until ?? '07:00'} required />
        </label>
        <button type="submit">Keep quiet then</button>
      </form>
      {quiet ? <Press of={subscription} name="act" value="loud" label="No quiet hours" /> : null}
      <h3>For a feed reader</h3>
      <Press of={subscription} name="act" value="feed" label="Make a feed of this" />
    </>
  );
};

/** What concerns everything that goes to the address, and says so. */
const OfAll: FC<Pick<PreferencesProps, 'running' | 'here'> & { place: string }> = ({ running, place, here }) => {
  const all = running.length === 1 ? 'it' : `all ${running.length}`;
  return (
    <>
      <h2>All that goes to {place}</h2>
      {running.some(({ channel }) => channel === 'mail') ? (
        <>
          <h3>New address</h3>
          <p>Moves {all} to another mail address, once that one has answered a letter.</p>
          <form method="post" class="inline">
            <input type="hidden" name="act" value="address" />
            <label>
              Mail address <input type="email" name="address" autocomplete="email" maxlength={254} required />
            </label>
            <button type="submit">Send a letter there</button>
          </form>
        </>
      ) : null}
      {running.length > 1 ? (
        <>
          <h3>The end</h3>
          <form method="post" class="inline">
            <input type="hidden" name="act" value="end-all" />
            <button type="submit">End all {running.length}: send me nothing more</button>
          </form>
        </>
      ) : null}
      <h3>Your data</h3>
      <p>
        <a href={`${here}/data.json`} download>
          Everything held about {place}
        </a>
        , as one file. The address goes 28 days after the last subscription to it ended.
      </p>
    </>
  );
};
