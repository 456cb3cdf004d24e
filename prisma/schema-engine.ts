/**
 * Prisma's schema engine without its download: the WebAssembly form, with PGlite for a database. For authoring and checking
 * migrations only; nothing of it is needed to run the program.
 */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { readMigrations } from '../src/adapters/database/migrate.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const schemaPath = join(here, 'schema.prisma');
export const migrationsDir: string = join(here, 'migrations');
export const LOCK_FILE = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' };
export const EVERYTHING = { externalTables: [], externalEnums: [] };

/** SQL from what the migrations build to what the schema says; null when they agree. */
export async function missingSql(): Promise<string | null> {
  const schema = await readFile(schemaPath, 'utf8');
  const engine = await schemaEngine(new PGlite());
  const difference = await engine.diff({
    from: { tag: 'migrations', ...(await migrationList()) },
    to: { tag: 'schemaDatamodel', files: [{ path: schemaPath, content: schema }] },
    script: true,
    exitCode: true,
    filters: EVERYTHING,
  });
  return difference.exitCode === 2 ? (difference.stdout ?? '') : null;
}

/** The glue module holds one instance: loading twice breaks the first. */
let engineClass: ReturnType<typeof loadEngine> | undefined;

/** What `prisma migrate` runs on a database. */
export async function schemaEngine(db: PGlite): Promise<SchemaEngine> {
  const schema = await readFile(schemaPath, 'utf8');
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(db));
  engineClass ??= loadEngine();
  return (await engineClass).new({ datamodels: [[schemaPath, schema]] }, () => {}, adapter);
}

/** The migrations folder as the engine wants it. */
export async function migrationList(): Promise<MigrationList> {
  const migrations = await readMigrations(migrationsDir);
  return {
    baseDir: migrationsDir,
    lockfile: LOCK_FILE,
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
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
