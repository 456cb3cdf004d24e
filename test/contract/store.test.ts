/** What the store promises whatever database is under it and however many processes use it at once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArticleToKeep } from '../../src/adapters/store/articles.ts';
import type { AlertToOpen, PlanSending } from '../../src/adapters/store/ledger.ts';
import type { Attempt, Settlement } from '../../src/adapters/store/promises.ts';
import { makeStore, type Store } from '../../src/adapters/store/store.ts';
import type { SubscriptionToKeep } from '../../src/adapters/store/subscriptions.ts';
import { decide } from '../../src/core/events/decide.ts';
import { afterPoll } from '../../src/core/polling/due.ts';
import { itemKeys } from '../../src/core/polling/identity.ts';
import { unpolled } from '../../src/core/polling/state.ts';
import { ANY } from '../../src/core/sending/route.ts';
import type { Assessment, Claim, ParsedEntry, SourceProposal } from '../../src/core/types.ts';
import { families } from '../events/builders.ts';
import { anEvent, asks } from '../sending/build.ts';
import { backends, type OpenBackend } from '../support/backends.ts';
import { aClaim } from '../support/claims.ts';
import { aReading } from '../support/polling.ts';

const NOW = new Date('2026-03-10T09:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
const LEASE_MS = 60_000;

const aProposal = (id: string, over: Partial<SourceProposal> = {}): SourceProposal => ({
  id,
  name: `Paper ${id}`,
  url: `https://${id}.example/feed`,
  kind: 'newspaper',
  format: 'rss',
  authority: null,
  status: 'seen',
  terms: 'text',
  note: null,
  ...over,
});

const aSubscription = (id: string, over: Partial<SubscriptionToKeep> = {}): SubscriptionToKeep => ({
  id,
  channel: 'mail',
  address: `${id}@paper.example`,
  secret: null,
  criteria: ANY,
  every: 'event',
  quiet: null,
  state: 'active',
  since: NOW,
  note: null,
  basis: 'a test',
  terms: ['*'],
  ...over,
});

const anEntry = (id: string, over: Partial<ParsedEntry> = {}): ParsedEntry => ({
  id,
  title: `Entry ${id}`,
  link: `https://paper.example/${id}`,
  summary: null,
  content: null,
  published: '2026-03-09T08:00:00.000Z',
  publishedFrom: 'pubDate',
  authors: [],
  ...over,
});

const anArticle = (id: string, over: Partial<ArticleToKeep> = {}): ArticleToKeep => ({
  id,
  url: `https://paper.example/${id}`,
  publisher: 'The Paper',
  tier: 'local',
  homeAuthority: null,
  published: '2026-03-09',
  firstSeen: NOW,
  alerting: 'normal',
  textHash: id,
  title: `Article ${id}`,
  text: `Text of ${id}`,
  revisionHash: id,
  byline: null,
  modified: null,
  engine: 'test',
  confidence: 1,
  rawHash: null,
  ...over,
});

const verdict = (id: string, events: Claim[]): Assessment => ({
  v: 1,
  id,
  relevant: events.length > 0,
  subject: 'authority',
  rulesVersion: 'test',
  ...{ events, review: [], notices: [], history: [], rejected: [] },
});

const inOrder: PlanSending = (due) => ({ kind: 'single', alerts: due });

for (const backend of backends())
  describe.skipIf(backend.missing)(
    `the store on ${backend.name}${backend.missing ? ` (${backend.missing})` : ''}`,
    () => {
      let opened: OpenBackend;
      /** Two processes; embedded there is only one, so both use its connections. */
      let one: Store;
      let two: Store;
      beforeAll(async () => {
        opened = await backend.open();
        one = makeStore(opened.database.pool);
        two = makeStore(opened.database.mode === 'server' ? (await opened.reopen()).pool : opened.database.pool);
      });
      afterAll(async () => {
        await one?.close();
        await two?.close();
        await opened?.close();
      });

      describe('sources', () => {
        const proposals = Array.from({ length: 30 }, (_, index) => aProposal(`s${String(index).padStart(2, '0')}`));

        test('the shipped list comes in once, however many processes start at once', async () => {
          const counts = await Promise.all([one, two, one, two].map((store) => store.syncSources(proposals, NOW)));
          expect(counts.map(({ added }) => added).sort()).toEqual([0, 0, 0, 30]);
          expect(await one.sources()).toHaveLength(30);
        });

        test('a row that changed in the list is updated, one that is gone from it rests, one that is back goes on', async () => {
          const [first, ...others] = proposals;
          const renamed = { ...first!, name: 'The New Paper' };
          expect(await one.syncSources([renamed, ...others.slice(1)], NOW)).toEqual({
            added: 0,
            updated: 1,
            paused: 1,
          });
          expect(await one.source('s01')).toMatchObject({ status: 'paused' });
          expect(await one.source('s00')).toMatchObject({ name: 'The New Paper' });
          expect(await one.syncSources(proposals, NOW)).toEqual({ added: 0, updated: 2, paused: 0 });
          expect(await one.source('s01')).toMatchObject({ status: 'seen' });
        });

        test('two pollers never claim one source, and together they claim all that are due', async () => {
          const claims = await Promise.all(
            [one, two, one, two].map((store) => store.claimDueSources(NOW, LEASE_MS, 10)),
          );
          const ids = claims.flat();
          expect(new Set(ids).size).toBe(ids.length);
          const rest = [
            ...(await one.claimDueSources(NOW, LEASE_MS, 100)),
            ...(await two.claimDueSources(NOW, LEASE_MS, 100)),
          ];
          expect([...ids, ...rest].sort()).toEqual(proposals.map(({ id }) => id));
        });

        test('a claim ends by itself, or when an embedded process starts anew', async () => {
          expect(await one.claimDueSources(later(59), LEASE_MS, 100)).toEqual([]);
          expect(await two.claimDueSources(later(61), LEASE_MS, 100)).toHaveLength(30);
          await one.endClaims();
          expect(await one.claimDueSources(later(61), LEASE_MS, 100)).toHaveLength(30);
        });

        test('one poll kept twice, even at once, makes each item once', async () => {
          const source = (await one.source('s00'))!;
          const entries = itemKeys([anEntry('a'), anEntry('b')], source);
          const poll = {
            source,
            poll: {
              at: later(100),
              ...{ ms: 5, outcome: 'ok', message: null, url: source.url, status: 200, bodyHash: 'h', warnings: [] },
              headers: {},
              hops: [],
            },
            format: 'rss' as const,
            unplaced: new Set<ParsedEntry>(),
            partial: false,
            entries,
            conclude: () => afterPoll(source, unpolled(), aReading(), later(100)),
            raw: { hash: 'h', body: Buffer.from('<rss/>'), keptUntil: later(1_000) },
          };
          const kept = await Promise.all([one.recordPoll(poll), two.recordPoll(poll)]);
          expect(kept.map(({ changed }) => changed.length).sort()).toEqual([0, 2]);
          expect((await one.recordPoll(poll)).changed).toEqual([]);
          expect(await one.itemsOf('s00', 10)).toHaveLength(2);
          expect(await one.polls('s00', 10)).toHaveLength(1);
        });

        test('an item whose guid changed is the same item; one whose words changed is read again', async () => {
          const source = (await one.source('s00'))!;
          const at = later(200);
          const churned = itemKeys(
            [
              anEntry('a-new', { title: 'Entry a', link: 'https://paper.example/a' }),
              anEntry('b', { title: 'Entry b, corrected' }),
            ],
            source,
          );
          const { changed } = await one.recordPoll({
            source,
            poll: {
              at,
              ...{ ms: 5, outcome: 'ok', message: null, url: source.url, status: 200, bodyHash: null, warnings: [] },
              headers: {},
              hops: [],
            },
            format: 'rss',
            unplaced: new Set<ParsedEntry>(),
            partial: false,
            entries: churned,
            conclude: () => afterPoll(source, unpolled(), aReading(), at),
            raw: null,
          });
          expect(changed).toHaveLength(1);
          expect(await one.itemsOf('s00', 10)).toHaveLength(2);
          expect(await one.unreadItems(at, 10)).toHaveLength(2);
        });
      });

      describe('articles and events', () => {
        test('an article kept by two readers at once is one article with one revision', async () => {
          const kept = await Promise.all([one, two, one].map((store) => store.keepArticle(anArticle('x'), null, NOW)));
          expect(kept.filter(({ changed }) => changed)).toHaveLength(1);
          expect((await one.article('x'))?.revision).toBe(1);
          await one.keepArticle(anArticle('x', { text: 'Other words', revisionHash: 'x2' }), null, NOW);
          expect(await one.article('x')).toMatchObject({ revision: 2, text: 'Other words' });
        });

        test('reports judged at once in several processes meet in one event with one notice', async () => {
          const ids = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'];
          await Promise.all(
            ids.map(async (id, index) => {
              const store = index % 2 ? one : two;
              await store.keepArticle(anArticle(id, { text: `${id} `.repeat(40) }), null, NOW);
              const article = (await store.article(id))!;
              const [group] = await store.keepAssessment(
                article,
                verdict(id, [aClaim({ published: '2026-03-09' })]),
                NOW,
              );
              await store.correlateGroup(
                group!,
                (material) => decide(material, { byAuthority: new Map() } as never, families),
                { cause: 'test', waits: null, now: NOW, freshDays: 30 },
              );
              await store.markAssessed(id, 'test', NOW);
            }),
          );
          const events = await one.events({ authorities: ['northshire'] });
          expect(events).toHaveLength(1);
          expect(events[0]?.event.reports.map(({ articleId }) => articleId).sort()).toEqual(ids);
          expect(await one.unroutedNotices(10)).toEqual([{ eventKey: events[0]?.event.key, notice: 'first' }]);
        });

        test('correlating again changes nothing', async () => {
          const group = { authority: 'northshire', inspectorate: 'ofsted', service: 'childrens_services' };
          const before = await one.events({});
          await two.correlateGroup(
            group,
            (material) => decide(material, { byAuthority: new Map() } as never, families),
            { cause: 'test', waits: null, now: later(9), freshDays: 30 },
          );
          expect(await one.events({})).toEqual(before);
        });
      });

      describe('the ledger', () => {
        const alerts = (reader: string, count: number): AlertToOpen[] =>
          Array.from({ length: count }, (_, index) => {
            const eventKey = `event-${String(index).padStart(2, '0')}`;
            return {
              id: `${reader}-${eventKey}`,
              subscriptionId: reader,
              eventKey,
              notice: 'first',
              channel: 'mail',
              body: anEvent({ key: eventKey }),
              was: null,
              reference: `${reader}.${eventKey}.first.mail`,
            };
          });
        const aTry = (subscriptionId: string, over: Partial<Attempt> = {}): Attempt => ({
          ...{ subscriptionId, channel: 'mail', what: 'alert', reference: 'r', outcome: 'sent', status: 250 },
          ...{ message: null, nextTry: null },
          ...over,
        });
        const sent = (reader: string): Settlement => ({ state: 'sent', providerId: 'p', attempt: aTry(reader) });
        const aReader = async (id: string) => one.addSubscriptions([aSubscription(id)], null);

        test('a promise is made once, however many make it and whatever id they give it', async () => {
          await aReader('l1');
          const opened = await Promise.all(
            [one, two].map((store, index) =>
              store.openAlerts(
                alerts('l1', 5).map((alert) => ({ ...alert, id: `${alert.id}-${index}` })),
                NOW,
              ),
            ),
          );
          expect(opened.flat()).toHaveLength(5);
          expect(await one.readersWaiting(NOW, 10)).toEqual(['l1']);
        });

        test('of many senders one gets a reader’s messages', async () => {
          const claims = await Promise.all(
            [one, two, one, two].map((store) => store.claimAlerts('l1', NOW, LEASE_MS, inOrder)),
          );
          const got = claims.filter((claim) => claim !== null);
          expect(got).toHaveLength(1);
          expect(got[0]?.alerts.map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1, 1]);
          expect(await one.readersWaiting(NOW, 10)).toEqual([]);
        });

        test('what is sent stays sent; what its sender left behind is taken up with the same reference', async () => {
          await one.settleAlerts(['l1-event-00-0', 'l1-event-00-1'], sent('l1'), NOW);
          expect(await two.claimAlerts('l1', later(59), LEASE_MS, inOrder)).toBeNull();
          const again = await two.claimAlerts('l1', later(61), LEASE_MS, inOrder);
          expect(again?.alerts.map(({ reference, attempts }) => [reference, attempts])).toEqual(
            alerts('l1', 5)
              .slice(1)
              .map(({ reference }) => [reference, 2]),
          );
          await two.settleAlerts(
            again!.alerts.map(({ id }) => id),
            sent('l1'),
            later(62),
          );
          expect(await one.claimAlerts('l1', later(600), LEASE_MS, inOrder)).toBeNull();
          expect(await one.sentCounts()).toEqual({ sent: 5 });
        });

        test('what was claimed and not tried is due again at once, as if it had not been claimed', async () => {
          await aReader('l2');
          await one.openAlerts(alerts('l2', 3), NOW);
          const claim = await one.claimAlerts('l2', NOW, LEASE_MS, inOrder);
          await one.releaseAlerts(claim!.alerts.slice(1).map(({ id }) => id));
          await one.settleAlerts(['l2-event-00'], sent('l2'), NOW);
          const again = await two.claimAlerts('l2', NOW, LEASE_MS, inOrder);
          expect(again?.alerts.map(({ id, attempts }) => [id, attempts])).toEqual([
            ['l2-event-01', 1],
            ['l2-event-02', 1],
          ]);
        });

        test('a failed message waits for its time; the others do not wait for it', async () => {
          const again = { nextTry: later(300), message: 'busy' };
          await one.settleAlerts(
            ['l2-event-01'],
            {
              ...{ state: 'pending', error: 'busy', nextAttempt: again.nextTry },
              attempt: aTry('l2', { ...again, outcome: 'later', status: 451 }),
            },
            NOW,
          );
          await one.settleAlerts(['l2-event-02'], sent('l2'), NOW);
          expect(await one.readersWaiting(later(299), 10)).toEqual([]);
          expect(await one.readersWaiting(later(300), 10)).toEqual(['l2']);
          expect((await one.claimAlerts('l2', later(300), LEASE_MS, inOrder))?.alerts).toHaveLength(1);
        });

        test('every try stands in the delivery log, newest first, until its time is over', async () => {
          const log = await two.attemptsTo('l2', 10);
          expect(log.map(({ outcome, status, nextTry }) => [outcome, status, nextTry])).toEqual([
            ['sent', 250, null],
            ['later', 451, later(300)],
            ['sent', 250, null],
          ]);
          await one.keepAttempt(aTry('l2', { what: 'test' }), later(400));
          expect(await one.attemptsTo('l2', 1)).toEqual([{ ...aTry('l2', { what: 'test' }), at: later(400) }]);
          await one.dropAttempts(later(1));
          expect(await one.attemptsTo('l2', 10)).toHaveLength(1);
        });

        test('a summary whose sender died is told again as the same summary of the same alerts', async () => {
          await aReader('l3');
          await one.openAlerts(alerts('l3', 4), NOW);
          const summary: PlanSending = (due) => ({ kind: 'summary', alerts: due });
          const first = await one.claimAlerts('l3', NOW, LEASE_MS, summary);
          await one.openAlerts(alerts('l3', 6), later(30));
          const again = await two.claimAlerts('l3', later(61), LEASE_MS, inOrder);
          expect(again?.summary).toBe(first?.summary);
          expect(again?.alerts.map(({ id }) => id)).toEqual(first?.alerts.map(({ id }) => id));
        });

        test('one reader is whoever gets it, whatever they asked for: one sender, and the guard sees it all', async () => {
          const place = { address: 'desk@paper.example' };
          await one.addSubscriptions(
            [
              aSubscription('p1-a', place),
              aSubscription('p1-b', { address: 'Desk@Paper.example', criteria: asks({ grades: ['good'] }) }),
              aSubscription('p1-c', { ...place, channel: 'slack', criteria: asks({ grades: ['good'] }) }),
              aSubscription('p1-d', { address: 'desk_paper.example' }),
            ],
            null,
          );
          for (const id of ['p1-a', 'p1-b', 'p1-c', 'p1-d']) await one.openAlerts(alerts(id, 2), NOW);
          const seen: string[][] = [];
          const looking: PlanSending = (due) => {
            seen.push(due.map(({ id }) => id).sort());
            return { kind: 'summary', alerts: due };
          };
          const claims = await Promise.all(
            ['p1-a', 'p1-b', 'p1-b'].map((id) => two.claimAlerts(id, NOW, LEASE_MS, looking)),
          );
          // A judgement that both asked for counts once.
          expect(seen).toEqual([['p1-a-event-00', 'p1-a-event-01']]);
          expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
          const [again] = [await one.claimAlerts('p1-b', later(61), LEASE_MS, looking)];
          expect(again?.summary).toBe(claims.find((claim) => claim !== null)?.summary);
          await one.settleAlerts(
            again!.alerts.map(({ id }) => id),
            sent('p1-a'),
            later(62),
          );
          for (const id of ['p1-c', 'p1-d'])
            expect((await one.claimAlerts(id, NOW, LEASE_MS, inOrder))?.alerts).toHaveLength(2);
          await one.settleAlerts(
            ['p1-c', 'p1-d'].flatMap((id) => alerts(id, 2).map((alert) => alert.id)),
            sent('p1-c'),
            NOW,
          );
        });

        test('a digest is promised once and claimed once', async () => {
          const digest = { id: 'd1', subscriptionId: 'l1', period: '2026-W10', reference: 'l1.2026-W10.digest.mail' };
          const opened = await Promise.all(
            [one, two].map((store, index) => store.openDigests([{ ...digest, id: `d${index}` }], NOW)),
          );
          const [id] = opened.flat();
          expect(opened.flat()).toHaveLength(1);
          const claims = await Promise.all([one, two, one].map((store) => store.claimDigest(id!, NOW, LEASE_MS)));
          expect(claims.filter(Boolean)).toHaveLength(1);
          expect(await one.claimDigest(id!, later(61), LEASE_MS)).toMatchObject({ attempts: 2 });
        });

        test('made-up digests go out in their order: the next waits while one is sent, not while one is tried again', async () => {
          const made = ['2026-W29', '2026-W27', '2026-W28'].map((period) => ({
            ...{ id: `m-${period}`, subscriptionId: 'l1', period, reference: `l1.${period}` },
          }));
          const mine = async (at: Date) => (await one.waitingDigests(at, 50)).filter((id) => id.startsWith('m-'));
          const at = later(500);
          for (const id of ['d0', 'd1']) await one.settleDigest(id, { state: 'dropped', error: 'a test' }, at);
          await one.openDigests(made, at);
          expect(await mine(at)).toEqual(['m-2026-W27']);
          await one.claimDigest('m-2026-W27', at, LEASE_MS);
          expect(await mine(at)).toEqual([]);
          const again = { state: 'pending', error: '451', nextAttempt: later(900), attempt: null } as const;
          await one.settleDigest('m-2026-W27', again, at);
          expect(await mine(at)).toEqual(['m-2026-W28']);
          await one.claimDigest('m-2026-W28', at, LEASE_MS);
          await one.settleDigest('m-2026-W28', { state: 'dropped', error: 'a test' }, at);
          expect(await mine(at)).toEqual(['m-2026-W29']);
          // Its sender is gone.
          await one.claimDigest('m-2026-W29', at, LEASE_MS);
          expect(await mine(later(899))).toEqual(['m-2026-W29']);
        });

        test('a list of subscriptions is kept whole or not at all', async () => {
          const impossible = aSubscription('w3', { note: 'a\u0000b' });
          await expect(
            one.addSubscriptions([aSubscription('w1'), aSubscription('w2'), impossible], null),
          ).rejects.toThrow();
          expect(await one.subscription('w2')).toBeNull();
          await one.addSubscriptions(
            ['w1', 'w2'].map((id) => aSubscription(id)),
            null,
          );
          expect(await one.subscription('w2')).toMatchObject({ state: 'active' });
        });

        test('a subscription is confirmed once and ended once', async () => {
          await one.addSubscriptions([aSubscription('p1', { state: 'pending' })], null);
          const confirmed = await Promise.all([one, two].map((store) => store.confirmSubscription('p1', NOW)));
          expect(confirmed.sort()).toEqual([false, true]);
          const ended = await Promise.all([one, two].map((store) => store.endSubscription('p1', 'asked', NOW)));
          expect(ended.sort()).toEqual([false, true]);
        });

        test('of wishes to move to an address at the same moment no more are kept than may be', async () => {
          await aReader('m1');
          const wishes = Array.from({ length: 6 }, (_, n) => ({
            ...{ id: `move-${n}`, subscriptionId: 'm1', address: 'new@paper.example', at: NOW },
          }));
          const kept = await Promise.all(
            wishes.map((wish, n) => (n % 2 ? one : two).askAddressChange(wish, 3, later(-60))),
          );
          expect(kept.filter(Boolean)).toHaveLength(3);
        });
      });
    },
  );
