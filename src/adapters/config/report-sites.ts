/** `config/report-sites.yaml`: where inspectorates publish their own reports. Data, checked when loaded. */
import { parse } from 'yaml';
import { z } from 'zod';
import type { ReportSite } from '../../core/report-sites.ts';
import { WrongUse } from '../../errors.ts';

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

/** @throws WrongUse naming every fault with its place in the file */
export function readReportSites(text: string, name = 'config/report-sites.yaml'): ReportSite[] {
  const read = file.safeParse(parse(text));
  if (read.success) return read.data.sites;
  throw new WrongUse(
    read.error.issues.map(({ path, message }) => `${name}, ${path.join('.') || 'the file'}: ${message}`),
  );
}
