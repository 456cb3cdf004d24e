/** Loads what the program knows from the config folder, once a process. */
import path from 'node:path';
import { loadRegister } from './adapters/config/register.ts';
import { loadRulebook } from './adapters/config/rulebook.ts';
import { loadSources } from './adapters/config/sources.ts';
import { displayNames } from './core/sending/display-names.ts';
import { packageRoot } from './package-root.ts';
import type { Settings } from './settings.ts';
import type { Knowledge } from './steps/deps.ts';

/** The config folder in force. */
export const configFolder = (settings: Pick<Settings, 'configDir'>): string =>
  settings.configDir ?? path.join(packageRoot, 'config');

/**
 * @param world folder of an invented world whose authorities, sources and register stand in for the real ones; the rules
 *   are the same. null for the real world
 * @throws WrongUse naming every fault with file and line
 */
export async function loadKnowledge(
  settings: Pick<Settings, 'configDir' | 'reviewBelow'>,
  world: string | null,
): Promise<Knowledge> {
  const config = configFolder(settings);
  const facts = world ?? config;
  const rulebook = await loadRulebook(config, {
    authorities: path.join(facts, 'authorities.csv'),
    reviewBelow: settings.reviewBelow,
  });
  const slugs = new Set(rulebook.authorities.map(({ slug }) => slug));
  return {
    rulebook,
    register: loadRegister(facts, rulebook.scales, slugs),
    proposals: loadSources(facts, slugs),
    names: displayNames(rulebook),
  };
}
