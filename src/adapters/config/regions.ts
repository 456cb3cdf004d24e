import { type Faults, readCsv } from './files.ts';

export const REGIONS_FILE = 'regions.csv';

/** Regions as they stand within a sentence: `the North East`. One that has no row is said by its bare name. */
export function readRegions(root: string, faults: Faults): Map<string, string> {
  const said = new Map<string, string>();
  for (const { row, line } of readCsv(root, REGIONS_FILE, ['region', 'in_a_sentence'], faults, false)) {
    const { region = '', in_a_sentence: words = '' } = row;
    if (region === '' || words === '')
      faults.add(REGIONS_FILE, line, 'needs a region, as authorities.csv writes it, and how it stands in a sentence');
    else if (said.has(region)) faults.add(REGIONS_FILE, line, `"${region}" has a row already; give each region one`);
    said.set(region, words);
  }
  return said;
}
