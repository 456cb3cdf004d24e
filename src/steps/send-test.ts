import type { StoredSubscription } from '../adapters/store/store.ts';
import { alertFooter } from '../core/sending/alert-footer.ts';
import { letterBrief, manageOf } from '../core/sending/brief.ts';
import { criteriaWords } from '../core/sending/route.ts';
import { testLetter } from '../core/sending/test-letter.ts';
import { giveUp } from '../errors.ts';
import type { Deps } from './deps.ts';
import { handOver, ONLY_TRY, type Tried } from './hand-over.ts';
import { linksOf } from './letters.ts';
import { HOLD_WORDS, isOnHold } from './on-hold.ts';

/**
 * Sends one reader a message that is no news, signed and addressed as news would be: what comes back says whether alerts
 * would arrive. It stands in the delivery log; a receiver that says it is no more ends the subscription, as any answer of
 * that kind does.
 *
 * @throws GiveUp when the subscription has ended, or sending is on hold
 */
export async function sendTest(deps: Deps, reader: StoredSubscription): Promise<Tried> {
  const { store, now, names, policy } = deps;
  if (!reader.address || reader.state === 'ended')
    throw giveUp(`subscription "${reader.id}" has ended: nothing is sent there any more`);
  if (await isOnHold(store)) throw giveUp(HOLD_WORDS);
  const at = now();
  const links = await linksOf(deps, reader, null);
  const why = `You asked for ${criteriaWords(reader.criteria, names)}.`;
  const footer = alertFooter({ why, note: reader.note, links });
  const letter = testLetter(reader, names, { sample: policy.sample, footer });
  const tried = await handOver(deps, reader, {
    what: 'test',
    message: {
      ...{ key: `${reader.id}.test.${at.getTime()}`, address: reader.address, secret: reader.secret },
      letter,
      brief: letterBrief(letter, { manage: manageOf(reader.id, links.preferences) }),
      json: JSON.stringify({ type: 'test', subscription: reader.id, criteria: reader.criteria }),
      unsubscribe: links.unsubscribe,
    },
    tries: ONLY_TRY,
  });
  await store.keepAttempt(tried.attempt, at);
  return tried;
}
