import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { FC, PropsWithChildren } from 'hono/jsx';
import { secureHeaders } from 'hono/secure-headers';
import { giveUp } from '../errors.ts';
import { Page } from './layout.tsx';
import { EventPage, HomePage, SourcesPage } from './pages.tsx';
import { addPush } from './push.ts';
import type { SiteDeps } from './site-deps.ts';
import { ConfirmPage, DonePage, NotFoundPage, UnsubscribePage } from './subscriber-pages.tsx';

const LATEST = 50;

/** The pages: read-only but for the two buttons a subscriber presses. Nothing here needs script. */
export function makeSite(deps: SiteDeps): Hono {
  const site = new Hono();
  const { store, names } = deps;
  site.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'unsafe-inline'"],
        imgSrc: ['data:'],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
    }),
  );
  const Shell: FC<PropsWithChildren<{ title: string; path: string }>> = ({ title, path, children }) => (
    <Page title={title} path={path} sample={deps.sample} version={deps.version}>
      {children}
    </Page>
  );

  site.get('/', async (c) => {
    const [events, counts, health] = await Promise.all([store.events({ take: LATEST }), store.counts(), deps.health()]);
    const overview = {
      events: events.map(({ event }) => event),
      total: counts.events,
      health,
      starting: counts.items === 0,
    };
    return c.html(
      <Shell title="Gradewatch" path="/">
        <HomePage overview={overview} names={names} />
      </Shell>,
    );
  });

  site.get('/sources', async (c) =>
    c.html(
      <Shell title="Sources" path="/sources">
        <SourcesPage health={await deps.health()} />
      </Shell>,
    ),
  );

  site.get('/events/:key', async (c) => {
    const found = await store.event(c.req.param('key'));
    if (!found)
      return c.html(
        <Shell title="Not found" path="">
          <NotFoundPage what="judgement" />
        </Shell>,
        404,
      );
    if (found.event.key !== c.req.param('key'))
      return c.redirect(`/events/${encodeURIComponent(found.event.key)}`, 301);
    return c.html(
      <Shell title={names.authority(found.event.authority).shortName} path="">
        <EventPage event={found.event} names={names} learntAt={found.learntAt} />
      </Shell>,
    );
  });

  // RFC 8058: POST acts without a session or cookie; GET shows a page and changes nothing.
  site.get('/unsubscribe/:token', async (c) => {
    const subscription = await deps.subscriptionOf(c.req.param('token'), 'unsubscribe');
    return c.html(
      <Shell title="Unsubscribe" path="">
        <UnsubscribePage subscription={subscription} names={names} />
      </Shell>,
      subscription ? 200 : 404,
    );
  });
  site.post('/unsubscribe/:token', async (c) => {
    const subscription = await deps.subscriptionOf(c.req.param('token'), 'unsubscribe');
    if (subscription) await store.endSubscription(subscription.id, 'unsubscribed by link', deps.now());
    return c.html(
      <Shell title="Unsubscribed" path="">
        <DonePage heading="You are unsubscribed" text="No more mail will come from this subscription." />
      </Shell>,
    );
  });
  site.get('/confirm/:token', async (c) => {
    const subscription = await deps.subscriptionOf(c.req.param('token'), 'confirm');
    return c.html(
      <Shell title="Confirm" path="">
        <ConfirmPage subscription={subscription} names={names} />
      </Shell>,
      subscription ? 200 : 404,
    );
  });
  site.post('/confirm/:token', async (c) => {
    const subscription = await deps.subscriptionOf(c.req.param('token'), 'confirm');
    if (!subscription)
      return c.html(
        <Shell title="Not found" path="">
          <NotFoundPage what="subscription" />
        </Shell>,
        404,
      );
    await store.confirmSubscription(subscription.id, deps.now());
    return c.html(
      <Shell title="Confirmed" path="">
        <DonePage heading="Your subscription is active" text="Alerts will come as judgements are published." />
      </Shell>,
    );
  });

  addPush(site, deps);

  site.get('/healthz', (c) => c.text('ok\n'));
  site.get('/readyz', async (c) => {
    try {
      await deps.ping();
      return c.text('ready\n');
    } catch {
      return c.text('the database does not answer\n', 503);
    }
  });
  site.notFound((c) =>
    c.html(
      <Shell title="Not found" path="">
        <NotFoundPage what="page" />
      </Shell>,
      404,
    ),
  );
  site.onError((error, c) => {
    deps.log.error('web.fault', { path: c.req.path, message: error.message });
    return c.html(
      <Shell title="Fault" path="">
        <DonePage heading="Something went wrong" text="The fault was logged. Please try again in a minute." />
      </Shell>,
      500,
    );
  });
  return site;
}

export interface RunningSite {
  address: string;
  close(): Promise<void>;
}

/** @param port 0 takes a free one. @throws GiveUp when the port is taken or the host is not ours */
export function serveSite(site: Hono, host: string, port: number): Promise<RunningSite> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: site.fetch, hostname: host, port }, (info: AddressInfo) =>
      resolve({
        address: `http://${info.family === 'IPv6' ? `[${info.address}]` : info.address}:${info.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason =
        cause.code === 'EADDRINUSE'
          ? `port ${port} on ${host} is taken; set PORT to another, or PORT=0 for any free one`
          : cause.message;
      reject(giveUp(`The pages cannot be served: ${reason}`, { cause }));
    });
  });
}
