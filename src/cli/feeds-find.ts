import { sourceAt } from '../core/source-list.ts';
import { giveUp } from '../errors.ts';
import type { Cli } from './cli.ts';

/** The source of an id or an address, however spelt, earlier addresses too. @throws GiveUp when there is none */
export async function findSource(cli: Cli, idOrUrl: string) {
  const all = await (await cli.app()).deps.store.sources();
  const found = all.find(({ id }) => id === idOrUrl) ?? sourceAt(idOrUrl, all);
  if (!found) throw giveUp(`there is no source "${idOrUrl}"; gradewatch feeds list names all`);
  return found;
}
