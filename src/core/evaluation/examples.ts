/** What people corrected, as labelled articles: every correction becomes a case to measure by. */
import { headlinesOf } from '../events/facts.ts';
import type { Claim, HistoryEntry } from '../types.ts';

export interface CorrectedArticle {
  id: string;
  url: string | null;
  publisher: string | null;
  /** ISO day or date-time, null where unknown. */
  published: string | null;
  title: string;
  text: string;
  /** Its claims as they stand after every correction. */
  claims: Claim[];
  history: HistoryEntry[];
  /** Keys of the events it reports. */
  eventKeys: string[];
  /** Why people decided as they did. */
  reasons: string[];
}

/** Areas of a report with two headline grades are labelled as judgements, its leading grade as the grade. */
const judgementsOf = (claim: Claim) => [
  ...claim.judgements.map(({ area, grade }) => ({ area, grade })),
  ...headlinesOf(claim)
    .filter(({ remit }) => remit !== 'overall')
    .map(({ remit, grade }) => ({ area: remit, grade })),
];

/**
 * One article in the format `evaluate` reads.
 *
 * @param shortName authority slug → the name labels use
 */
export function labelledExample(article: CorrectedArticle, shortName: (slug: string) => string) {
  const { claims, history, eventKeys, reasons, published, ...plain } = article;
  const relevant = claims.length > 0;
  return {
    ...plain,
    published: published?.slice(0, 10) ?? null,
    text_kind: 'as_read',
    truncated: false,
    labels: {
      relevant,
      events: claims.map((claim) => ({
        authority: shortName(claim.authority),
        inspectorate: claim.inspectorate,
        service: claim.service,
        grade: claim.grade,
        judgements: judgementsOf(claim),
        direction: claim.direction === 'first' ? null : claim.direction,
      })),
      history: history.map(({ authority, grade, year }) => ({ authority: shortName(authority), grade, year })),
      negative_kind: relevant ? null : 'other',
    },
    why: reasons.join('; '),
    // An event's key begins with its authority's slug, which the format parts from the rest with a hyphen.
    event_key: relevant ? eventKeys.map((key) => key.replaceAll('.', '-')).join('+') || null : null,
  };
}
