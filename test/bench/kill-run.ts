/**
 * The kill run at full size, by hand: `npm run build && npx tsx test/bench/kill-run.ts embedded|postgres|postgres+redis
 * [subscriptions events kills]`. Servers as for the contract tests: `TEST_DATABASE_URL`, `TEST_REDIS_URL`.
 */
import { backends } from '../support/backends.ts';
import { killRun } from '../support/kill-run.ts';

const [name = 'embedded', ...sizes] = process.argv.slice(2);
const [subscriptions, events, kills] = (
  sizes.length === 3 ? sizes.map(Number) : name === 'embedded' ? [100, 20, 50] : [1_000, 100, 50]
) as [number, number, number];
const backend = backends().find((one) => one.name === name);
if (!backend || backend.missing) throw new Error(backend?.missing ?? `no back end ${name}`);
const servers = name === 'embedded' ? null : await backend.open();
try {
  const report = await killRun({
    ...{ servers, subscriptions, events, kills, impatient: false },
    say: (line) => console.error(line),
  });
  console.log(JSON.stringify({ backend: name, subscriptions, ...report }));
} finally {
  await servers?.close();
}
