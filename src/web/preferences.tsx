import type { Context, Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { cadenceWords, isQuietHours } from '../core/sending/cadence.ts';
import { endedReason } from '../core/sending/ended.ts';
import type { Names } from '../core/sending/names.ts';
import { CADENCES } from '../core/types.ts';
import { GiveUp, TryLater, WrongUse } from '../errors.ts';
import { moveToNewAddress } from '../steps/change-address.ts';
import { personalData } from '../steps/personal-data.ts';
import { changeCadence, changeQuiet } from '../steps/replace-subscription.ts';
import type { Shell } from './layout.tsx';
import type { SiteDeps } from './site-deps.ts';
import { AddressPage, Asked, Ended, NotFoundPage, PRIVATE } from './subscriber-pages.tsx';

interface Props {
  subscription: StoredSubscription | null;
  names: Names;
  /** The page's own address. */
  here: string;
  /** Addresses of a feed made just now, shown this once. */
  feeds: string[];
  /** What came of the button that was pressed, when the page itself does not show it. */
  said: string | null;
}

const PreferencesPage: FC<Props> = ({ subscription, names, here, feeds, said }) => {
  if (!subscription) return <NotFoundPage what="subscription" />;
  return (
    <>
      <h1>What you get</h1>
      {said ? (
        <p class="panel" role="status">
          {said}
        </p>
      ) : null}
      <Asked subscription={subscription} names={names} />
      {subscription.state === 'ended' ? <Ended subscription={subscription} /> : null}
      {feeds.length > 0 ? (
        <div class="panel">
          <p>Your feed, for a feed reader. The links are shown this once; whoever has them can read it.</p>
          <ul class="plain">
            {feeds.map((feed) => (
              <li>
                <a href={feed}>{feed}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {subscription.state === 'active' ? <Changes subscription={subscription} here={here} /> : null}
    </>
  );
};

const Changes: FC<{ subscription: StoredSubscription; here: string }> = ({
  subscription: { channel, every, quiet },
  here,
}) => (
  <>
    <h2>How often</h2>
    {CADENCES.filter((cadence) => cadence !== every).map((cadence) => (
      <form method="post">
        <input type="hidden" name="every" value={cadence} />
        <p>
          <button type="submit">Send {cadenceWords(cadence)}</button>
        </p>
      </form>
    ))}
    <h2>Quiet hours</h2>
    <p>Nothing is sent in them; what comes is sent at their end. London time, over midnight if you like.</p>
    <form method="post" class="inline">
      <input type="hidden" name="act" value="quiet" />
      <label>
        From <input type="time" name="from" value={quiet?.from ?? '22:00'} required />
      </label>
      <label>
        to <input type="time" name="until" value={quiet?.until ?? '07:00'} required />
      </label>
      <button type="submit">Keep quiet then</button>
    </form>
    {quiet ? (
      <form method="post">
        <input type="hidden" name="act" value="loud" />
        <p>
          <button type="submit">No quiet hours</button>
        </p>
      </form>
    ) : null}
    {channel === 'mail' ? (
      <>
        <h2>New address</h2>
        <p>All you get at this address moves once the new one has answered a letter.</p>
        <form method="post" class="inline">
          <input type="hidden" name="act" value="address" />
          <label>
            Mail address <input type="email" name="address" autocomplete="email" maxlength={254} required />
          </label>
          <button type="submit">Send a letter there</button>
        </form>
      </>
    ) : null}
    <h2>Other ways</h2>
    <form method="post">
      <input type="hidden" name="act" value="feed" />
      <p>
        <button type="submit">Make a feed of this</button>
      </p>
    </form>
    <form method="post">
      <input type="hidden" name="act" value="end" />
      <p>
        <button type="submit">Send me nothing more</button>
      </p>
    </form>
    <h2>Your data</h2>
    <p>
      <a href={`${here}/data.json`} download>
        Everything held about your address
      </a>
      , as one file. The address goes 28 days after your last subscription ended.
    </p>
  </>
);

/**
 * The pages behind a reader's own link: GET shows and changes nothing; POST ends, changes how often and when, asks a new
 * address, or makes a feed. No password.
 */
export function addPreferences(site: Hono, deps: SiteDeps, Shell: Shell): void {
  const { store, names } = deps;
  const show = (c: Context, subscription: StoredSubscription | null, more: Partial<Props> & { status?: 400 } = {}) =>
    c.html(
      <Shell title={subscription ? 'What you get' : 'Not found'}>
        <PreferencesPage {...{ subscription, names, here: c.req.path, feeds: [], said: null, ...more }} />
      </Shell>,
      subscription ? (more.status ?? 200) : 404,
      PRIVATE,
    );
  const ofLink = (c: Context) => deps.subscriptionOf(c.req.param('token') ?? '', 'preferences');

  site.get('/preferences/:token', async (c) => show(c, await ofLink(c)));

  site.get('/preferences/:token/data.json', async (c) => {
    const reader = await ofLink(c);
    if (!reader?.address) return show(c, null);
    const name = 'attachment; filename="gradewatch-my-data.json"';
    return c.body(personalData(reader.address, await store.heldOf(reader.address), deps.now()), 200, {
      ...PRIVATE,
      ...{ 'content-type': 'application/json; charset=utf-8', 'content-disposition': name },
    });
  });

  site.post('/preferences/:token', async (c) => {
    const reader = await ofLink(c);
    if (reader?.state !== 'active') return show(c, reader);
    const { act, every, from, until, address } = await c.req.parseBody();
    if (act === 'end') await store.endSubscription(reader.id, endedReason('ended_by_reader'), deps.now());
    if (act === 'feed') {
      const feed = `${deps.publicUrl()}/feeds/mine/${await deps.newToken(reader.id, 'feed')}`;
      return show(c, reader, { feeds: [`${feed}.atom`, `${feed}.json`] });
    }
    if (act === 'address') return show(c, reader, await asked(deps, reader, String(address ?? '')));
    if (act === 'loud') await changeQuiet(deps, reader, null);
    if (act === 'quiet') {
      const quiet = { from: String(from ?? ''), until: String(until ?? '') };
      if (!isQuietHours(quiet))
        return show(c, reader, {
          status: 400,
          said: 'Quiet hours are two different times of day, such as 22:00 and 07:00.',
        });
      await changeQuiet(deps, reader, quiet);
    }
    const wanted = CADENCES.find((cadence) => cadence === every && cadence !== reader.every);
    if (wanted) await changeCadence(deps, reader, wanted);
    // The link goes on with what took the old one's place.
    return wanted || act === 'quiet' || act === 'loud' ? c.redirect(c.req.path, 303) : show(c, await ofLink(c));
  });

  const addressPage = async (c: Context, moved: number | null) => {
    const change = await deps.addressChangeOf(c.req.param('token') ?? '');
    const asked = change && (await store.subscription(change.subscriptionId));
    return c.html(
      <Shell title={asked ? 'Your new address' : 'Not found'}>
        <AddressPage address={change?.address ?? null} open={asked?.state === 'active'} moved={moved} />
      </Shell>,
      asked ? 200 : 404,
      PRIVATE,
    );
  };
  site.get('/address/:token', (c) => addressPage(c, null));
  site.post('/address/:token', async (c) => {
    const change = await deps.addressChangeOf(c.req.param('token') ?? '');
    return addressPage(c, change ? await moveToNewAddress(deps, change.id) : null);
  });
}

/** What is said is the same whoever else uses the address. */
async function asked(
  deps: SiteDeps,
  reader: StoredSubscription,
  address: string,
): Promise<{ said: string; status?: 400 }> {
  try {
    await deps.askNewAddress(reader, address);
    return { said: 'A letter is on its way to the new address. Nothing changes before the link in it is followed.' };
  } catch (error) {
    if (error instanceof WrongUse) return { said: error.message, status: 400 };
    if (!(error instanceof TryLater || error instanceof GiveUp)) throw error;
    deps.log.warn('address.not-asked', { subscription: reader.id, message: error.message });
    return { said: 'No letter can be sent just now. Please try again later.' };
  }
}
