import type { StoredDigest } from '../adapters/store/digests.ts';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { addDays, dayStart, parseWeek } from '../core/dates.ts';
import { precedingJudgement, registeredJudgement } from '../core/events/preceding.ts';
import { alertFooter } from '../core/sending/alert-footer.ts';
import { FIRST_PAGE, letterBrief, manageOf, severalBrief } from '../core/sending/brief.ts';
import { leftOut } from '../core/sending/cadence.ts';
import { digestJson } from '../core/sending/digest-json.ts';
import { digestLetter } from '../core/sending/digest-letter.ts';
import { digestLinks } from '../core/sending/digest-links.ts';
import { eventLine } from '../core/sending/event-words.ts';
import type { Message } from '../core/sending/message.ts';
import { notSentBlocks, withNotSent } from '../core/sending/not-sent.ts';
import { criteriaWords } from '../core/sending/route.ts';
import { summaryMessage } from '../core/sending/summary.ts';
import type { Deps } from './deps.ts';
import { gatherWeek } from './gather-week.ts';
import { handOver } from './hand-over.ts';
import { quietUntil } from './keep-quiet.ts';
import { askedBy, linksOf } from './letters.ts';
import { isOnHold } from './on-hold.ts';
import { toldOfDay } from './told-of-day.ts';

const LEASE_MS = 5 * 60_000;

/** Sends one digest to one reader, once: the row is claimed before and settled straight after the send. */
export async function sendDigest(deps: Deps, { digestId }: { digestId: string }) {
  const { store, now } = deps;
  const digest = (await isOnHold(store)) ? null : await store.claimDigest(digestId, now(), LEASE_MS);
  if (!digest) return { digest: digestId, sent: false };
  const reader = await store.subscription(digest.subscriptionId);
  if (!reader?.address || reader.state !== 'active') {
    await store.settleDigest(
      digestId,
      { state: 'dropped', error: `the subscription is ${reader?.state ?? 'gone'}` },
      now(),
    );
    return { digest: digestId, sent: false };
  }
  const quiet = quietUntil(deps, reader);
  if (quiet) {
    await store.settleDigest(
      digestId,
      { state: 'pending', error: 'quiet hours', nextAttempt: quiet, attempt: null },
      now(),
    );
    return { digest: digestId, sent: false };
  }
  const message = await messageOf(deps, reader, digest);
  if (message === null) {
    await store.settleDigest(digestId, { state: 'dropped', error: 'a day without news' }, now());
    return { digest: digestId, sent: false };
  }
  const tried = await handOver(deps, reader, { what: 'digest', message, tries: digest.attempts });
  await store.settleDigest(digestId, tried, now());
  return tried.state === 'sent'
    ? { digest: digestId, sent: true, of: parseWeek(digest.period) ? 'week' : 'day' }
    : { digest: digestId, sent: false, status: tried.attempt.status };
}

/** A week is always told, an empty one too; a day only when it brought something. */
async function messageOf(deps: Deps, reader: StoredSubscription, digest: StoredDigest): Promise<Message | null> {
  const to = { key: digest.reference, address: reader.address as string, secret: reader.secret };
  return parseWeek(digest.period) ? weekMessage(deps, reader, digest.period, to) : dayMessage(deps, reader, digest, to);
}

type To = Pick<Message, 'key' | 'address' | 'secret'>;

async function weekMessage(deps: Deps, reader: StoredSubscription, week: string, to: To): Promise<Message> {
  const { names, policy } = deps;
  const digest = await gatherWeek(deps, { week, asKnown: 'then', criteria: reader.criteria });
  const links = await linksOf(deps, reader, null);
  const manage = manageOf(reader.id, links.preferences);
  const footer = alertFooter({
    why: `You asked for ${criteriaWords(reader.criteria, names)}, every week.`,
    note: reader.note,
    links,
  });
  const missed = await missedBefore(deps, reader, 'week', week);
  const written = digestLetter(
    digest,
    names,
    digestLinks(policy.publicUrl, { week, asKnown: 'then', authorities: [] }, footer),
  );
  const letter = withNotSent(written, notSentBlocks('week', missed, policy.publicUrl));
  return {
    ...to,
    letter,
    brief:
      digest.rows.length > 0
        ? severalBrief(
            digest.rows.map(({ event }) => eventLine(event, names)),
            { page: FIRST_PAGE, manage, urgent: false },
          )
        : letterBrief(letter, { manage, urgent: false }),
    json: JSON.stringify({
      ...{ type: 'digest.week', subscription: reader.id, digest: digestJson(digest, names) },
      notSent: missed.map(({ id }) => id),
    }),
    unsubscribe: links.unsubscribe,
  };
}

async function dayMessage(
  deps: Deps,
  reader: StoredSubscription,
  { period, perhapsAt }: StoredDigest,
  to: To,
): Promise<Message | null> {
  const { names, policy, store } = deps;
  const begins = dayStart(period);
  const elsewhere = await store.toldElsewhereUntil();
  const from = elsewhere !== null && elsewhere > begins ? elsewhere : begins;
  const all = await toldOfDay(deps, reader, { from, until: dayStart(addDays(period, 1)) });
  // What may have arrived is sent again without what has changed since: that is put right in a message of its own day.
  const told = all.filter(({ corrected }) => perhapsAt === null || corrected.every((time) => time < perhapsAt));
  if (told.length === 0) return null;
  const inputs = await Promise.all(
    told.map(async ({ event, notice, putRightSince }) => ({
      ...{ event, notice, putRightSince, names },
      subscription: askedBy(reader),
      previous: precedingJudgement(event, deps.register),
      registered: registeredJudgement(event, deps.register),
      sample: policy.sample,
      links: await linksOf(deps, reader, event),
    })),
  );
  const missed = await missedBefore(deps, reader, 'day', period);
  return summaryMessage(inputs, to, { day: period, before: notSentBlocks('day', missed, policy.publicUrl) });
}

async function missedBefore({ store }: Deps, reader: StoredSubscription, every: 'day' | 'week', id: string) {
  const rows = (await store.digestsTo(reader.id)).map(({ period, state }) => [period, state !== 'dropped'] as const);
  return leftOut(every, { id, since: reader.since, rows: new Map(rows) });
}
