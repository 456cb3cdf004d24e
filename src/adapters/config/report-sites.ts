/** `config/report-sites.yaml`: where inspectorates publish their own reports. Data, checked when loaded. */
import { z } from 'zod';
import type { ReportSite } from '../../core/report-sites.ts';
import { loadYaml } from './files.ts';

const site = z.strictObject({
  hosts: z.array(z.string().min(3)).min(1),
  path: z.string().startsWith('/'),
  words: z.array(z.string().min(3)).min(1).optional(),
  publisher: z.string().min(1),
  follow: z.enum(['report', 'list', 'never']),
  /** Where the form of the addresses was taken from. */
  source: z.string().min(10),
});
const file = z.strictObject({ sites: z.array(site) });

/** @throws WrongUse naming every fault by line */
export const loadReportSites = (configFolder: string): ReportSite[] =>
  loadYaml(configFolder, 'report-sites.yaml', file).sites;
