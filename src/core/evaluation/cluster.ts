/** Which labelled articles `ingest` would put into one event, worked out in memory. */
import { articleId, provenance } from '../articles.ts';
import { dayOf } from '../dates.ts';
import { decide, type GroupMaterial } from '../events/decide.ts';
import type { Family } from '../events/times.ts';
import { digestId } from '../keys.ts';
import type { Register } from '../register.ts';
import type { Assessment, Authority, SourceProposal } from '../types.ts';
import { type BCubed, bCubed, labelledClusters, predictedClusters } from './b-cubed.ts';
import type { LabelledRecord } from './labels.ts';

export interface ClusteringKnowledge {
  register: Register;
  families: Family[];
  authorities: readonly Authority[];
  proposals: readonly SourceProposal[];
  /** A name as labelled → slug, null when it is not known. */
  slugOf(name: string, published: string | null): string | null;
}

/** Nothing of identity may rest on when an article came in. */
const ANY_TIME = new Date(0);

/**
 * Correlates what was judged, group by group, and compares with `event_key`.
 *
 * @param judged every labelled article with its verdict
 */
export function measureClusters(
  judged: readonly { record: LabelledRecord; assessment: Assessment }[],
  { register, families, authorities, proposals, slugOf }: ClusteringKnowledge,
): BCubed {
  const groups = new Map<string, GroupMaterial['reports']>();
  const recordOf = new Map<string, string>();
  for (const { record, assessment } of judged) {
    const { id, title, text, url = null, publisher = null, published = null } = record;
    for (const [place, claim] of assessment.events.entries()) {
      const { authority, inspectorate, service } = claim;
      const article = articleId(url, id);
      const findingId = digestId('finding', article, authority, inspectorate, service, place);
      recordOf.set(findingId, id);
      const group = [authority, inspectorate, service].join('|');
      const report = {
        ...{ findingId, articleId: article, claim, title, text, url, publisher },
        history: assessment.history.filter((entry) => entry.authority === authority),
        tier: provenance(url, authorities, proposals).tier,
        articleDay: dayOf(published),
        firstSeen: ANY_TIME,
        copyOf: null,
      };
      groups.set(group, [...(groups.get(group) ?? []), report]);
    }
  }
  const eventsOf = new Map<string, { key: string; authority: string }[]>();
  for (const reports of groups.values())
    for (const event of decide({ reports, previous: [] }, register, families).events)
      for (const { findingId } of event.reports) {
        const record = recordOf.get(findingId) ?? '';
        eventsOf.set(record, [...(eventsOf.get(record) ?? []), { key: event.key, authority: event.authority }]);
      }
  const predicted = judged.map(({ record: { id } }) => ({ id, events: eventsOf.get(id) ?? [] }));
  return bCubed(
    predictedClusters(predicted),
    labelledClusters(
      judged.map(({ record }) => record),
      slugOf,
    ),
  );
}
