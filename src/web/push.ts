import { timingSafeEqual } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { answerHub, type HubLease, isSignedByHub } from '../core/polling/push.ts';
import type { SiteDeps } from './site-deps.ts';

const MOST_BYTES = 10 * 1_048_576;

const isRight = (given: string, right: string) =>
  given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right));

/** Where hubs ask whether we meant it, and where they tell us of news. */
export function addPush(site: Hono, { store, now }: Pick<SiteDeps, 'store' | 'now'>): void {
  async function leaseOf(c: Context): Promise<HubLease | null> {
    const lease = await store.hubLease(c.req.param('source') ?? '');
    return lease && isRight(c.req.param('token') ?? '', lease.token) ? lease : null;
  }

  site.get('/push/:source/:token', async (c) => {
    const lease = await leaseOf(c);
    const answer = lease && answerHub(lease, c.req.query(), now());
    if (!answer) return c.text('not asked for\n', 404);
    await store.keepHubLease(c.req.param('source'), answer.lease, now());
    // A challenge is the hub's text: it goes back as plain text and is never a page.
    return c.body(answer.echo, 200, {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
  });

  site.post('/push/:source/:token', bodyLimit({ maxSize: MOST_BYTES }), async (c) => {
    const lease = await leaseOf(c);
    if (!lease) return c.text('not asked for\n', 410);
    const body = new Uint8Array(await c.req.arrayBuffer());
    // As the standard asks: a wrong signature is ignored without saying so.
    if (isSignedByHub(lease.secret, c.req.header('x-hub-signature'), body)) {
      await store.keepHubLease(c.req.param('source'), { ...lease, lastPush: now().toISOString() }, now());
      await store.pollSoon(c.req.param('source'), now());
    }
    return c.body(null, 204);
  });
}
