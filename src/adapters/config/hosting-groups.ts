import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { HostingGroup } from '../../core/polling/hosting.ts';
import { WrongUse } from '../../errors.ts';
import { readCsvTable } from './csv-table.ts';

const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const GROUP = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters and digits joined by single hyphens'),
  name: z.string().min(1, 'must not be empty'),
  hosts: z.string().refine((text) => text.split('|').every((host) => HOST.test(host)), {
    error: 'must be host names in small letters joined by |, as paper.example|other.example',
  }),
  gap_seconds: z.coerce.number({ error: 'is not a number' }).min(0).max(60),
  basis: z.string().min(1, 'must say what it rests on'),
});

/**
 * Loads `hosting-groups.csv`: publishers whose titles stand on one set of servers. None without the file.
 *
 * @throws WrongUse naming every fault by line
 */
export function loadHostingGroups(configFolder: string): HostingGroup[] {
  const file = path.join(configFolder, 'hosting-groups.csv');
  return existsSync(file) ? readHostingGroups(readFileSync(file, 'utf8')) : [];
}

/** Reads the table itself. @throws WrongUse naming every fault by line, a host that two groups claim among them. */
export function readHostingGroups(csv: string): HostingGroup[] {
  const faults: string[] = [];
  const owners = new Map<string, string>();
  const groups = readCsvTable(csv, 'hosting-groups.csv', GROUP, faults).map(({ line, value }): HostingGroup => {
    const hosts = value.hosts.split('|');
    for (const host of hosts) {
      const owner = owners.get(host);
      if (owner !== undefined)
        faults.push(`hosting-groups.csv line ${line}, hosts: ${host} stands in ${owner} already; name it once`);
      owners.set(host, value.id);
    }
    return { id: value.id, hosts, gapMs: value.gap_seconds * 1_000 };
  });
  if (faults.length) throw new WrongUse(faults);
  return groups;
}
