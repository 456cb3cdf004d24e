import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { closest } from '../../core/closest.ts';
import { isDay } from '../../core/dates.ts';
import { SOURCE_FORMATS, SOURCE_KINDS, type SourceFormat, type SourceProposal } from '../../core/types.ts';
import { WrongUse } from '../../errors.ts';
import { readCsvTable } from './csv-table.ts';

/** What may be done with a source's text; exports keep to it. */
export const SOURCE_TERMS = ['headline-and-link', 'text'] as const;

/** How a shipped source stands; the other states of a source are for the program and its operator to give. */
const PROPOSED_STATUSES = ['seen', 'listed', 'blocked', 'dead'] as const;

export const SOURCE_ADDRESS =
  'must be an http(s) address without user name or fragment, or for a folder of mails its file: address';

const SOURCE = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters and digits joined by single hyphens'),
  name: z.string().min(1, 'must not be empty'),
  url: z.string().refine(isSourceAddress, SOURCE_ADDRESS),
  kind: z.enum(SOURCE_KINDS),
  format: z.enum(SOURCE_FORMATS),
  authority: z.string(),
  status: z.enum(PROPOSED_STATUSES),
  seen_on: z
    .string()
    .refine(
      (text) => text === '' || isDay(text) || isMonth(text),
      'must be a day or a month, as 2026-10-02 or 2026-10',
    ),
  terms: z.enum(SOURCE_TERMS),
  basis: z.string().min(1, 'must say what the terms rest on'),
  evidence: z.string().min(1, 'must say where the address was found'),
  note: z.string(),
});

/**
 * Loads `sources.csv` of a config folder (columns: `config/README.md`); a folder without one proposes no sources.
 *
 * @param authorities slugs that exist; null where they could not be read, and cannot be held against
 * @throws WrongUse naming every fault by line
 */
export function loadSources(configFolder: string, authorities: ReadonlySet<string> | null): SourceProposal[] {
  const file = path.join(configFolder, 'sources.csv');
  return existsSync(file) ? readSources(readFileSync(file, 'utf8'), authorities) : [];
}

/** Reads the table itself. @throws WrongUse naming every fault by line. */
export function readSources(csv: string, authorities: ReadonlySet<string> | null): SourceProposal[] {
  const faults: string[] = [];
  const firstLine = new Map<string, number>();
  const once = (key: string, line: number, what: string) => {
    const before = firstLine.get(key);
    if (before) faults.push(`sources.csv line ${line}: ${what} stands on line ${before} too`);
    else firstLine.set(key, line);
  };
  const sources = readCsvTable(csv, 'sources.csv', SOURCE, faults).map(({ line, value }): SourceProposal => {
    const where = `sources.csv line ${line}`;
    once(`id ${value.id}`, line, `id "${value.id}"`);
    const misfit = formatMisfit(value.url, value.format);
    if (misfit) faults.push(`${where}, ${misfit}`);
    once(`url ${value.url}`, line, `address ${value.url}`);
    if (value.authority !== '' && authorities && !authorities.has(value.authority)) {
      const meant = closest(value.authority, [...authorities]);
      faults.push(`${where}: no authority "${value.authority}"${meant ? `; did you mean "${meant}"?` : ''}`);
    }
    if ((value.status === 'seen') !== (value.seen_on !== ''))
      faults.push(`${where}: seen_on belongs to status "seen", and only to it`);
    return {
      id: value.id,
      name: value.name,
      url: value.url,
      kind: value.kind,
      format: value.format,
      authority: value.authority || null,
      status: value.status,
      terms: value.terms,
      note: value.note || null,
      basis: value.basis,
      evidence: value.evidence,
    };
  });
  if (faults.length) throw new WrongUse(faults);
  return sources;
}

export function isSourceAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hash, host, pathname } = new URL(text);
  if (protocol === 'file:') return host === '' && hash === '' && pathname.length > 1;
  return /^https?:$/.test(protocol) && username === '' && password === '' && hash === '';
}

/** Mails are read from a folder, everything else from the web. @returns what does not fit, or null */
export function formatMisfit(url: string, format: SourceFormat): string | null {
  const isFolder = /^file:/i.test(url);
  if (isFolder === (format === 'mail')) return null;
  return isFolder
    ? `format "${format}": a file: address is a folder of mails; its format is mail`
    : `url "${url}": mails are read from a folder of this machine; write it as file:///var/mail/news`;
}

const isMonth = (text: string): boolean => /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`);
