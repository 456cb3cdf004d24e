import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { EVERYTHING, migrationList, migrationsDir, missingSql, schemaEngine } from '../../prisma/schema-engine.ts';
import { createHub } from '../../src/adapters/database/hub.ts';
import { migrate, readMigrations } from '../../src/adapters/database/migrate.ts';
import { silent } from '../support/backends.ts';

const names = async () => (await readMigrations(migrationsDir)).map(({ name }) => name);
const onPool = (db: PGlite) =>
  createHub(db, (error) => {
    throw error;
  }).pool('public', 5);

test('schema.prisma and the migrations say the same', async () => {
  expect(await missingSql()).toBeNull();
});

test('what the start applied, prisma migrate takes as its own', async () => {
  const db = await PGlite.create();
  expect(await migrate(onPool(db), migrationsDir, silent)).toEqual(await names());
  const engine = await schemaEngine(db);
  const list = { migrationsList: await migrationList(), filters: EVERYTHING };
  expect((await engine.applyMigrations(list)).appliedMigrationNames).toEqual([]);
  expect(await engine.diagnoseMigrationHistory({ ...list, optInToShadowDatabase: false })).toEqual({
    editedMigrationNames: [],
    failedMigrationNames: [],
    hasMigrationsTable: true,
    history: null,
  });
});

test('what prisma migrate applied, the start takes as its own', async () => {
  const db = await PGlite.create();
  const engine = await schemaEngine(db);
  const list = { migrationsList: await migrationList(), filters: EVERYTHING };
  expect((await engine.applyMigrations(list)).appliedMigrationNames).toEqual(await names());
  const warned: string[] = [];
  const log = { ...silent, warn: (event: string) => void warned.push(event) };
  expect(await migrate(onPool(db), migrationsDir, log)).toEqual([]);
  expect(warned).toEqual([]);
});
