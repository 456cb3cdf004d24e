import type { LabelledRecord } from '../../src/core/evaluation/labels.ts';
import type { Rulebook } from '../../src/core/judging/rules/rulebook.ts';

/**
 * The same articles about other authorities of the same kind (type of council, and whether its bare name is risky): what
 * is judged by who is named, not by what is said, shows as a difference. Address and publisher go, since they name the
 * authority too.
 *
 * @param shift how many places to move on within a kind
 */
export function renamed(records: readonly LabelledRecord[], rulebook: Rulebook, shift: number): LabelledRecord[] {
  const entries = [...rulebook.index.entries.values()].filter(
    ({ authority }) => !authority.validFrom && !authority.validTo,
  );
  const kinds = new Map<string, typeof entries>();
  for (const entry of entries) {
    const kind = `${entry.authority.type} ${entry.risky}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), entry]);
  }
  const other = new Map<string, string>();
  const spelling = new Map<string, string>();
  for (const kind of kinds.values())
    for (const [index, { authority, aliases }] of kind.entries()) {
      const { slug, officialName, shortName } = kind[(index + shift) % kind.length]!.authority;
      other.set(authority.slug, slug);
      for (const word of [authority.officialName, ...aliases])
        if (!/trust/i.test(word)) spelling.set(word, /^[A-Z&]+$/.test(word) ? shortName : officialName);
      spelling.set(authority.shortName, shortName);
    }
  for (const [word, instead] of [...spelling]) spelling.set(word.toUpperCase(), instead.toUpperCase());
  const longestFirst = [...spelling.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const any = new RegExp(`(?<!\\p{L})(?:${longestFirst.join('|')})(?!\\p{L})`, 'gu');
  const text = (of: string) => of.replaceAll(any, (word) => spelling.get(word) ?? word);
  const label = <T extends { authority: string }>(of: T): T => {
    const slug = rulebook.index.find(of.authority).authority?.slug;
    return { ...of, authority: (slug && other.get(slug)) ?? of.authority };
  };
  return records.map(({ labels, ...record }) => ({
    ...record,
    url: null,
    publisher: null,
    title: text(record.title),
    text: text(record.text),
    labels: { ...labels, events: labels.events.map(label), history: labels.history.map(label) },
  }));
}
