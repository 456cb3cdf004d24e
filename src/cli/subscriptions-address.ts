/** All that goes, or went, to a mail address: each subscription, what it was sent last, and whether mail there is kept back. */
import type { StoredSubscription } from '../adapters/store/store.ts';
import { criteriaWords } from '../core/sending/route.ts';
import { WrongUse } from '../errors.ts';
import type { Cli } from './cli.ts';
import { keptBackLines } from './subscriptions-kept-back.ts';
import { type Delivery, deliveryTable, endWords, whenOf } from './subscriptions-tables.ts';

/** Shown of each subscription, newest first; `subscriptions show ID` has more. */
const LAST = 5;

/** What is kept of an address from which mail came back outlasts its subscriptions. */
export async function showAddress(cli: Cli, address: string, options: { json?: boolean }): Promise<void> {
  const { deps } = await cli.app();
  const stored = await deps.store.subscriptionsOf('mail', address);
  const kept = await deps.store.keptBack(deps.addressKey(address));
  const lines = keptBackLines(kept);
  if (stored.length + lines.length === 0)
    throw new WrongUse(`nothing goes to "${address}", and nothing is known of mail to it`);
  const all = await Promise.all(
    stored.map(async ({ secret: _secret, ...one }) => ({ ...one, deliveries: await lastDeliveries(cli, one) })),
  );
  cli.result(
    { address, subscriptions: all, ...kept },
    () =>
      [
        ...all.map((one) =>
          [
            `${one.id}: ${one.state}, ${whenOf(one)}, ${criteriaWords(one.criteria, deps.names)}`,
            `${endWords(one)}${one.deliveries.length === 0 ? 'Nothing sent yet.' : deliveryTable(one.deliveries, cli.width())}\n`,
          ].join('\n'),
        ),
        ...(all.length === 0 ? [`No subscription is kept of ${address}.`] : []),
        ...(all.some(({ deliveries }) => deliveries.length > 0)
          ? ['`subscriptions show ID` has all of one, and each try with what came back.']
          : []),
        ...lines,
      ].join('\n'),
    options,
  );
}

/** What was promised last, and what came of it. */
async function lastDeliveries(cli: Cli, { id }: Pick<StoredSubscription, 'id'>): Promise<Delivery[]> {
  const { deps } = await cli.app();
  const [alerts, digests] = await Promise.all([deps.store.alertsTo(id), deps.store.digestsTo(id)]);
  const promised = [
    ...alerts.map(({ eventKey: of, notice, ...one }) => ({
      ...one,
      of,
      what: notice === 'first' ? 'alert' : 'correction',
    })),
    // Days without news are many.
    ...digests
      .filter(({ state }) => state !== 'dropped')
      .map(({ period: of, ...one }) => ({ ...one, of, what: 'digest', waits: null, carriedBy: null })),
  ];
  const moment = ({ sentAt, nextAttempt }: (typeof promised)[number]) => (sentAt ?? nextAttempt).getTime();
  return promised
    .toSorted((one, other) => moment(other) - moment(one))
    .slice(0, LAST)
    .map(({ what, of, state, sentAt, error, waits, perhapsAt, carriedBy, nextAttempt }) => ({
      ...{ what, of, state, sentAt, error, waits, perhapsAt, carriedBy },
      until: state === 'pending' ? nextAttempt : null,
    }));
}
