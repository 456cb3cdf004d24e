/** "Northshire was good for adoption and Southshire for leadership": one grade, of an area for each of several councils. */
import type { Target } from '../statement.ts';
import { everyFrom, mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';

/** The areas of the council that the grade was said of, and for each named after them those that follow its name. */
export function splitByNames(
  target: Target,
  owners: readonly string[],
  reading: Reading,
): { owners: readonly string[]; own: Target; others: { name: Mention; target: Target }[] } {
  const own: Mention[] = [];
  const others: { name: Mention; areas: Mention[] }[] = [];
  target.areas.forEach((area, n) => {
    const before = target.areas[n - 1];
    const name = before && nameBetween(before.to, area.from, reading);
    if (name) others.push({ name, areas: [] });
    (others.at(-1)?.areas ?? own).push(area);
  });
  const first = owners.filter((id) => !others.some(({ name }) => name.id === id));
  return {
    owners: first.length > 0 ? first : owners,
    own: others.length > 0 ? { ...target, areas: own } : target,
    others: others.map(({ name, areas }) => ({ name, target: { ...target, areas, overall: false } })),
  };
}

/** "… and Southshire for its", ", as was Southshire's": a name with nothing around it but what joins and leads on. */
function nameBetween(from: number, to: number, reading: Reading): Mention | null {
  const [name, other] = mentionsIn(reading, 'authority', from, to);
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  if (!name || other || name.to === to) return null;
  const joins = (i: number) =>
    JOINS.has(w(i)) || startsClass(reading, i, 'be', 'also_word', 'contrast', 'grade', 'area_noun');
  const leads = (i: number) => LEADS.has(w(i)) || startsClass(reading, i, 'be', 'lister', 'told_of', 'council_word');
  return everyFrom(from, name.from, joins) && everyFrom(name.to, to, leads) ? name : null;
}
const JOINS = new Set([',', ';', 'and', 'as', 'so', 'did', 'in']);
const LEADS = new Set(["'s", 'for', 'in', 'on', 'the', 'its']);
