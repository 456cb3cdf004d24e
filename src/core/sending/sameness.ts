import { canonicalJson, sha256 } from '../keys.ts';
import type { Cadence, Channel, Criteria } from '../types.ts';

export interface SameAs {
  channel: Channel;
  address: string | null;
  every: Cadence;
  criteria: Criteria;
}

/**
 * Names what a subscription sends to whom how often: two with one key would tell the same place the same twice. The order
 * of words in criteria makes no difference, nor does the case of a mail address.
 */
export function runningKey({ channel, address, every, criteria }: SameAs): string {
  const place = channel === 'mail' ? address?.toLowerCase() : address;
  return sha256(canonicalJson([channel, place, every, inOrder(criteria)]));
}

const FACETS = ['authorities', 'regions', 'inspectorates', 'services', 'grades', 'directions', 'statuses'] as const;

/** Empty lists left out, each list and each list of parts sorted, repeats once. */
function inOrder(criteria: Criteria): unknown {
  const lists = FACETS.flatMap((facet): [string, unknown][] => {
    const values = criteria[facet] ?? [];
    return values.length === 0 ? [] : [[facet, [...new Set<string>(values)].sort()]];
  });
  const parts = (['anyOf', 'except'] as const).flatMap((facet): [string, unknown][] => {
    const inner = criteria[facet] ?? [];
    return inner.length === 0 ? [] : [[facet, [...new Set(inner.map((part) => canonicalJson(inOrder(part))))].sort()]];
  });
  return Object.fromEntries([...lists, ...parts]);
}
