import { whenWords } from '../core/sending/cadence.ts';
import { confirmationLetter } from '../core/sending/confirmation.ts';
import { matches } from '../core/sending/route.ts';
import type { Deps } from './deps.ts';

const LATEST = 3;
const LOOKED_AT = 500;
/** How long a confirm link works, days. */
export const CONFIRM_DAYS = 3;

/**
 * Asks one reader to confirm. Confirming is the only thing the link does, so sending it again harms nobody.
 *
 * @returns what the provider calls it; null when there was nothing to ask
 */
export async function sendConfirmation(
  deps: Deps,
  { subscriptionId }: { subscriptionId: string },
): Promise<string | null> {
  const { store, names, channels, policy } = deps;
  const reader = await store.subscription(subscriptionId);
  if (!reader?.address || reader.state !== 'pending') return null;
  const recent = await store.events({ take: LOOKED_AT });
  const latest = recent.map(({ event }) => event).filter((event) => matches(reader.criteria, event, names));
  const link = `${policy.publicUrl}/confirm/${await deps.newToken(reader.id, 'confirm')}`;
  const letter = confirmationLetter(
    {
      ...{ criteria: reader.criteria, when: whenWords(reader), latest: latest.slice(0, LATEST) },
      ...{ link, days: CONFIRM_DAYS, sample: policy.sample },
    },
    names,
  );
  const { providerId } = await channels[reader.channel].deliver({
    key: `${reader.id}.confirmation`,
    address: reader.address,
    secret: reader.secret,
    letter,
    json: '{}',
    unsubscribe: null,
  });
  return providerId;
}
