/**
 * Writes the next migration, or checks that none is missing. Offline: Prisma's own schema engine in its WebAssembly form, with
 * PGlite in memory as the shadow database; nothing is downloaded and no server is needed.
 *
 *   npm run migrate:new -- NAME     prisma/migrations/<UTC time>_NAME/migration.sql with what changed in schema.prisma
 *   npm run migrate:check           exit 1, with the missing SQL, when schema and migrations differ
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCK_FILE, migrationsDir, missingSql } from './schema-engine.ts';

const [argument, ...rest] = process.argv.slice(2);
const checking = argument === '--check';
if (argument === undefined || rest.length > 0 || (!checking && !/^[a-z0-9_]{1,60}$/.test(argument))) {
  console.error('Usage: npm run migrate:new -- NAME (lower-case words joined by _), or npm run migrate:check');
  process.exit(2);
}

await mkdir(migrationsDir, { recursive: true });
const sql = await missingSql();
if (sql === null) {
  console.log('Schema and migrations agree.');
} else if (checking) {
  console.error(`prisma/schema.prisma and prisma/migrations differ. Run: npm run migrate:new -- NAME\n\n${sql}`);
  process.exitCode = 1;
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrationsDir, `${stamp}_${argument}`);
  await mkdir(folder);
  await writeFile(join(folder, 'migration.sql'), sql);
  await writeFile(join(migrationsDir, LOCK_FILE.path), LOCK_FILE.content);
  console.log(`Wrote ${join(folder, 'migration.sql')}. Read it before you commit it.`);
}
process.exit();
