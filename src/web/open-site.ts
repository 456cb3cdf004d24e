import type { App } from '../app.ts';
import { sourceHealth } from '../core/health.ts';
import { askNewAddress } from '../steps/change-address.ts';
import { changeCadence } from '../steps/change-cadence.ts';
import { gatherWeek } from '../steps/gather-week.ts';
import { latestOf } from '../steps/latest-judgements.ts';
import { moveBrowser } from '../steps/move-browser.ts';
import { signUp } from '../steps/sign-up.ts';
import { version } from '../version.ts';
import { makeSite, type RunningSite, serveSite } from './server.tsx';

const PING_MS = 3_000;

/** Serves the pages of an open app on its host and port. */
export async function openSite({
  deps,
  settings,
  database,
  subscriptionOf,
  subscriptionsOf,
  addressChangeOf,
  pushKey,
  operatorKey,
  counters,
  servedAt,
}: App): Promise<RunningSite> {
  const { store, names, rulebook, now, log, policy } = deps;
  const site = makeSite({
    ...{
      store,
      names,
      rulebook,
      now,
      log,
      subscriptionOf,
      subscriptionsOf,
      addressChangeOf,
      pushKey,
      operatorKey,
      newToken: deps.newToken,
      addressKey: deps.addressKey,
      speakers: deps.speakers,
      reportSites: deps.reportSites,
    },
    sendsMail: settings.smtpUrl !== null || policy.sample,
    counters,
    trustProxy: settings.trustProxy,
    signUp: (asked) => signUp(deps, asked),
    digestOf: (asked) => gatherWeek(deps, asked),
    moveBrowser: (addresses) => moveBrowser(deps, addresses),
    latestOf: (criteria) => latestOf(deps, criteria),
    changeCadence: (reader, every) => changeCadence(deps, reader, every),
    askNewAddress: (reader, address) => askNewAddress(deps, reader, address),
    register: () => deps.register,
    version: version(),
    sample: policy.sample,
    contact: policy.contact,
    publicUrl: () => policy.publicUrl,
    health: async () => (await store.sources()).map((source) => sourceHealth(source, 0)),
    ping: () => database.ping(PING_MS),
  });
  const running = await serveSite(site, settings.host, settings.port);
  servedAt(running.address);
  return running;
}
