/** A reader's own note is one line of plain text, however it came in. */
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANY } from '../../src/core/sending/route.ts';
import { linksOf } from '../../src/steps/letters.ts';
import { openSite } from '../../src/web/open-site.ts';
import type { RunningSite } from '../../src/web/server.tsx';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';

const HIDING = 'for\r\nthe\u202E desk\u202C\u200B\nof Monday';
const LINE = 'for the desk of Monday';

let here: Installation;
let site: RunningSite;
beforeAll(async () => {
  here = await anInstallation({ PORT: '0' }, { folder: 'config/demo', proposals: [] });
  site = await openSite(here.app);
}, 120_000);
afterAll(async () => {
  await site?.close();
  await here?.close();
});

const notes = async () => {
  const { rows } = await here.app.database.pool.query('SELECT "note" FROM "Subscription" ORDER BY "since", "id"');
  return rows.map(({ note }) => note);
};

test('it is stripped as it is taken in, by a command and from a list; one of nothing else is none', async () => {
  const confirmed = ['--confirmed', 'a test'];
  await typed(here.app, ['subscribe', '--email', 'a@paper.example', '--note', HIDING, ...confirmed]);
  const file = join(here.dataDir, 'list.csv');
  const row = `mail,b@paper.example,,,,,,,day,"${HIDING}"\nmail,c@paper.example,,,,,,,day,\u200B`;
  await writeFile(file, `channel,address,authority,region,inspectorate,service,grade,direction,every,note\n${row}\n`);
  const ran = await typed(here.app, ['subscriptions', 'import', file, ...confirmed]);
  expect(ran.err).toBe('');
  expect((await notes()).sort()).toEqual([LINE, LINE, null]);
});

test('what an older row holds is shown as one line, on its reader’s page and in a list', async () => {
  const { store, now } = here.app.deps;
  const id = randomUUID();
  await store.addSubscriptions(
    [
      {
        ...{ id, channel: 'mail', address: 'old@paper.example', secret: null, criteria: ANY, every: 'week' },
        ...{ quiet: null, state: 'active', since: now(), note: HIDING, basis: 'a test', terms: [] },
      },
    ],
    null,
  );
  const { preferences } = await linksOf(here.app.deps, (await store.subscription(id))!, null);
  const page = await (await fetch(site.address + new URL(preferences ?? '').pathname)).text();
  expect(page).toContain(`<dd>${LINE}</dd>`);
  const { out } = await typed(here.app, ['subscriptions', 'export']);
  expect(out.split('\n').filter((line) => line.includes('old@paper.example'))).toEqual([
    expect.stringContaining(`"week","${LINE}",`),
  ]);
});
