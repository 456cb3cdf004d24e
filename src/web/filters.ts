/** What a reader of the list asks for, in the address: `/?region=London&grade=good&page=2`. */
import type { EventFilter } from '../adapters/store/events.ts';
import type { Rulebook } from '../core/judging/rules/rulebook.ts';
import type { Names } from '../core/sending/names.ts';
import { NO_HEADLINE } from '../core/sending/route.ts';

const FIELDS = ['authority', 'region', 'inspectorate', 'grade'] as const;
type Field = (typeof FIELDS)[number];

export type Choices = Record<Field, { value: string; label: string }[]>;
export type Wanted = Record<Field, string> & { page: number };

export const PAGE_EVENTS = 25;
const MOST_PAGES = 10_000;

/** Everything that can be asked for. Grades of all scales share their ids; each is named once. */
export function choicesOf(rulebook: Pick<Rulebook, 'authorities' | 'inspectorates' | 'scales'>, names: Names): Choices {
  const grades = new Set([...rulebook.scales.values()].flatMap((scale) => scale.grades.map(({ id }) => id)));
  const regions = [...new Set(rulebook.authorities.map(({ region }) => region))].sort();
  return {
    authority: [...rulebook.authorities]
      .sort((a, b) => a.shortName.localeCompare(b.shortName, 'en-GB'))
      .map(({ slug, shortName }) => ({ value: slug, label: shortName })),
    region: regions.map((region) => ({ value: region, label: region })),
    inspectorate: rulebook.inspectorates.map(({ id, name }) => ({ value: id, label: name })),
    grade: [
      ...[...grades].map((grade) => ({ value: grade, label: names.grade(grade, null) })),
      { value: NO_HEADLINE, label: 'no overall grade' },
    ],
  };
}

/** Words that are no choice count as "any": an old link still shows the list. */
export function wantedOf(query: Record<string, string>, choices: Choices): Wanted {
  const of = (field: Field) => {
    const given = query[field] ?? '';
    return choices[field].some(({ value }) => value === given) ? given : '';
  };
  const page = /^\d{1,5}$/.test(query.page ?? '') ? Number(query.page) : 1;
  return {
    authority: of('authority'),
    region: of('region'),
    inspectorate: of('inspectorate'),
    grade: of('grade'),
    page: Math.min(Math.max(page, 1), MOST_PAGES),
  };
}

/** As the store is asked. Authority and region must both hold. */
export function filterOf(
  { authority, region, inspectorate, grade }: Wanted,
  authorities: Rulebook['authorities'],
): EventFilter {
  const places = authorities
    .filter((one) => (authority === '' || one.slug === authority) && (region === '' || one.region === region))
    .map(({ slug }) => slug);
  return {
    ...(authority || region ? { authorities: places } : {}),
    ...(inspectorate ? { inspectorate } : {}),
    ...(grade ? { grade } : {}),
  };
}

/** The address of another page of the same list. */
export function hrefOf(wanted: Wanted, page: number): string {
  const query = new URLSearchParams();
  for (const field of FIELDS) if (wanted[field]) query.set(field, wanted[field]);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `/?${query}` : '/';
}

/** The feed that tells most nearly what is asked for: of an authority or a grade where that is all, else of everything. */
export function feedOf(wanted: Wanted, choices: Choices): { path: string; of: string } {
  const [[field, value] = ['', ''], ...more] = FIELDS.flatMap((one): [Field, string][] =>
    wanted[one] ? [[one, wanted[one]]] : [],
  );
  const of = (field === 'authority' || field === 'grade') && more.length === 0 ? choices[field] : [];
  const label = of.find((choice) => choice.value === value)?.label;
  if (!label) return { path: '/feeds/all', of: 'all judgements' };
  return field === 'authority'
    ? { path: `/authorities/${value}`, of: label }
    : { path: `/feeds/grade/${value}`, of: `judgements: ${label}` };
}
