/** Criteria that cannot be kept, or that no judgement can ever meet: a sentence each, before anybody relies on them. */
import { type Criteria, INSPECTORATES, SERVICES, STATUSES } from '../types.ts';
import { listWords, type Names } from './names.ts';
import { neverGiven } from './never-given.ts';
import { FACETS, overlaps } from './route.ts';

const MAX_DEPTH = 3;
const MAX_PARTS = 50;

const ALL_LEFT_OUT = 'all that is asked for is left out again: nothing would ever come';
const KIND_LEFT_OUT = 'one of the kinds asked for is left out again altogether: take it out of both';

/** What of the names tells which judgements there are, and in which words. */
type Known = Pick<Names, 'authority' | 'region' | 'regions' | 'inspectorate' | 'service' | 'grade' | 'judged'>;
type Facet = (typeof FACETS)[number];

/**
 * What is wrong with criteria: their shape, and parts that no judgement can ever meet. Whether values are known is checked
 * where the registers are.
 */
export function criteriaFaults(criteria: Criteria, names: Known): string[] {
  const faults: string[] = [];
  let parts = 0;
  const walk = (part: Criteria, within: Criteria | null, depth: number): void => {
    parts += 1;
    if (depth > MAX_DEPTH) faults.push(`the combination nests deeper than ${MAX_DEPTH} levels; split it in two`);
    if (depth > MAX_DEPTH || parts > MAX_PARTS) return;
    const whole = within === null ? part : both(within, part);
    const never = [nothingInBoth(within, part, whole), nowhere(whole, names), neverGiven(whole, names)].filter(
      (fault) => fault !== null,
    );
    faults.push(...never);
    if (never.length > 0) return;
    if (isLeftOut(whole, names)) faults.push(within === null ? ALL_LEFT_OUT : KIND_LEFT_OUT);
    for (const inner of part.anyOf ?? []) walk(inner, whole, depth + 1);
    for (const inner of part.except ?? []) walk(inner, null, depth + 1);
  };
  walk(criteria, null, 1);
  if (parts > MAX_PARTS) faults.push(`the combination has more than ${MAX_PARTS} parts; split it in two`);
  return [...new Set(faults)];
}

const fewer = (values: readonly string[], among: readonly string[]) => values.filter((one) => overlaps([one], among));

/** A judgement has one value of each sort, but may have several headline grades. */
const isOfOne = (facet: Facet) => facet !== 'grades';

/** A kind within what holds for all kinds. Where both name values of one sort, those in both are left. */
function both(outer: Criteria, inner: Criteria): Criteria {
  const lists = FACETS.map((facet) => {
    const [of, own] = [outer[facet] ?? [], inner[facet] ?? []];
    return [
      facet,
      of.length > 0 && own.length > 0 && isOfOne(facet) ? fewer(own, of) : own.length > 0 ? own : of,
    ] as const;
  });
  return {
    ...(Object.fromEntries(lists) as unknown as Criteria),
    anyOf: inner.anyOf ?? [],
    except: [...(outer.except ?? []), ...(inner.except ?? [])],
  };
}

/** Values of one sort, none of which both the whole and one of its kinds name. */
function nothingInBoth(within: Criteria | null, part: Criteria, whole: Criteria): string | null {
  const facet = FACETS.find((one) => isOfOne(one) && within?.[one]?.length && part[one]?.length && !whole[one]?.length);
  if (!facet) return null;
  const [of, own] = [within?.[facet] ?? [], part[facet] ?? []];
  return `nothing is ever both: ${listWords(own, 'or')} is asked for within ${listWords(of, 'or')}; leave one of the two out`;
}

/** Authorities none of which lies in any of the regions asked for with them. */
function nowhere({ authorities, regions }: Criteria, names: Known): string | null {
  const asked = authorities.map((slug) => names.authority(slug));
  if (regions.length === 0 || asked.length === 0) return null;
  if (asked.some(({ region }) => overlaps(regions, [region]))) return null;
  const where = asked.map(({ shortName, region }) => `${shortName} is in ${names.region(region)}`);
  return `nothing is ever both: ${listWords(where)}, not in ${listWords(regions.map(names.region), 'or')}; leave one of the two out`;
}

/** Whether what is left out lets nothing of a part through. */
function isLeftOut(part: Criteria, names: Known): boolean {
  const plain = (part.except ?? []).filter((one) => !one.anyOf?.length && !one.except?.length);
  const named = (one: Criteria) => FACETS.filter((facet) => one[facet]?.length);
  // "Not good" and "not inadequate" leave out both.
  const single = FACETS.map((facet) =>
    plain.filter((one) => named(one).join() === facet).flatMap((one) => one[facet] ?? []),
  );
  return (
    plain.some((one) => named(one).every((facet) => isWithin(part, facet, one[facet] ?? [], names))) ||
    FACETS.some((facet, index) => isWithin(part, facet, single[index] ?? [], names))
  );
}

/** Whether all that a part lets through has one of these values. */
function isWithin(part: Criteria, facet: Facet, values: readonly string[], names: Known): boolean {
  const places = part.authorities.map((slug) => names.authority(slug).region);
  const asked = facet === 'regions' && places.length > 0 ? places : (part[facet] ?? []);
  const own = asked.length > 0 ? asked : everyValue(facet, names);
  return own.length > 0 && fewer(own, values).length === own.length;
}

/** What a judgement has one of, whatever it is; none where it may have nothing of the sort, or what no list names. */
function everyValue(facet: Facet, { regions }: Known): readonly string[] {
  const all: Partial<Record<Facet, readonly string[]>> = {
    inspectorates: INSPECTORATES,
    services: SERVICES,
    statuses: STATUSES,
    regions,
  };
  return all[facet] ?? [];
}
