import type { Rulebook } from '../judging/rulebook.ts';
import { type Names, readableId } from './names.ts';

const UNKNOWN = { region: 'unknown', type: 'unknown', gssCode: null, laCode: null };

/** The rulebook's display words, as everything that is printed or sent uses them. */
export function displayNames(rulebook: Pick<Rulebook, 'authorities' | 'nameOf'>): Names {
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
    framework: named('framework'),
  };
}
