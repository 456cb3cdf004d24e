import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { addWeeks as addToWeek, londonDay, londonWeek } from '../core/dates.ts';
import { previewBlocks } from '../core/sending/confirmation.ts';
import { endedReason } from '../core/sending/ended.ts';
import { timelineRows } from '../core/timeline-rows.ts';
import { giveUp } from '../errors.ts';
import { AuthoritiesPage, AuthorityPage } from './authority-pages.tsx';
import { addComplaints } from './complaint.tsx';
import { EventPage, eventTitle } from './event-page.tsx';
import { eventView } from './event-view.ts';
import { addFeeds } from './feeds.ts';
import { choicesOf, feedOf, filterOf, PAGE_EVENTS, wantedOf } from './filters.ts';
import { FormerEventPage, formerEventTitle } from './former-event-page.tsx';
import { HomePage } from './home-page.tsx';
import { addInBrowser, scriptsOf } from './in-browser.tsx';
import { Page, type Shell as PageShell } from './layout.tsx';
import { addOperator } from './operator.tsx';
import { eventHref } from './parts.tsx';
import { addPreferences } from './preferences.tsx';
import { addPush } from './push.ts';
import { addSignUp } from './sign-up.tsx';
import type { SiteDeps } from './site-deps.ts';
import { SourcesPage } from './sources-page.tsx';
import { ConfirmPage, FaultPage, NotFoundPage, NotTakenPage, PRIVATE, UnsubscribePage } from './subscriber-pages.tsx';
import { addWeeks, stylesOf } from './weeks.tsx';

/** The pages: read-only but for the buttons a subscriber presses. Nothing here needs script, and only one has any. */
export function makeSite(deps: SiteDeps): Hono {
  const site = new Hono();
  const { store, names, rulebook } = deps;
  const choices = choicesOf(rulebook, names);
  site.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: [stylesOf],
        imgSrc: ['data:'],
        scriptSrc: [scriptsOf],
        connectSrc: [scriptsOf],
        workerSrc: [scriptsOf],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
    }),
  );
  const Shell: PageShell = ({ title, path = '', feed = '/feeds/all', children }) => (
    <Page title={title} path={path} feed={feed} sample={deps.sample} version={deps.version}>
      {children}
    </Page>
  );
  const notFound = (c: Context, what: string) =>
    c.html(
      <Shell title="Not found">
        <NotFoundPage what={what} />
      </Shell>,
      404,
    );

  site.get('/', async (c) => {
    const wanted = wantedOf(c.req.query(), choices);
    const filter = filterOf(wanted, rulebook.authorities);
    const [events, found, items, health] = await Promise.all([
      store.events({ ...filter, take: PAGE_EVENTS, skip: (wanted.page - 1) * PAGE_EVENTS }),
      store.countEvents(filter),
      store.counts().then((counts) => counts.items),
      deps.health(),
    ]);
    const overview = {
      ...{ found, health, lastWeek: addToWeek(londonWeek(deps.now()), -1) },
      events: events.map(({ event }) => event),
      pages: Math.ceil(found / PAGE_EVENTS),
      starting: items === 0,
    };
    const feed = feedOf(wanted, choices);
    return c.html(
      <Shell
        title={wanted.page > 1 ? `Latest judgements, page ${wanted.page}` : 'Latest judgements'}
        path="/"
        feed={feed.path}
      >
        <HomePage {...{ overview, wanted, choices, names, feed }} />
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

  site.get('/authorities', (c) =>
    c.html(
      <Shell title="Authorities" path="/authorities">
        <AuthoritiesPage authorities={rulebook.authorities} today={londonDay(deps.now())} />
      </Shell>,
    ),
  );

  addFeeds(site, deps, choices, notFound);
  addWeeks(site, deps, Shell, notFound);

  site.get('/authorities/:slug', async (c) => {
    const slug = c.req.param('slug');
    const authority = rulebook.authorities.find((one) => one.slug === slug);
    if (!authority) return notFound(c, 'authority');
    const events = await store.events({ authorities: [slug] });
    const rows = timelineRows(
      slug,
      deps.register(),
      events.map(({ event }) => event),
    );
    return c.html(
      <Shell title={authority.officialName} feed={`/authorities/${slug}`}>
        <AuthorityPage authority={authority} rows={rows} names={names} sites={deps.reportSites} />
      </Shell>,
    );
  });

  site.get('/events/:key', async (c) => {
    const found = await store.event(c.req.param('key'));
    if (found && found.event.key !== c.req.param('key')) return c.redirect(eventHref(found.event.key), 302);
    if (!found || found.event.waits) {
      const former = await store.formerEvent(c.req.param('key'));
      if (!former) return notFound(c, 'judgement');
      return c.html(
        <Shell title={formerEventTitle(former, names)}>
          <FormerEventPage {...{ former, names }} />
        </Shell>,
        former.state === 'gone' ? 410 : 200,
      );
    }
    return c.html(
      <Shell title={eventTitle(found.event, names)}>
        <EventPage
          view={await eventView(deps, found)}
          {...{ names, contact: deps.contact, at: deps.now() }}
          page={`${deps.publicUrl()}${eventHref(found.event.key)}`}
        />
      </Shell>,
    );
  });

  // RFC 8058: POST acts without a session or cookie; GET shows a page and changes nothing.
  const unsubscribe = async (c: Context) => {
    const subscriptions = await deps.subscriptionsOf(c.req.param('token') ?? '', 'unsubscribe');
    const found = subscriptions.length > 0;
    return c.html(
      <Shell title={found ? 'Unsubscribe' : 'Not found'}>
        <UnsubscribePage subscriptions={subscriptions} names={names} />
      </Shell>,
      found ? 200 : 404,
      PRIVATE,
    );
  };
  site.get('/unsubscribe/:token', unsubscribe);
  site.post('/unsubscribe/:token', async (c) => {
    for (const { id } of await deps.subscriptionsOf(c.req.param('token'), 'unsubscribe'))
      await store.endSubscription(id, endedReason('unsubscribed'), deps.now());
    return unsubscribe(c);
  });
  const confirm = async (c: Context) => {
    const subscription = await deps.subscriptionOf(c.req.param('token') ?? '', 'confirm');
    const asked = subscription?.criteria;
    const preview = asked ? previewBlocks(asked, await deps.latestOf(asked), names) : [];
    return c.html(
      <Shell title={subscription ? 'Confirm' : 'Not found'}>
        <ConfirmPage {...{ subscription, names, preview }} />
      </Shell>,
      subscription ? 200 : 404,
      PRIVATE,
    );
  };
  site.get('/confirm/:token', confirm);
  site.post('/confirm/:token', async (c) => {
    const subscription = await deps.subscriptionOf(c.req.param('token'), 'confirm');
    if (subscription) await store.confirmSubscription(subscription.id, deps.now());
    return confirm(c);
  });

  addComplaints(site, deps, Shell, notFound);
  addSignUp(site, deps, Shell, choices);
  addInBrowser(site, deps, choices);
  addPreferences(site, deps, Shell);
  addPush(site, deps);
  addOperator(site, deps, Shell);

  site.get('/healthz', (c) => c.text('ok\n'));
  site.get('/readyz', async (c) => {
    try {
      await deps.ping();
      return c.text('ready\n');
    } catch {
      return c.text('the database does not answer\n', 503);
    }
  });
  site.notFound((c) => notFound(c, 'page'));
  site.onError((error, c) => {
    if (error instanceof HTTPException)
      return c.html(
        <Shell title="Not taken">
          <NotTakenPage />
        </Shell>,
        error.status,
      );
    deps.log.error('web.fault', { path: c.req.path, message: error.message });
    return c.html(
      <Shell title="Fault">
        <FaultPage />
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
