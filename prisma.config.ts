import { defineConfig } from 'prisma/config';

// These commands never run the schema engine, but the command line looks for one (and would download it) first.
if (process.argv.some((word) => ['generate', 'validate', 'format'].includes(word)))
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://unused' },
});
