/**
 * Makes a new database directory, in a process of its own: `initdb` leaves some 600 MB resident in the process that ran it,
 * and that process would be the one that runs for months. Forked by `embedded.ts` with the directory as argument; answers with
 * nothing and exit 0, or with `{ message, code }` and exit 1.
 */
import { PGlite } from '@electric-sql/pglite';

/** Small buffers and a small write-ahead log: one process, a few hundred megabytes of rows. Kept in the directory's postgresql.conf. */
const POSTGRES_CONF = ['shared_buffers=16MB', 'max_wal_size=64MB', 'min_wal_size=32MB'];

process.on('disconnect', () => process.exit(1)); // the parent died: leave nothing running behind

try {
  const db = await PGlite.create({ dataDir: process.argv[2]!, postgresqlconf: POSTGRES_CONF });
  await db.close();
  process.exit(0);
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException;
  process.send!({ message, code }, () => process.exit(1));
}
