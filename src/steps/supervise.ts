import type { StoredOutage } from '../adapters/store/outages.ts';
import { operatorMessage } from '../core/sending/operator.ts';
import { delivery, disk, polling, type Verdict, wayOut } from '../core/supervision.ts';
import type { Channel } from '../core/types.ts';
import type { Deps } from './deps.ts';

const HOUR_MS = 3_600_000;
/** The canary looks at alerts of two days that had an hour to arrive. */
const CANARY_MS = 48 * HOUR_MS;
/** Retries of one message lie up to ten hours apart. */
const TRIES_MS = 24 * HOUR_MS;
/** A look missed for so long means that nobody was watching. */
const BREAK_MS = HOUR_MS / 4;
/** A message to the operator that nobody took is tried again after this. */
const TELL_LEASE_MS = HOUR_MS / 4;
const WATCHED = 'watched';
const MAIL_TAKEN = 'operator mail taken';
const CALLS: Channel[] = ['webhook', 'slack', 'teams', 'push'];

/**
 * Looks whether the product itself is broken, and tells the operator: once when it breaks and once when it works again,
 * however many processes look and however often they start anew. Each outage is a row.
 */
export async function supervise(deps: Deps) {
  const { store, now, log } = deps;
  const verdicts = await look(deps, await watchedSince(deps));
  const open = new Map((await store.openOutages()).map((outage) => [outage.part, outage]));
  for (const verdict of verdicts) {
    const outage = open.get(verdict.part);
    // The log says what and since when; what came back may name a receiver, and stands in the row.
    if (verdict.state === 'failing' && !outage && (await store.beginOutage(verdict)))
      log.error('operator.outage_began', { part: verdict.part, since: verdict.since });
    if (verdict.state === 'well' && outage && (await store.endOutage(outage.id, now())))
      log.info('operator.outage_ended', { part: outage.part, since: outage.began });
  }
  let told = 0;
  for (const outage of await store.claimOutages(now(), TELL_LEASE_MS)) told += (await tell(deps, outage)) ? 1 : 0;
  return { failing: verdicts.filter(({ state }) => state === 'failing').map(({ part }) => part), told };
}

/** What is well and what is not, at this moment. */
export async function look({ store, now, lookAtDisk }: Deps, watched: Date): Promise<Verdict[]> {
  const at = now();
  const before = (ms: number) => new Date(at.getTime() - ms);
  const sources = (await store.sources()).map(({ state, ...source }) => ({
    ...source,
    failingSince: state?.errorSince ? new Date(state.errorSince) : null,
    failure: state?.errorMessage ?? null,
  }));
  return [
    wayOut('mail', await recentTries({ store, now }, ['mail']), at, await mailTaken(store)),
    wayOut('calls', await recentTries({ store, now }, CALLS), at),
    polling(sources, at, watched),
    disk(await lookAtDisk(), at),
    delivery(await store.undelivered(before(CANARY_MS), before(HOUR_MS)), at, watched),
  ];
}

/** Tries to tell readers in these ways, newest first, as far back as they still say something. */
export const recentTries = ({ store, now }: Pick<Deps, 'store' | 'now'>, ways: readonly Channel[]) =>
  store.triesBy(ways, new Date(now().getTime() - TRIES_MS));

/** When the mail server last took a mail to the operator: it takes mail then, whoever it is for. */
async function mailTaken(store: Deps['store']): Promise<Date | null> {
  const at = await store.fact(MAIL_TAKEN);
  return at === null ? null : new Date(at);
}

/** Since when somebody has been looking without a break; notes that somebody does. */
async function watchedSince({ store, now }: Deps): Promise<Date> {
  const at = now();
  const [since, last] = ((await store.fact(WATCHED)) ?? '').split(' ').map((time) => new Date(time));
  const unbroken = since && last && at.getTime() - last.getTime() < BREAK_MS;
  const began = unbroken ? since : at;
  await store.setFact(WATCHED, `${began.toISOString()} ${at.toISOString()}`, at);
  return began;
}

/** One message for the start, one for the end; one for both where nobody could be told of the start in time. */
async function tell({ store, now, operator, log }: Deps, outage: StoredOutage): Promise<boolean> {
  const state = outage.endedAt === null ? 'began' : outage.toldAt === null ? 'passed' : 'ended';
  const by = operator && (await operator.tell(operatorMessage({ ...outage, state })));
  if (operator && by === null) {
    log.warn('operator.not_reached', { part: outage.part, state });
    return false;
  }
  const at = now();
  if (by === 'mail') await store.setFact(MAIL_TAKEN, at.toISOString(), at);
  await store.outageTold(outage.id, {
    ...(outage.toldAt === null ? { toldAt: at } : {}),
    ...(outage.endedAt === null ? {} : { toldEndAt: at }),
  });
  return operator !== null;
}
