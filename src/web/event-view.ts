/** Gathers what an event's page shows. */
import { reviveEvent } from '../adapters/store/event-body.ts';
import type { StoredEvent } from '../adapters/store/events.ts';
import { passages } from '../core/quoted.ts';
import type { JudgementEvent } from '../core/types.ts';
import { makeWhoSaid } from '../core/who-said.ts';
import { officialReport } from '../steps/letters.ts';
import type { EventView } from './event-page.tsx';
import type { SiteDeps } from './site-deps.ts';

/** Reports whose article is looked at for the quoted words: they stand in the best one, which is among the first. */
const MOST_LOOKED_AT = 8;

export async function eventView(deps: SiteDeps, { event, learntAt }: StoredEvent): Promise<EventView> {
  const { store } = deps;
  const register = deps.register();
  const [aliases, revisions, quoted, said] = await Promise.all([
    store.aliasesOf(event.key),
    store.eventHistory(event.key),
    quotedWords(deps, event),
    sayings(deps, event),
  ]);
  return {
    ...{ event, learntAt, aliases, quoted, said },
    revisions: revisions.map(({ at, body }) => ({ at, event: reviveEvent(body) })),
    registered: register.byAuthority.get(event.authority)?.find(({ id }) => id === event.register.judgement) ?? null,
    officialReport:
      officialReport({ register }, event) ?? event.reports.find(({ tier }) => tier === 'inspectorate')?.url ?? null,
  };
}

/** Longer speeches are for the article itself. */
const MOST_SAID_CHARS = 320;
const MOST_SAYINGS = 5;

/** What people in public roles say of it, from the first report that quotes them. */
async function sayings({ store, speakers }: SiteDeps, event: JudgementEvent): Promise<EventView['said']> {
  const whoSaid = makeWhoSaid(speakers);
  for (const report of event.reports.slice(0, MOST_LOOKED_AT)) {
    const article = await store.assessmentOf(report.articleId);
    const said = article ? whoSaid(article.text).filter(({ quote }) => quote.length <= MOST_SAID_CHARS) : [];
    if (said.length > 0) return { sayings: said.slice(0, MOST_SAYINGS), report };
  }
  return null;
}

/** The evidence in its article, as long as its offsets still hold there. */
async function quotedWords({ store }: SiteDeps, event: JudgementEvent): Promise<EventView['quoted']> {
  for (const report of event.reports.slice(0, MOST_LOOKED_AT)) {
    const article = await store.assessmentOf(report.articleId);
    if (article && event.evidence.every(({ field, start, end, quote }) => article[field].slice(start, end) === quote))
      return { passages: passages(article, event.evidence), report };
  }
  return null;
}
