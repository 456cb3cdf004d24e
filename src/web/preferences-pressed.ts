/** What the buttons of a reader's own page do. Nothing is done in silence: what was not done is said. */
import type { StoredSubscription } from '../adapters/store/store.ts';
import { isQuietHours } from '../core/sending/cadence.ts';
import { endedReason } from '../core/sending/ended.ts';
import { CADENCES } from '../core/types.ts';
import { GiveUp, TryLater, WrongUse } from '../errors.ts';
import { changeQuiet } from '../steps/replace-subscription.ts';
import type { Said } from './preferences-page.tsx';
import type { SiteDeps } from './site-deps.ts';

const ENDED = endedReason('ended_by_reader');
const UNKNOWN = 'Nothing was done: this page has no such button. What you get stands below.';
const GONE = 'Nothing was done: what you pressed belongs to something that has ended. What you get stands below.';
const UNCONFIRMED = 'Nothing was done: it waits for you to confirm it.';
const WRONG_HOURS = 'Quiet hours are two different times of day, such as 22:00 and 07:00.';

interface Outcome {
  /** Another subscription took the old one's place: the page is asked for anew. */
  changed?: true;
  said?: Said;
  status?: 400 | 409;
}
const refused = (words: string, status: 400 | 409): Outcome => ({ said: { words }, status });

type Given = Record<string, unknown>;
type Running = readonly StoredSubscription[];
const OF_ALL = ['address', 'end-all'];
const OF_ONE = ['end', 'feed', 'loud', 'quiet', 'every'];

/**
 * @param reader  whose link it is
 * @param running all that goes to the reader's address
 * @param given   the form: `act`, or how often as `every`, and which one as `subscription`
 */
export async function press(
  deps: SiteDeps,
  reader: StoredSubscription,
  running: Running,
  given: Given,
): Promise<Outcome> {
  const act = String(given.act ?? (given.every === undefined ? '' : 'every'));
  if (OF_ALL.includes(act)) return pressOfAll(deps, reader, running, { act, address: String(given.address ?? '') });
  if (!OF_ONE.includes(act)) return refused(UNKNOWN, 400);
  // Without a name it is the one whose message led here.
  const one = await runsNow(deps, String(given.subscription ?? reader.id), running);
  return one ? pressOfOne(deps, one, act, given) : refused(GONE, 409);
}

async function pressOfAll(
  deps: SiteDeps,
  reader: StoredSubscription,
  running: Running,
  { act, address }: { act: string; address: string },
): Promise<Outcome> {
  if (act === 'address') {
    const active = running.filter(({ state }) => state === 'active');
    const speaker = active.find(({ id }) => id === reader.id) ?? active[0];
    return speaker ? askNewAddress(deps, speaker, address) : refused(running.length > 0 ? UNCONFIRMED : GONE, 409);
  }
  for (const { id } of running) await deps.store.endSubscription(id, ENDED, deps.now());
  return running.length > 0 ? {} : refused(GONE, 409);
}

async function pressOfOne(deps: SiteDeps, one: StoredSubscription, act: string, given: Given): Promise<Outcome> {
  if (act === 'end') {
    await deps.store.endSubscription(one.id, ENDED, deps.now());
    return {};
  }
  if (one.state !== 'active') return refused(UNCONFIRMED, 409);
  if (act === 'feed') {
    const feed = `${deps.publicUrl()}/feeds/mine/${await deps.newToken(one.id, 'feed')}`;
    const words = 'Your feed, for a feed reader. The links are shown this once; whoever has them can read it.';
    return { said: { words, feeds: [`${feed}.atom`, `${feed}.json`] } };
  }
  if (act === 'every') return changeEvery(deps, one, given.every);
  const quiet = act === 'loud' ? null : { from: String(given.from ?? ''), until: String(given.until ?? '') };
  if (quiet && !isQuietHours(quiet)) return refused(WRONG_HOURS, 400);
  await changeQuiet(deps, one, quiet);
  return { changed: true };
}

async function changeEvery(deps: SiteDeps, one: StoredSubscription, every: unknown): Promise<Outcome> {
  const wanted = CADENCES.find((cadence) => cadence === every);
  if (!wanted) return refused(UNKNOWN, 400);
  if (wanted !== one.every) await deps.changeCadence(one, wanted);
  return { changed: true };
}

/** What a form that was opened a while ago speaks of: what was changed in another window goes on as what took its place. */
async function runsNow({ store }: SiteDeps, id: string, running: Running): Promise<StoredSubscription | null> {
  const passed = new Set<string>();
  for (let at: string | null = id; at !== null && !passed.has(at); ) {
    const one = running.find((other) => other.id === at);
    if (one) return one;
    passed.add(at);
    at = (await store.subscription(at))?.replacedBy ?? null;
  }
  return null;
}

/** What is said is the same whoever else uses the address. */
async function askNewAddress(deps: SiteDeps, reader: StoredSubscription, address: string): Promise<Outcome> {
  try {
    await deps.askNewAddress(reader, address);
    const words = 'A letter is on its way to the new address. Nothing changes before the link in it is followed.';
    return { said: { words } };
  } catch (error) {
    if (error instanceof WrongUse) return refused(error.message, 400);
    if (!(error instanceof TryLater || error instanceof GiveUp)) throw error;
    deps.log.warn('address.not-asked', { subscription: reader.id, message: error.message });
    return { said: { words: 'No letter can be sent just now. Please try again later.' } };
  }
}
