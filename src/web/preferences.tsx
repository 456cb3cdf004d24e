import type { Context, Hono } from 'hono';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { moveToNewAddress } from '../steps/change-address.ts';
import { personalData } from '../steps/personal-data.ts';
import type { Shell } from './layout.tsx';
import { PreferencesPage, type Said } from './preferences-page.tsx';
import { press } from './preferences-pressed.ts';
import type { SiteDeps } from './site-deps.ts';
import { AddressPage, PRIVATE } from './subscriber-pages.tsx';

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

  const show = async (
    c: Context,
    subscription: StoredSubscription | null,
    said: Said | null = null,
    status?: 400 | 409,
  ) =>
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
    if (!reader) return show(c, null);
    const given = await c.req.parseBody();
    const { changed, said = null, status } = await press(deps, reader, await runningBeside(reader), given);
    // The link goes on with what took the old one's place.
    return changed ? c.redirect(c.req.path, 303) : show(c, await ofLink(c), said, status);
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
