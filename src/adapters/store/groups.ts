/** Everything that may be one inspection's: correlation looks at one such group at a time, under its lock. */
export interface Group {
  authority: string;
  inspectorate: string;
  service: string;
}

export const groupName = (group: Group) => `${group.authority}|${group.inspectorate}|${group.service}`;
export const groupOf = ({ authority, inspectorate, service }: Group): Group => ({ authority, inspectorate, service });

/** Each group once, in order of name. */
export function distinctGroups(among: readonly Group[]): Group[] {
  const groups = new Map(among.map((one) => [groupName(one), groupOf(one)]));
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
