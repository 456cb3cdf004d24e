import type { LabelledRecord } from './labels.ts';
import { harmonicMean } from './score.ts';

/** Item → the clusters it stands in (usually one; none when it was not found). */
export type Clusters = ReadonlyMap<string, ReadonlySet<string>>;

export interface BCubed {
  items: number;
  precision: number;
  recall: number;
  f1: number;
}

/**
 * Extended B-cubed: how well predicted clusters agree with labelled ones where an item may stand in several clusters,
 * or in none. For each item, over every item (itself too) that shares a cluster with it, the share of those common
 * clusters that is right at most as often as the labels allow; then the mean over items. An item that was predicted
 * but is not labelled pulls precision down, one that is labelled but was not predicted pulls recall down.
 *
 * Source: Amigó, Gonzalo, Artiles, Verdejo, "A comparison of extrinsic clustering evaluation metrics based on formal
 * constraints", Information Retrieval 12 (2009), section 6.
 */
export function bCubed(predicted: Clusters, labelled: Clusters): BCubed {
  const precision = meanAgreement(predicted, labelled);
  const recall = meanAgreement(labelled, predicted);
  const items = new Set([...predicted.keys(), ...labelled.keys()]).size;
  return { items, precision, recall, f1: harmonicMean(precision, recall) };
}

function meanAgreement(of: Clusters, against: Clusters): number {
  const members = new Map<string, string[]>();
  for (const [item, clusters] of of)
    for (const cluster of clusters) members.set(cluster, [...(members.get(cluster) ?? []), item]);
  const perItem: number[] = [];
  for (const [item, clusters] of of) {
    if (clusters.size === 0) continue;
    const neighbours = new Set([...clusters].flatMap((cluster) => members.get(cluster) ?? []));
    let sum = 0;
    for (const neighbour of neighbours) {
      const shared = sharedCount(clusters, of.get(neighbour));
      sum += Math.min(shared, sharedCount(against.get(item), against.get(neighbour))) / shared;
    }
    perItem.push(sum / neighbours.size);
  }
  return perItem.length ? perItem.reduce((a, b) => a + b, 0) / perItem.length : 1;
}

function sharedCount(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): number {
  if (!a || !b) return 0;
  return [...a].filter((cluster) => b.has(cluster)).length;
}

/**
 * The labelled clusters over (article, authority) pairs. `event_key` is split at `+`; a part that begins with an
 * authority's slug is that authority's, any other part (`ofsted-annual-assessments-2008`) stands for one inspection of
 * each authority in the article.
 *
 * @param authority a name as labelled in an article of that day → its slug, null when the register does not know it
 */
export function labelledClusters(
  records: readonly LabelledRecord[],
  authority: (name: string, published: string | null) => string | null,
): Clusters {
  const clusters = new Map<string, Set<string>>();
  for (const { id, labels, event_key, published = null } of records) {
    if (!event_key) continue;
    const slugs = [...new Set(labels.events.map(({ authority: name }) => authority(name, published) ?? `?${name}`))];
    const parts = event_key.split('+').map((part) => part.trim());
    // The longest slug owns a part: "cheshire-east-ofsted-…" is not Cheshire's.
    const ownerOf = (part: string) =>
      slugs.filter((slug) => part.startsWith(`${slug}-`)).sort((a, b) => b.length - a.length)[0];
    for (const slug of slugs) {
      const own = parts.filter((part) => ownerOf(part) === slug);
      const shared = parts.filter((part) => ownerOf(part) === undefined);
      const keys = own.length ? own : shared;
      clusters.set(pair(id, slug), new Set((keys.length ? keys : [event_key]).map((part) => `${part}@${slug}`)));
    }
  }
  return clusters;
}

/** The predicted clusters, from what `ingest --jsonl` says of each article and the authority of each event. */
export function predictedClusters(
  articles: readonly { id: string; events: readonly { key: string; authority: string }[] }[],
): Clusters {
  const clusters = new Map<string, Set<string>>();
  for (const { id, events } of articles)
    for (const { key, authority } of events) {
      const item = pair(id, authority);
      clusters.set(item, (clusters.get(item) ?? new Set<string>()).add(key));
    }
  return clusters;
}

const pair = (article: string, slug: string): string => `${article}\t${slug}`;
