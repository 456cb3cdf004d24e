/**
 * What a reader's criteria let through of a week beside its events: councils, visits, and what waits for a person. Of these less is
 * told than of an event; what is not told may be what was asked for, and leaves nothing out.
 */
import type { Claim, Criteria, UngradedActivity } from '../types.ts';
import { movement, type Names } from './names.ts';
import { FACETS, type Facets, headlineGrades, overlaps } from './route.ts';

/** What a finding that waits for a person says of what it is about. */
export type Waiting = Pick<
  Claim,
  | 'authority'
  | 'inspectorate'
  | 'service'
  | 'grade'
  | 'gradeState'
  | 'headlines'
  | 'direction'
  | 'previousGrade'
  | 'streak'
  | 'register'
  | 'atOdds'
  | 'scale'
>;

/** Whose and of what each kind is: area SEND inspections are of both inspectorates, a withdrawn report may be on anything. */
const OF_KIND: Record<UngradedActivity['kind'], Pick<Facets, 'services' | 'inspectorates'>> = {
  focused_visit: { services: ['childrens_services'], inspectorates: ['ofsted'] },
  monitoring_visit: { services: ['childrens_services'], inspectorates: ['ofsted'] },
  jtai: { services: ['childrens_services'], inspectorates: [] },
  send_outcome: { services: ['send'], inspectorates: ['ofsted_cqc', 'ofsted', 'cqc'] },
  withdrawn_report: { services: [], inspectorates: [] },
};

/** Who inspects what without grades, as far as each kind tells both. */
export const UNGRADED_OF = Object.values(OF_KIND).flatMap(({ services, inspectorates }) =>
  inspectorates.flatMap((inspectorate) => services.map((service) => ({ inspectorate, service }))),
);

/** Nothing told. */
const UNTOLD: Facets = {
  ...{ authorities: [], regions: [], services: [], inspectorates: [] },
  ...{ grades: [], directions: [], statuses: [] },
};

/** @param criteria null lets everything through */
export function askedBeside(criteria: Criteria | null, names: Pick<Names, 'authority'>) {
  const lets = (authority: string, told: Partial<Facets> = {}): boolean =>
    criteria === null ||
    mayMeet(criteria, {
      ...UNTOLD,
      ...{ authorities: [authority], regions: [names.authority(authority).region] },
      ...told,
    });
  return {
    place: (authority: string): boolean => lets(authority),
    activity: ({ authority, kind }: Pick<UngradedActivity, 'authority' | 'kind'>): boolean =>
      lets(authority, OF_KIND[kind]),
    waiting: (finding: Waiting): boolean => {
      const { direction } = movement(finding);
      return lets(finding.authority, {
        ...{ services: [finding.service], inspectorates: [finding.inspectorate] },
        ...{ grades: gradesTold(finding), directions: direction === null ? [] : [direction] },
      });
    },
  };
}

/** An overall grade that the article leaves out may be any. */
function gradesTold(finding: Waiting): string[] {
  const isTold = finding.headlines.length > 0 || finding.grade !== null || finding.gradeState === 'none_by_framework';
  return isTold ? headlineGrades(finding) : [];
}

/** Whether what is told of a matter meets the criteria as far as it goes. @param untold what counts where a value asked for is not told */
function mayMeet(criteria: Criteria, told: Facets, untold = true): boolean {
  const { anyOf = [], except = [] } = criteria;
  const meets = (facet: keyof Facets) =>
    criteria[facet]?.length && told[facet].length === 0 ? untold : overlaps(criteria[facet], told[facet]);
  return (
    FACETS.every(meets) &&
    (anyOf.length === 0 || anyOf.some((part) => mayMeet(part, told, untold))) &&
    !except.some((part) => mayMeet(part, told, !untold))
  );
}
