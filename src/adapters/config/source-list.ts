/**
 * Lists of sources as files: CSV with the columns of `sources.csv`, OPML with the same as attributes
 * (`gradewatch:kind` ...). Every fault is told with its line.
 */
import { z } from 'zod';
import { closest } from '../../core/closest.ts';
import { londonDay } from '../../core/dates.ts';
import type { AuthorityIndex } from '../../core/judging/rules/authorities.ts';
import { addedId, type ListedSource, usualTerms } from '../../core/source-list.ts';
import { SOURCE_FORMATS, SOURCE_KINDS, SOURCE_STATUSES, type SourceProposal } from '../../core/types.ts';
import { csvBytes } from '../exports/csv.ts';
import { checkCells, readCsvTable } from './csv-table.ts';
import { type Outline, readOutlines, writeOutlines } from './opml.ts';
import { formatMisfit, isSourceAddress, SOURCE_ADDRESS, SOURCE_TERMS } from './sources.ts';

const text = z.string().default('');
/** A word of the list, or nothing. */
const choice = <const Words extends readonly string[]>(words: Words) => z.enum([...words, '']).default('');

/** One row; only the address must be there. `seen_on` tells people something and us nothing. */
const LISTED = z.object({
  id: z
    .string()
    .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, 'must be small letters and digits joined by single hyphens')
    .default(''),
  name: text,
  url: z.string().refine(isSourceAddress, SOURCE_ADDRESS),
  kind: choice(SOURCE_KINDS),
  format: choice(SOURCE_FORMATS),
  authority: text,
  status: choice(SOURCE_STATUSES),
  seen_on: text,
  terms: choice(SOURCE_TERMS),
  basis: text,
  evidence: text,
  note: text,
});
type Listed = z.infer<typeof LISTED>;
const COLUMNS = Object.keys(LISTED.shape) as (keyof Listed)[];

/** A spreadsheet's guard against formulas, as our own export writes it. */
const UNGUARDED = /^'(?=\s*[=+\-@|%＝＋－＠])/u;

/**
 * Reads a list of sources, OPML or CSV by what it begins with.
 *
 * @param file   what to call it in a fault
 * @param index  finds the authorities named
 * @param faults gets a sentence with its line for everything that does not fit
 * @returns the rows without a fault; a missing name becomes the host's, a missing id follows from the address
 */
export function readSourceList(
  text: string,
  file: string,
  index: Pick<AuthorityIndex, 'find'>,
  faults: string[],
): ListedSource[] {
  const rows = /^\s*</.test(text)
    ? readOutlines(text, file, faults).flatMap((outline) => outlineRow(outline, file, faults))
    : readCsvTable(text, file, LISTED, faults);
  return rows.flatMap(({ line, value }) => {
    const authority = value.authority === '' ? null : index.find(value.authority);
    if (authority && !authority.authority) {
      const meant = authority.suggestion ? `; did you mean ${authority.suggestion}?` : '';
      faults.push(`${file} line ${line}: "${value.authority}" is no authority we know${meant}`);
      return [];
    }
    const misfit = formatMisfit(value.url, formatOf(value));
    if (misfit) {
      faults.push(`${file} line ${line}, ${misfit}`);
      return [];
    }
    return [{ line, source: proposed(value, authority?.authority?.slug ?? null) }];
  });
}

const formatOf = ({ url, format }: Listed) => format || (/^file:/i.test(url) ? 'mail' : 'rss');

function proposed(listed: Listed, authority: string | null): SourceProposal {
  const open = (text: string) => text.replace(UNGUARDED, '');
  const url = new URL(listed.url).href;
  const kind = listed.kind || 'other';
  return {
    id: listed.id || addedId(url),
    name: open(listed.name) || new URL(url).host || decodeURIComponent(new URL(url).pathname),
    url,
    kind,
    format: formatOf(listed),
    authority,
    status: listed.status || 'added',
    terms: listed.terms || usualTerms(kind),
    basis: open(listed.basis) || null,
    evidence: open(listed.evidence) || null,
    note: open(listed.note) || null,
  };
}

const PREFIX = 'gradewatch:';
const OWN = COLUMNS.filter((column) => column !== 'url' && column !== 'name');

/** An outline that names something to poll: a feed, or one of our own lists. Groups and bookmarks are none. */
function outlineRow({ line, attributes }: Outline, file: string, faults: string[]): { line: number; value: Listed }[] {
  const ours = Object.keys(attributes).filter((name) => name.startsWith(PREFIX));
  const url = attributes.xmlUrl ?? attributes.xmlurl ?? (ours.length > 0 ? attributes.url : undefined);
  if (url === undefined) return [];
  const where = `${file} line ${line}`;
  for (const name of ours.filter((one) => !(OWN as string[]).includes(one.slice(PREFIX.length)))) {
    const meant = closest(name.slice(PREFIX.length), OWN);
    faults.push(`${where}: unknown attribute "${name}"${meant ? `; did you mean "${PREFIX}${meant}"?` : ''}`);
  }
  const cells: Record<string, string> = { url: url.trim(), name: attributes.title ?? attributes.text ?? '' };
  for (const column of OWN) cells[column] = attributes[PREFIX + column]?.trim() ?? '';
  const value = checkCells(cells, where, LISTED, faults);
  return value ? [{ line, value }] : [];
}

export interface SourceToExport extends SourceProposal {
  lastSuccess: Date | null;
}

const cellsOf = (source: SourceToExport): Record<keyof Listed, string> => ({
  id: source.id,
  name: source.name,
  url: source.url,
  kind: source.kind,
  format: source.format,
  authority: source.authority ?? '',
  status: source.status,
  seen_on: source.lastSuccess ? londonDay(source.lastSuccess) : '',
  terms: source.terms,
  basis: source.basis ?? '',
  evidence: source.evidence ?? '',
  note: source.note ?? '',
});

/** The list as CSV with the columns of `sources.csv`; `seen_on` is the day a source last answered. */
export const sourceListCsv = (sources: readonly SourceToExport[]): Uint8Array =>
  csvBytes([COLUMNS, ...sources.map((source) => COLUMNS.map((column) => cellsOf(source)[column]))]);

/** The list as OPML, grouped by kind. List pages are links there: another feed reader could not read them. */
export function sourceListOpml(sources: readonly SourceToExport[], now: Date): string {
  const groups = SOURCE_KINDS.map((kind) => ({
    text: kind,
    outlines: sources.filter((source) => source.kind === kind).map(outlineOf),
  }));
  return writeOutlines(
    'Sources of Gradewatch',
    now,
    { gradewatch: 'urn:gradewatch:sources' },
    groups.filter(({ outlines }) => outlines.length > 0),
  );
}

function outlineOf(source: SourceToExport): Record<string, string | null> {
  const isFeed = !['html', 'sitemap', 'mail'].includes(source.format);
  const cells = cellsOf(source);
  return {
    ...(isFeed ? { type: 'rss' } : { type: 'link' }),
    text: source.name,
    title: source.name,
    [isFeed ? 'xmlUrl' : 'url']: source.url,
    ...Object.fromEntries(OWN.map((column) => [PREFIX + column, cells[column] || null])),
  };
}
