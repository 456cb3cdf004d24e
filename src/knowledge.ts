/** Loads what the program knows from the config folder, once a process. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { loadHostingGroups } from './adapters/config/hosting-groups.ts';
import { loadQuietSeasons } from './adapters/config/quiet-seasons.ts';
import { loadRegister } from './adapters/config/register.ts';
import { loadReportSites } from './adapters/config/report-sites.ts';
import { loadRulebook } from './adapters/config/rulebook.ts';
import { loadSources } from './adapters/config/sources.ts';
import { loadSpeakers } from './adapters/config/speakers.ts';
import { loadListRules } from './adapters/feeds/list-rules.ts';
import { loadPageRules } from './adapters/pages/page-rules.ts';
import { familiesOf } from './core/judging/rules/rulebook.ts';
import type { ReportSite } from './core/report-sites.ts';
import { displayNames } from './core/sending/display-names.ts';
import type { SourceProposal } from './core/types.ts';
import { WrongUse } from './errors.ts';
import { packageRoot } from './package-root.ts';
import type { Settings } from './settings.ts';
import type { Knowledge } from './steps/deps.ts';

/** The config folder in force. */
export const configFolder = (settings: Pick<Settings, 'configDir'>): string =>
  settings.configDir ?? path.join(packageRoot, 'config');

/** An invented world: its authorities and register stand in for the real ones, the rules are the same. */
export interface World {
  /** Holds `authorities.csv` and, if it likes, `register/`. */
  folder: string;
  proposals: SourceProposal[];
  /** Its own inspectorates' sites; the real ones' are never asked for it. */
  reportSites?: ReportSite[];
}

/**
 * @param world null for the real one
 * @throws WrongUse naming every fault with file and line
 */
export async function loadKnowledge(
  settings: Pick<Settings, 'configDir' | 'reviewBelow'>,
  world: World | null,
): Promise<Knowledge> {
  const config = configFolder(settings);
  if (!statSync(config, { throwIfNoEntry: false })?.isDirectory())
    throw new WrongUse(`GRADEWATCH_CONFIG: there is no folder ${config}; unset it to use the package's own`);
  const faults: string[] = [];
  // Each part is read even when another is broken: all faults are told at once.
  const part = <T>(read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof WrongUse)) throw error;
      faults.push(...error.faults);
      return null;
    }
  };
  const rulebook = part(() =>
    loadRulebook(config, world ? { authorities: path.resolve(world.folder, 'authorities.csv') } : {}),
  );
  const slugs = rulebook && new Set(rulebook.authorities.map(({ slug }) => slug));
  const register = rulebook && slugs && part(() => loadRegister(world?.folder ?? config, rulebook.scales, slugs));
  const proposals = world ? world.proposals : part(() => loadSources(config, slugs));
  const listRules = part(() => loadListRules(config));
  const pageRules = part(() => loadPageRules(config));
  const reportSites = world ? (world.reportSites ?? []) : part(() => loadReportSites(config));
  const seasons = part(() => loadQuietSeasons(config));
  const hostingGroups = part(() => loadHostingGroups(config));
  const speakers = part(() => loadSpeakers(config));
  if (
    !rulebook ||
    !register ||
    !proposals ||
    !listRules ||
    !pageRules ||
    !reportSites ||
    !seasons ||
    !hostingGroups ||
    !speakers
  )
    throw new WrongUse(faults);
  const rules = settings.reviewBelow === null ? rulebook : { ...rulebook, reviewBelow: settings.reviewBelow };
  return {
    rulebook: rules,
    register,
    proposals,
    names: displayNames(rulebook),
    families: familiesOf(rulebook),
    listRules,
    pageRules,
    reportSites,
    seasons,
    hostingGroups,
    speakers,
  };
}
