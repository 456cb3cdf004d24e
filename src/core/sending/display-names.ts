import type { Framework, Rulebook } from '../judging/rules/rulebook.ts';
import { SERVICES } from '../types.ts';
import { type Names, readableId } from './names.ts';

const UNKNOWN = { region: 'unknown', type: 'unknown', gssCode: null, laCode: null };

/** The rulebook's display words, as everything that is printed or sent uses them. */
export function displayNames(
  rulebook: Pick<Rulebook, 'authorities' | 'nameOf' | 'frameworks' | 'inspectorates'>,
): Names {
  const authorities = new Map(rulebook.authorities.map((authority) => [authority.slug, authority]));
  const named = (kind: Parameters<Rulebook['nameOf']>[0]) => (id: string) => {
    const name = rulebook.nameOf(kind, id);
    return name === id ? readableId(id) : name;
  };
  /** As it stands within a sentence; abbreviations such as `C1` and `SEND` keep their capitals. */
  const within = (kind: Parameters<Rulebook['nameOf']>[0]) => (id: string) =>
    named(kind)(id).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  return {
    authority: (slug) =>
      authorities.get(slug) ?? { shortName: readableId(slug), officialName: readableId(slug), ...UNKNOWN },
    inspectorate: named('inspectorate'),
    service: within('service'),
    grade: within('grade'),
    area: within('area'),
    place: named('place'),
    // A region is its own name where the data say nothing.
    region: (region) => rulebook.nameOf('region', region),
    areas: ({ inspectorate, framework, frameworkVersion = null }) => {
      const own = rulebook.inspectorates.find(({ id }) => id === inspectorate);
      const [family = ''] = framework?.split('|') ?? [];
      const version = own && versionOf(own.frameworks, family, frameworkVersion);
      return [...new Set([...(version?.areas ?? []), ...(own?.areas ?? []).map(({ id }) => id)])];
    },
    gradedAreas: ({ inspectorate, framework, frameworkVersion = null, withoutOverall }) => {
      const [family] = framework?.split('|') ?? [];
      const own = rulebook.inspectorates.find(({ id }) => id === inspectorate)?.frameworks ?? [];
      const meant = own.filter(
        (one) =>
          one.scale !== null &&
          (family === undefined || one.family === family) &&
          !(withoutOverall && one.headlines.length > 0),
      );
      const exact = exactVersion(meant, frameworkVersion);
      const [first, ...others] = exact ? [exact] : meant;
      if (!first?.gradedAreas || others.some((one) => `${one.gradedAreas}` !== `${first.gradedAreas}`)) return null;
      return first.gradedAreas;
    },
    grades: ({ inspectorate, scale }) => {
      const scales = rulebook.inspectorates.find(({ id }) => id === inspectorate)?.scales ?? [];
      const known = scales.filter(({ id }) => id === scale);
      const grades = (known.length > 0 ? known : scales).flatMap((one) => one.grades);
      return bestFirst(grades);
    },
    framework: (family, version = null) =>
      frameworkName(rulebook.frameworks, family, version) ?? named('framework')(family),
    withoutOverall: rulebook.inspectorates.flatMap(({ id, frameworks }) =>
      frameworks
        // One without a scale gives no grade at all.
        .filter(({ headlines, scale, until }) => headlines.length === 0 && scale !== null && until === null)
        .map(({ service, from }) => ({ inspectorate: id, service, since: from })),
    ),
    regions: [...new Set(rulebook.authorities.map(({ region }) => region))],
    judged: rulebook.inspectorates.flatMap(({ id, frameworks, scales }) =>
      frameworks.map(({ service, scale, headlines }) => ({
        ...{ inspectorate: id, service, headlines: headlines.length },
        grades: scale === null ? null : bestFirst(scales.find((one) => one.id === scale)?.grades ?? []),
      })),
    ),
    ungraded: {
      services: SERVICES.filter((service) =>
        hasNoScale(rulebook.frameworks.filter((framework) => framework.service === service)),
      ),
      inspectorates: rulebook.inspectorates.filter(({ frameworks }) => hasNoScale(frameworks)).map(({ id }) => id),
    },
  };
}

const bestFirst = (grades: readonly { id: string; order: number }[]): string[] => [
  ...new Set([...grades].sort((a, b) => b.order - a.order).map(({ id }) => id)),
];

/** There are frameworks, and none of them gives grades. */
const hasNoScale = (frameworks: readonly Pick<Framework, 'scale'>[]): boolean =>
  frameworks.length > 0 && frameworks.every(({ scale }) => scale === null);

type Versions = Rulebook['frameworks'];

const exactVersion = (versions: Versions, version: string | null) =>
  version === null ? undefined : versions.find(({ from }) => from.startsWith(version));

/** The version that is known, else the newest of the family. */
function versionOf(frameworks: Versions, family: string, version: string | null): Versions[number] | undefined {
  const versions = frameworks.filter((framework) => framework.family === family);
  return exactVersion(versions, version) ?? versions.sort((a, b) => a.from.localeCompare(b.from)).at(-1);
}

/** The version's own name; for a family as a whole the name most of its versions bear. */
function frameworkName(frameworks: Versions, family: string, version: string | null): string | null {
  const versions = frameworks.filter((framework) => framework.family === family);
  const exact = exactVersion(versions, version);
  if (exact) return exact.name;
  const bearers = (name: string) => versions.filter((framework) => framework.name === name).length;
  const [common] = versions.map(({ name }) => name).sort((a, b) => bearers(b) - bearers(a));
  return common ?? null;
}
