import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

function find(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder)
    throw new Error('package.json was not found above the program: the installation is incomplete');
  return find(parent);
}

/** Folder of the package: `config/` and `prisma/migrations/` stand in it, whether we run from `src/` or `dist/`. */
export const packageRoot: string = find(path.dirname(fileURLToPath(import.meta.url)));
