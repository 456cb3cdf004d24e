import type { Context, Hono } from 'hono';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { isQuietHours } from '../core/sending/cadence.ts';
import { endedReason } from '../core/sending/ended.ts';
import { CADENCES } from '../core/types.ts';
import { GiveUp, TryLater, WrongUse } from '../errors.ts';
import { moveToNewAddress } from '../steps/change-address.ts';
import { personalData } from '../steps/personal-data.ts';
import { changeCadence, changeQuiet } from '../steps/replace-subscription.ts';
import type { Shell } from './layout.tsx';
import { PreferencesPage, type Said } from './preferences-page.tsx';
import type { SiteDeps } from './site-deps.ts';
import { AddressPage, PRIVATE } from './subscriber-pages.tsx';

const ENDED = endedReason('ended_by_reader');
const WRONG_HOURS = 'Quiet hours are two different times of day, such as 22:00 and 07:00.';

/**
 * The pages behind a reader's own link: GET shows and changes nothing; POST ends, changes how often and when, asks a new
 * address, or makes a feed. No password.
 */
export function addPreferences(site: Hono, deps: SiteDeps, Shell: Shell): void {
  const { store, names, now } = deps;
  const ofLink = (c: Context) => deps.subscriptionOf(c.req.param('token') ?? '', 'preferences');

  /** All of the reader's: who holds the link of one may change each, as they go to the same address. */
  const runningBeside = async (reader: StoredSubscription | null): Promise<StoredSubscription[]> =>
    reader?.address
      ? (await store.subscriptionsOf(reader.channel, reader.address)).filter(({ state }) => state !== 'ended')
      : [];

  const show = async (c: Context, subscription: StoredSubscription | null, said: Said | null = null, status?: 400) =>
    c.html(
      <Shell title={subscription ? 'What you get' : 'Not found'}>
        <PreferencesPage
          {...{ subscription, running: await runningBeside(subscription), names, here: c.req.path, said }}
        />
      </Shell>,
      subscription ? (status ?? 200) : 404,
      PRIVATE,
    );

  site.get('/preferences/:token', async (c) => show(c, await ofLink(c)));

  site.get('/preferences/:token/data.json', async (c) => {
    const reader = await ofLink(c);
    if (!reader?.address) return show(c, null);
    const name = 'attachment; filename="gradewatch-my-data.json"';
    return c.body(
      personalData(reader.address, await store.heldOf(reader.address, deps.addressKey(reader.address)), now()),
      200,
      {
        ...PRIVATE,
        ...{ 'content-type': 'application/json; charset=utf-8', 'content-disposition': name },
      },
    );
  });

  site.post('/preferences/:token', async (c) => {
    const reader = await ofLink(c);
    const running = await runningBeside(reader);
    const given = await c.req.parseBody();
    const { act, every, subscription, address } = given;
    const active = running.filter(({ state }) => state === 'active');
    const speaker = active.find(({ id }) => id === reader?.id) ?? active[0];
    if (reader && speaker && act === 'address') {
      const { words, status } = await asked(deps, speaker, String(address ?? ''));
      return show(c, reader, { words }, status);
    }
    if (act === 'end-all') for (const { id } of running) await store.endSubscription(id, ENDED, now());
    // Without a name it is the one whose message led here.
    const one = running.find(({ id }) => id === (subscription ?? reader?.id));
    if (!reader || !one) return show(c, await ofLink(c));
    if (act === 'end') await store.endSubscription(one.id, ENDED, now());
    if (one.state !== 'active') return show(c, await ofLink(c));
    if (act === 'feed') {
      const feed = `${deps.publicUrl()}/feeds/mine/${await deps.newToken(one.id, 'feed')}`;
      const words = 'Your feed, for a feed reader. The links are shown this once; whoever has them can read it.';
      return show(c, reader, { words, feeds: [`${feed}.atom`, `${feed}.json`] });
    }
    if (act === 'loud') await changeQuiet(deps, one, null);
    if (act === 'quiet') {
      const quiet = { from: String(given.from ?? ''), until: String(given.until ?? '') };
      if (!isQuietHours(quiet)) return show(c, reader, { words: WRONG_HOURS }, 400);
      await changeQuiet(deps, one, quiet);
    }
    const wanted = CADENCES.find((cadence) => cadence === every && cadence !== one.every);
    if (wanted) await changeCadence(deps, one, wanted);
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
): Promise<{ words: string; status?: 400 }> {
  try {
    await deps.askNewAddress(reader, address);
    return { words: 'A letter is on its way to the new address. Nothing changes before the link in it is followed.' };
  } catch (error) {
    if (error instanceof WrongUse) return { words: error.message, status: 400 };
    if (!(error instanceof TryLater || error instanceof GiveUp)) throw error;
    deps.log.warn('address.not-asked', { subscription: reader.id, message: error.message });
    return { words: 'No letter can be sent just now. Please try again later.' };
  }
}
