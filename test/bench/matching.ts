/**
 * How an event finds its readers among many, by hand: `npx tsx test/bench/matching.ts postgres|embedded [subscriptions]`.
 * Prints the plan PostgreSQL follows and what it took. Servers as for the contract tests: `TEST_DATABASE_URL`.
 */
import { backends } from '../support/backends.ts';
import { explainMatching, fillSubscriptions } from '../support/matching.ts';

const [name = 'postgres', count = '100000'] = process.argv.slice(2);
const backend = backends().find((one) => one.name === name);
if (!backend || backend.missing) throw new Error(backend?.missing ?? `no back end ${name}`);
const opened = await backend.open();
try {
  const { pool } = opened.database;
  await fillSubscriptions(pool, Number(count));
  const { sql, text, candidates, matched, ms } = await explainMatching(pool);
  console.log(`${sql}\n\n${text}\n`);
  console.log(
    `${count} subscriptions: ${candidates} looked at, ${matched} match, ${ms.toFixed(1)} ms with all rows read`,
  );
} finally {
  await opened.close();
}
