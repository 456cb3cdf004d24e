import { closest } from '../core/closest.ts';
import { sourceAt } from '../core/source-list.ts';
import { WrongUse } from '../errors.ts';
import type { Cli } from './cli.ts';

/** The source of an id or an address, however spelt, earlier addresses too. @throws WrongUse naming the id likely meant */
export async function findSource(cli: Cli, idOrUrl: string) {
  const all = await (await cli.app()).deps.store.sources();
  const found = all.find(({ id }) => id === idOrUrl) ?? sourceAt(idOrUrl, all);
  if (found) return found;
  const meant = closest(
    idOrUrl,
    all.map(({ id }) => id),
  );
  throw new WrongUse(
    `"${idOrUrl}" is no source we know${meant ? `; did you mean ${meant}?` : ''} (gradewatch feeds list names all)`,
  );
}
