/** A process that writes pairs of rows without end, each pair in one transaction; the test kills it. */
import { openDatabase } from '../../src/adapters/database/open.ts';

const log = { info() {}, warn() {}, error() {} };
const database = await openDatabase({ ...JSON.parse(process.env.PAIRS!), log });
const { rows } = await database.pool.query<{ last: number }>('SELECT coalesce(max(pair), 0) AS last FROM note');
for (let pair = rows[0]!.last + 1; ; pair++) {
  const client = await database.pool.connect();
  await client.query('BEGIN');
  await client.query('INSERT INTO note (text, pair) VALUES ($1, $2)', [`${pair} one`, pair]);
  await client.query('INSERT INTO note (text, pair) VALUES ($1, $2)', [`${pair} two`, pair]);
  await client.query('COMMIT');
  client.release();
  process.send!(pair);
}
