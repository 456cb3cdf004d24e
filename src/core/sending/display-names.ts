import type { Rulebook } from '../judging/rulebook.ts';
import { type Names, readableId } from './names.ts';

const UNKNOWN = { region: 'unknown', type: 'unknown', gssCode: null, laCode: null };

/** The rulebook's display words as they stand inside a sentence: grades and services in lower case, codes (`C3`) not. */
export function displayNames(rulebook: Pick<Rulebook, 'authorities' | 'nameOf' | 'frameworks'>): Names {
  const authorities = new Map(rulebook.authorities.map((authority) => [authority.slug, authority]));
  const named = (kind: Parameters<Rulebook['nameOf']>[0]) => (id: string) => {
    const name = rulebook.nameOf(kind, id);
    return name === id ? readableId(id) : name;
  };
  return {
    authority: (slug) =>
      authorities.get(slug) ?? { shortName: readableId(slug), officialName: readableId(slug), ...UNKNOWN },
    inspectorate: named('inspectorate'),
    service: (id) => inSentence(named('service')(id)),
    grade: (id) => inSentence(named('grade')(id)),
    area: named('area'),
    framework: (family, version = null) =>
      frameworkName(rulebook.frameworks, family, version) ?? named('framework')(family),
  };
}

const inSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** The version's own name; for a family as a whole the name most of its versions bear. */
function frameworkName(frameworks: Rulebook['frameworks'], family: string, version: string | null): string | null {
  const versions = frameworks.filter((framework) => framework.family === family);
  const exact = version === null ? undefined : versions.find(({ from }) => from.startsWith(version));
  if (exact) return exact.name;
  const bearers = (name: string) => versions.filter((framework) => framework.name === name).length;
  const [common] = versions.map(({ name }) => name).sort((a, b) => bearers(b) - bearers(a));
  return common ?? null;
}
