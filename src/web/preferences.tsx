import type { Context, Hono } from 'hono';
import type { FC, PropsWithChildren } from 'hono/jsx';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { cadenceWords } from '../core/sending/cadence.ts';
import type { Names } from '../core/sending/names.ts';
import type { Cadence } from '../core/types.ts';
import { changeCadence } from '../steps/replace-subscription.ts';
import type { SiteDeps } from './site-deps.ts';
import { Asked, Ended, NotFoundPage, PRIVATE } from './subscriber-pages.tsx';

const CADENCES: readonly Cadence[] = ['event', 'day', 'week'];

interface Props {
  subscription: StoredSubscription | null;
  names: Names;
  /** Addresses of a feed made just now, shown this once. */
  feeds: string[];
}

const PreferencesPage: FC<Props> = ({ subscription, names, feeds }) => {
  if (!subscription) return <NotFoundPage what="subscription" />;
  return (
    <>
      <h1>What you get</h1>
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
      {subscription.state === 'active' ? (
        <>
          <h2>How often</h2>
          {CADENCES.filter((every) => every !== subscription.every).map((every) => (
            <form method="post">
              <input type="hidden" name="every" value={every} />
              <p>
                <button type="submit">Send {cadenceWords(every)}</button>
              </p>
            </form>
          ))}
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
        </>
      ) : null}
    </>
  );
};

/** The page behind a reader's own link: GET shows, POST ends, changes how often, or makes a feed. No password. */
export function addPreferences(site: Hono, deps: SiteDeps, Shell: FC<PropsWithChildren<{ title: string }>>): void {
  const { store, names } = deps;
  const show = (c: Context, subscription: StoredSubscription | null, feeds: string[] = []) =>
    c.html(
      <Shell title={subscription ? 'What you get' : 'Not found'}>
        <PreferencesPage {...{ subscription, names, feeds }} />
      </Shell>,
      subscription ? 200 : 404,
      PRIVATE,
    );
  const ofLink = (c: Context) => deps.subscriptionOf(c.req.param('token') ?? '', 'preferences');

  site.get('/preferences/:token', async (c) => show(c, await ofLink(c)));
  site.post('/preferences/:token', async (c) => {
    const subscription = await ofLink(c);
    if (subscription?.state !== 'active') return show(c, subscription);
    const { act, every } = await c.req.parseBody();
    if (act === 'end') await store.endSubscription(subscription.id, 'ended by the reader', deps.now());
    if (act === 'feed') {
      const feed = `${deps.publicUrl()}/feeds/mine/${await deps.newToken(subscription.id, 'feed')}`;
      return show(c, subscription, [`${feed}.atom`, `${feed}.json`]);
    }
    const wanted = CADENCES.find((cadence) => cadence === every);
    const replaced = wanted ? await changeCadence(deps, subscription, wanted) : null;
    if (replaced === null) return show(c, await ofLink(c));
    return c.redirect(`/preferences/${await deps.newToken(replaced, 'preferences')}`, 303);
  });
}
