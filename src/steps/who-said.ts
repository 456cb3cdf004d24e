import type { EventReport, JudgementEvent } from '../core/types.ts';
import { makeWhoSaid, type Saying } from '../core/who-said.ts';
import type { Deps } from './deps.ts';

/** Longer speeches are for the article itself. */
const MOST_SAID_CHARS = 320;
const MOST_SAYINGS = 5;
/** Reports looked at, the most trusted first. */
const MOST_LOOKED_AT = 8;

/** Words of people in public roles, and the report that quotes them. */
export interface Said {
  sayings: Saying[];
  report: EventReport;
}

/** @returns what people in public roles say of a judgement, from the first report that quotes them; null where none does */
export async function saidOf(
  { store, speakers }: Pick<Deps, 'store' | 'speakers'>,
  event: JudgementEvent,
): Promise<Said | null> {
  const whoSaid = makeWhoSaid(speakers);
  for (const report of event.reports.slice(0, MOST_LOOKED_AT)) {
    const article = await store.assessmentOf(report.articleId);
    const said = article ? whoSaid(article.text).filter(({ quote }) => quote.length <= MOST_SAID_CHARS) : [];
    if (said.length > 0) return { sayings: said.slice(0, MOST_SAYINGS), report };
  }
  return null;
}
