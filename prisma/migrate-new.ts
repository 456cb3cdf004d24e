/**
 * Writes the next migration, or checks that none is missing. Offline: Prisma's own schema engine in its WebAssembly form, with
 * PGlite in memory as the shadow database; nothing is downloaded and no server is needed.
 *
 *   npm run migrate:new -- NAME     prisma/migrations/<UTC time>_NAME/migration.sql with what changed in schema.prisma
 *   npm run migrate:check           exit 1, with the missing SQL, when schema and migrations differ
 */
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { readMigrations } from '../src/adapters/database/migrate.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const schemaPath = join(here, 'schema.prisma');
const migrationsDir = join(here, 'migrations');
const lockFile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' };

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
  await writeFile(join(migrationsDir, lockFile.path), lockFile.content);
  console.log(`Wrote ${join(folder, 'migration.sql')}. Read it before you commit it.`);
}
process.exit();

/** SQL from what the migrations build to what the schema says; null when they agree. */
async function missingSql(): Promise<string | null> {
  const schema = await readFile(schemaPath, 'utf8');
  const migrations = await readMigrations(migrationsDir);
  const SchemaEngine = await loadEngine();
  const shadow = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(new PGlite()));
  const engine = await SchemaEngine.new({ datamodels: [[schemaPath, schema]] }, () => {}, shadow);
  const difference = await engine.diff({
    from: {
      tag: 'migrations',
      baseDir: migrationsDir,
      lockfile: lockFile,
      shadowDbInitScript: '',
      migrationDirectories: migrations.map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
      })),
    },
    to: { tag: 'schemaDatamodel', files: [{ path: schemaPath, content: schema }] },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return difference.exitCode === 2 ? (difference.stdout ?? '') : null;
}

// Node has it; its types come with the browser's, which this project does not load.
interface WebAssemblyApi {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
}

/** The package's main entry imports its .wasm in a way Node does not; its glue module takes the instance by hand. */
async function loadEngine() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi };
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue.SchemaEngine;
}
