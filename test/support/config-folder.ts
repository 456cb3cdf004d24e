/** Config folders made for a test: the product's own rules, and authorities, register and sources of the invented world. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { SourceProposal } from '../../src/core/types.ts';

export interface ConfigFolder {
  path: string;
  remove(): Promise<void>;
}

/** The product's own rules and knowledge, and these sources. */
export async function configWith(sources: readonly SourceProposal[]): Promise<ConfigFolder> {
  const path = await mkdtemp(join(tmpdir(), 'gradewatch-config-'));
  await cp('config', path, { recursive: true });
  for (const name of ['authorities.csv', 'register']) {
    await rm(join(path, name), { recursive: true });
    await cp(join('config/demo', name), join(path, name), { recursive: true });
  }
  await writeFile(join(path, 'delivery.csv'), 'name,authority,from,until,source\n');
  await writeFile(join(path, 'masks.csv'), 'authority,mask,example\n');
  await writeFile(join(path, 'authority-codes.csv'), 'authority,scheme,code,from,until,source\n');
  await rm(join(path, 'sources.csv'));
  if (sources.length > 0) await writeFile(join(path, 'sources.csv'), sourcesCsv(sources));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

const sourcesCsv = (sources: readonly SourceProposal[]): string =>
  stringify(
    sources.map(({ id, name, url, kind, format, authority, status, terms, note }) => ({
      ...{
        id,
        name,
        url,
        kind,
        format,
        authority: authority ?? '',
        status,
        seen_on: status === 'seen' ? '2026-06' : '',
        terms,
      },
      ...{ basis: 'invented', evidence: 'invented', note: note ?? '' },
    })),
    { header: true },
  );
