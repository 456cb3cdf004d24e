/** What a reader's criteria let through of a week beside its events: they speak of grades too, which councils and visits lack. */
import type { Criteria, UngradedActivity } from '../types.ts';
import type { Names } from './names.ts';

interface Matter {
  authority: string;
  /** None where it is not told: then what asks for any lets it through. */
  services: readonly string[];
  inspectorates: readonly string[];
}

/** Whose and of what each kind is: area SEND inspections are of both inspectorates, a withdrawn report may be on anything. */
const OF_KIND: Record<UngradedActivity['kind'], Omit<Matter, 'authority'>> = {
  focused_visit: { services: ['childrens_services'], inspectorates: ['ofsted'] },
  monitoring_visit: { services: ['childrens_services'], inspectorates: ['ofsted'] },
  jtai: { services: ['childrens_services'], inspectorates: [] },
  send_outcome: { services: ['send'], inspectorates: ['ofsted_cqc', 'ofsted', 'cqc'] },
  withdrawn_report: { services: [], inspectorates: [] },
};

/** @param criteria null lets everything through */
export function askedBeside(criteria: Criteria | null, names: Pick<Names, 'authority'>) {
  const lets = (matter: Matter) => criteria === null || letsThrough(criteria, matter, names);
  return {
    place: (authority: string): boolean => lets({ authority, services: [], inspectorates: [] }),
    activity: ({ authority, kind }: Pick<UngradedActivity, 'authority' | 'kind'>): boolean =>
      lets({ authority, ...OF_KIND[kind] }),
  };
}

function letsThrough(criteria: Criteria, matter: Matter, names: Pick<Names, 'authority'>): boolean {
  const { authorities, regions, services, inspectorates, anyOf = [], except = [] } = criteria;
  const asks = (wanted: readonly string[], has: readonly string[]) =>
    wanted.length === 0 || has.length === 0 || wanted.some((one) => has.includes(one));
  return (
    asks(authorities, [matter.authority]) &&
    asks(regions, [names.authority(matter.authority).region]) &&
    asks(services, matter.services) &&
    asks(inspectorates, matter.inspectorates) &&
    (anyOf.length === 0 || anyOf.some((part) => letsThrough(part, matter, names))) &&
    !except.some((part) => isWhole(part, matter) && letsThrough(part, matter, names))
  );
}

/** Leaves out all of it, and not only what has some grade, or is of a service that is not told. */
const isWhole = ({ grades, directions, statuses = [], services, inspectorates }: Criteria, matter: Matter): boolean =>
  grades.length === 0 &&
  directions.length === 0 &&
  statuses.length === 0 &&
  (services.length === 0 || matter.services.length > 0) &&
  (inspectorates.length === 0 || matter.inspectorates.length > 0);
