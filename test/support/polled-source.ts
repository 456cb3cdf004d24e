/** One source of a scripted server, polled again and again: real sockets, real documents, the real store. */
import { makeDiscover } from '../../src/adapters/feeds/discover.ts';
import { makeFeedReader } from '../../src/adapters/feeds/read-feed.ts';
import { makeMailbox } from '../../src/adapters/mailbox.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import type { SourceProposal } from '../../src/core/types.ts';
import type { Deps } from '../../src/steps/deps.ts';
import { pollSource } from '../../src/steps/poll-source.ts';
import type { Script } from './fault-server.ts';
import { aWeb, NOW, serve } from './web.ts';

let sources = 0;

/** A source of `script['/feed']`; each poll happens when the one before asked for it. */
export async function aPolledSource(store: Store, script: Script, proposed: Partial<SourceProposal> = {}) {
  const server = await serve(script);
  const id = `paper-${++sources}`;
  let now = NOW;
  const proposal: SourceProposal = {
    id,
    name: id,
    url: `${server.origin}/feed`,
    kind: 'other',
    format: 'rss',
    authority: null,
    status: 'seen',
    terms: 'text',
    note: null,
    ...proposed,
  };
  await store.addSource(proposal, now);
  const queued: string[] = [];
  const deps = {
    store,
    web: aWeb({ now: () => now }),
    feeds: makeFeedReader(),
    mailbox: makeMailbox(),
    discover: makeDiscover(),
    queue: {
      put: async (_name: string, jobs: { itemKey: string }[]) =>
        void queued.push(...jobs.map(({ itemKey }) => itemKey)),
    },
    policy: { keepDays: 90, freshDays: 14 },
    now: () => now,
  } as unknown as Deps;
  return {
    server,
    queued,
    row: async () => (await store.source(id))!,
    items: () => store.itemsOf(id, 1_000),
    states: async () =>
      new Map((await store.itemsOf(id, 100)).map(({ link, state }) => [new URL(link!).pathname, state])),
    async poll(times = 1) {
      const outcomes: string[] = [];
      for (let turn = 0; turn < times; turn += 1) {
        const { outcome, fresh } = await pollSource(deps, { sourceId: id });
        outcomes.push(`${outcome} ${fresh}`);
        now = (await store.source(id))!.nextDue ?? now;
      }
      return outcomes;
    },
    /** The same, with what each poll reported. */
    report: async (other: object = {}) => {
      const report = await pollSource({ ...deps, ...other }, { sourceId: id });
      now = (await store.source(id))!.nextDue ?? now;
      return report;
    },
  };
}
