/** Publishers whose many titles stand on one set of servers: polite to each host is not yet polite to the group. */

export interface HostingGroup {
  id: string;
  /** A host of the group is one of these or ends in one after a dot. */
  hosts: readonly string[];
  /** Between two starts anywhere in the group. */
  gapMs: number;
}

/** @returns a look-up by host name; of several groups that fit, the one that names the longest part */
export function hostingGroups(groups: readonly HostingGroup[]): (hostname: string) => HostingGroup | null {
  const byHost = new Map(groups.flatMap((group) => group.hosts.map((host) => [host, group])));
  return (hostname) => {
    const labels = hostname.toLowerCase().replace(/\.$/, '').split('.');
    for (let from = 0; from < labels.length; from += 1) {
      const found = byHost.get(labels.slice(from).join('.'));
      if (found) return found;
    }
    return null;
  };
}
