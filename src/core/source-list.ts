/** Sources that people bring and take away: what a new one is called, and which of a list are known already. */
import { digestId } from './keys.ts';
import { canonicalUrl } from './polling/canonical-url.ts';
import type { SourceKind, SourceProposal } from './types.ts';

/** Id of a source somebody added: follows from its address. */
export const addedId = (url: string): string => `added-${digestId('source', url).slice(0, 8)}`;

/** What may be done with a source's text unless somebody says otherwise: public bodies publish to be quoted. */
export const usualTerms = (kind: SourceKind): 'text' | 'headline-and-link' =>
  kind === 'council' || kind === 'inspectorate' || kind === 'government' ? 'text' : 'headline-and-link';

export interface ListedSource {
  /** Where it stands in the file. */
  line: number;
  source: SourceProposal;
}

export interface ImportPlan {
  added: SourceProposal[];
  /** Left out: the address, however spelt, is a source's already or stands further up. */
  duplicates: { line: number; url: string; of: string }[];
}

type Known = Pick<SourceProposal, 'id' | 'url'> & { aliases: readonly string[] };

/** The source that has this address under any spelling, now or earlier. */
export const sourceAt = <S extends Known>(url: string, sources: readonly S[]): S | undefined =>
  sources.find((one) => [one.url, ...one.aliases].some((address) => canonicalUrl(address) === canonicalUrl(url)));

/**
 * Tells what of a list is new.
 *
 * @param file   what to call it in a fault
 * @param faults gets a sentence for every id that another address has, with its line
 */
export function planImport(
  listed: readonly ListedSource[],
  known: readonly Known[],
  file: string,
  faults: string[],
): ImportPlan {
  const plan: ImportPlan = { added: [], duplicates: [] };
  const owners = new Map<string, string>();
  const ids = new Set(known.map(({ id }) => id));
  for (const { id, url, aliases } of known) for (const one of [url, ...aliases]) owners.set(canonicalUrl(one), id);
  for (const { line, source } of listed) {
    const of = owners.get(canonicalUrl(source.url));
    if (of !== undefined) {
      plan.duplicates.push({ line, url: source.url, of });
      continue;
    }
    if (ids.has(source.id))
      faults.push(
        `${file} line ${line}: id "${source.id}" is another source's; leave it empty or give it one of its own`,
      );
    ids.add(source.id);
    owners.set(canonicalUrl(source.url), source.id);
    plan.added.push(source);
  }
  return plan;
}
