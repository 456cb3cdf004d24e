import { closest } from '../core/closest.ts';
import { sourceAt } from '../core/source-list.ts';
import { WrongUse } from '../errors.ts';
import type { Cli } from './cli.ts';

/** Shipped sources become rows at the first start, which no command does by the way: a restore wants an empty store. */
export const noSourcesWords = (shipped: readonly unknown[]): string =>
  shipped.length === 0
    ? 'No sources. Add one: gradewatch feeds add URL --name NAME'
    : `No sources yet: the ${shipped.length} shipped ones come in with the first gradewatch start (or start --once).`;

/** The source of an id or an address, however spelt, earlier addresses too. @throws WrongUse naming the id likely meant */
export async function findSource(cli: Cli, idOrUrl: string) {
  const { store, proposals } = (await cli.app()).deps;
  const all = await store.sources();
  const found = all.find(({ id }) => id === idOrUrl) ?? sourceAt(idOrUrl, all);
  if (found) return found;
  if (all.length === 0 && proposals.length > 0)
    throw new WrongUse(`"${idOrUrl}" is no source we know. ${noSourcesWords(proposals)}`);
  const meant = closest(
    idOrUrl,
    all.map(({ id }) => id),
  );
  throw new WrongUse(
    `"${idOrUrl}" is no source we know${meant ? `; did you mean ${meant}?` : ''} (gradewatch feeds list names all)`,
  );
}
