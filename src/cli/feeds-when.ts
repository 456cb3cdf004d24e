import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const QUARTER_HOURLY = 'the folder is looked at within a minute, then every quarter of an hour, while gradewatch runs.';

/** When a source taken up now is polled; of a folder of mails that cannot be read from here, what is wrong with it. */
export function whenPolled(url: string): string {
  if (!/^file:/i.test(url)) return 'it is polled within a minute while gradewatch runs.';
  const folder = fileURLToPath(new URL(new URL(url).pathname, 'file://'));
  const fault = faultOf(folder);
  return fault === null
    ? QUARTER_HOURLY
    : `but ${folder} ${fault}, as seen from here: nothing is read before it is a Maildir or a folder of .eml files that gradewatch may read. Once it is, ${QUARTER_HOURLY.replace('within a minute, then ', '')}`;
}

function faultOf(folder: string): string | null {
  try {
    readdirSync(folder);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return 'is not there';
    return code === 'ENOTDIR' ? 'is no folder' : `cannot be read (${code})`;
  }
}
