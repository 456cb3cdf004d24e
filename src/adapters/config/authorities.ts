/** Reads the tables of authorities, their dated codes and the bodies that deliver for them. */
import { dirname, join } from 'node:path';
import type { AuthorityEntry, DatedCode, Delivery, NameMask } from '../../core/judging/rules/authorities.ts';
import { type Faults, nearest, readCsv } from './files.ts';

const COLUMNS = [
  'slug',
  'official_name',
  'short_name',
  'type',
  'region',
  'gss_code',
  'la_code',
  'valid_from',
  'valid_to',
  'successors',
  'aliases',
  'bare',
  'website',
  'risk',
  'notes',
];
const list = (cell: string | undefined) =>
  (cell ?? '')
    .split('|')
    .map((s) => s.trim())
    .filter(Boolean);
const orNull = (cell: string | undefined) => (cell ? cell : null);
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Delivery bodies, dated codes and masks stand beside the authorities they speak of; a world without them needs no files. */
export const besideAuthorities = (file: string): { delivery: string; codes: string; masks: string } => ({
  masks: join(dirname(file), 'masks.csv'),
  delivery: join(dirname(file), 'delivery.csv'),
  codes: join(dirname(file), 'authority-codes.csv'),
});

export function readAuthorities(
  root: string,
  file: string,
  faults: Faults,
): { entries: AuthorityEntry[]; deliveries: Delivery[]; codes: DatedCode[]; masks: NameMask[] } {
  const entries: AuthorityEntry[] = [];
  const seen = new Map<string, number>();
  for (const { row, line } of readCsv(root, file, COLUMNS, faults)) {
    const slug = row.slug ?? '';
    if (!/^[a-z0-9-]+$/.test(slug)) faults.add(file, line, `slug "${slug}" must be small letters, digits and hyphens`);
    if (seen.has(slug))
      faults.add(file, line, `slug "${slug}" stands already in line ${seen.get(slug)}; give each authority one line`);
    seen.set(slug, line);
    if (!row.official_name || !row.short_name)
      faults.add(file, line, `${slug} needs an official_name and a short_name`);
    if (row.bare !== '' && row.bare !== 'signal')
      faults.add(file, line, `bare is "${row.bare}"; write "signal" (the bare name needs a second signal) or nothing`);
    for (const column of ['valid_from', 'valid_to'])
      if (row[column] && !DAY.test(row[column] ?? ''))
        faults.add(file, line, `${column} "${row[column]}" must be a day such as 2026-04-01`);
    if (row.website && !/^https?:\/\/\S+$/.test(row.website))
      faults.add(file, line, `website "${row.website}" must be an address such as https://www.northshire.gov.uk`);
    entries.push({
      authority: {
        slug,
        officialName: row.official_name ?? '',
        shortName: row.short_name ?? '',
        type: row.type ?? '',
        region: row.region ?? '',
        gssCode: orNull(row.gss_code),
        laCode: orNull(row.la_code),
        validFrom: orNull(row.valid_from),
        validTo: orNull(row.valid_to),
        successors: list(row.successors),
        website: orNull(row.website),
      },
      aliases: list(row.aliases),
      risky: row.bare === 'signal',
    }); // prettier-ignore
  }
  checkSpellings(entries, file, seen, faults);
  const known = new Set(entries.map((e) => e.authority.slug));
  for (const { authority } of entries)
    for (const s of authority.successors)
      if (!known.has(s)) faults.add(file, seen.get(authority.slug) ?? null, unknown(s, known, 'successor'));
  const beside = besideAuthorities(file);
  const deliveries = readCsv(
    root,
    beside.delivery,
    ['name', 'authority', 'from', 'until', 'source'],
    faults,
    false,
  ).map(({ row, line }) => {
    if (!known.has(row.authority ?? ''))
      faults.add(beside.delivery, line, unknown(row.authority ?? '', known, 'authority'));
    return { name: row.name ?? '', authority: row.authority ?? '', from: orNull(row.from), until: orNull(row.until) };
  });
  const codes = readCsv(
    root,
    beside.codes,
    ['authority', 'scheme', 'code', 'from', 'until', 'source'],
    faults,
    false,
  ).map(({ row, line }) => {
    if (!known.has(row.authority ?? ''))
      faults.add(beside.codes, line, unknown(row.authority ?? '', known, 'authority'));
    return {
      authority: row.authority ?? '',
      scheme: row.scheme ?? '',
      code: row.code ?? '',
      from: orNull(row.from),
      until: orNull(row.until),
    };
  });
  return { entries, deliveries, codes, masks: readMasks(root, beside.masks, known, faults) };
}

function readMasks(root: string, file: string, known: Set<string>, faults: Faults): NameMask[] {
  const seen = new Map<string, number>();
  return readCsv(root, file, ['authority', 'mask', 'example'], faults, false).map(({ row, line }) => {
    const { authority = '', mask = '', example = '' } = row;
    if (!known.has(authority)) faults.add(file, line, unknown(authority, known, 'authority'));
    if (mask === '') faults.add(file, line, 'needs a mask: the words that hold the name and mean something else');
    else if (!example.toLowerCase().includes(mask.toLowerCase()))
      faults.add(file, line, `the example of the mask "${mask}" must be a sentence that holds these very words`);
    if (seen.has(mask)) faults.add(file, line, `the mask "${mask}" stands already in line ${seen.get(mask)}`);
    seen.set(mask, line);
    return { authority, phrase: mask, example, file, line };
  });
}

function unknown(word: string, known: Set<string>, what: string): string {
  const meant = nearest(word, [...known]);
  return `${what} "${word}" is no slug of the authorities${meant ? `; did you mean "${meant}"?` : ''}`;
}

/** A spelling names one authority; what several share (a trust) stands in `delivery.csv`. */
function checkSpellings(entries: AuthorityEntry[], file: string, lines: Map<string, number>, faults: Faults): void {
  const owners = new Map<string, string>();
  for (const { authority, aliases } of entries)
    for (const word of new Set([authority.officialName, authority.shortName, ...aliases])) {
      const owner = owners.get(word);
      if (owner !== undefined && owner !== authority.slug)
        faults.add(
          file,
          lines.get(authority.slug) ?? null,
          `"${word}" names both ${owner} and ${authority.slug}; give each a distinct spelling`,
        );
      owners.set(word, authority.slug);
    }
}
