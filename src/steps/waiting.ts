import { verdictWords } from '../core/sending/event-words.ts';
import type { Names } from '../core/sending/names.ts';
import type { Claim } from '../core/types.ts';
import type { Deps } from './deps.ts';

/** A finding in a line, its grades as an alert would tell them: `Northshire: good (Ofsted, children's services)`. */
export const claimLine = (claim: Claim, names: Names): string =>
  `${names.authority(claim.authority).shortName}: ${verdictWords(claim, names)} (${names.inspectorate(claim.inspectorate)}, ${names.service(claim.service)})`;

/** What waits for a person: findings as they are stored, notices to release, and what readers say is wrong. */
export async function waitingForPerson({ store }: Pick<Deps, 'store'>) {
  const [findings, notices, complaints] = await Promise.all([
    store.reviewAsAt(null),
    store.waitingNotices(),
    store.openComplaints(),
  ]);
  return {
    findings,
    notices: notices.map(({ eventKey, notice, waits, at }) => ({
      event: eventKey,
      notice,
      reason: waits,
      since: at,
    })),
    complaints: complaints.map(({ id, eventKey, text, at }) => ({ id, event: eventKey, text, since: at })),
  };
}
