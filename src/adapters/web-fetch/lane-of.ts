/** Which queue a request stands in, and how far apart that queue's requests start. */
import { type HostingGroup, hostingGroups } from '../../core/polling/hosting.ts';
import type { AddressGuard } from './address-guard.ts';

const MOST_NAMES = 10_000;

export interface LaneOptions {
  guard: Pick<AddressGuard, 'named'>;
  groups: readonly HostingGroup[];
  gapMs: number;
  /** At hosts the operator named: their own. */
  namedGapMs: number;
}

/**
 * The titles of one publisher share a lane, then the hosts behind one address (many councils sit behind one supplier's),
 * then each host has its own. Where a name leads is known from its first request on.
 */
export function makeLaneOf({ guard, groups, gapMs, namedGapMs }: LaneOptions) {
  const groupOf = hostingGroups(groups);
  const addressOf = new Map<string, string>();
  return {
    laneOf(url: URL): string {
      const group = groupOf(url.hostname);
      return group ? `group ${group.id}` : (addressOf.get(url.hostname) ?? url.host);
    },
    gapMsAt: (url: URL): number =>
      Math.max(groupOf(url.hostname)?.gapMs ?? 0, guard.named(url.hostname) ? namedGapMs : gapMs),
    onResolved(hostname: string, address: string): void {
      if (guard.named(hostname) || guard.named(address)) return;
      if (addressOf.size >= MOST_NAMES) addressOf.clear();
      addressOf.set(hostname, address);
    },
  };
}
