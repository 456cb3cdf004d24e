/** A finding a person set right that is one report of several: why, and what its article said, stand with the report. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JudgementEvent } from '../../src/core/types.ts';
import { openSite } from '../../src/web/open-site.ts';
import type { RunningSite } from '../../src/web/server.tsx';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anArticle, publish } from '../support/told.ts';

let here: Installation;
let site: RunningSite;
const ask = (...argv: string[]) => typed(here.app, argv);
const KEY = 'wading.cqc.adult_social_care.cqc_la.2026-03';
const SENTENCE = "The Care Quality Commission has rated Wading Council's adult social care as inadequate.";

beforeAll(async () => {
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-18T10:00:00Z', PORT: '0' },
    { folder: 'config/demo', proposals: [] },
  );
  site = await openSite(here.app);
  const good = "The Care Quality Commission has rated Wading Council's adult social care as good.";
  await publish(
    here,
    anArticle({ id: 'good', title: 'Wading care', text: good }),
    anArticle({ id: 'bad', title: 'Town news', text: SENTENCE, publisher: 'The Other Paper' }),
  );
  const { reports } = (await ask('events', 'show', KEY, '--json')).json<JudgementEvent>();
  const finding = reports.find(({ publisher }) => publisher === 'The Other Paper')?.findingId ?? '';
  expect(
    (await ask('review', 'change', finding, '--grade', 'good', '--reason', 'the <paper> misread the table')).code,
  ).toBe(0);
});
afterAll(async () => {
  await site?.close();
  await here?.close();
});

test('on the page, beside the report', async () => {
  const html = (await (await fetch(`${site.address}/events/${KEY}`)).text()).replaceAll('&#39;', "'");
  expect(html).toContain('In the words of the report');
  expect(html).toContain(
    'Set right by a person: the &lt;paper&gt; misread the table. The article itself said inadequate.',
  );
  expect(html).toContain(`What the article said: “${SENTENCE}”`);
});

test('in the terminal, below the report', async () => {
  const { out } = await ask('events', 'show', KEY);
  expect(out.replaceAll(/\s+/g, ' ')).toMatch(
    /finding \w+ https:\/\/paper\.example\/bad Set right by a person: the <paper> misread the table\. The article itself said inadequate\. What the article said: “The Care Quality Commission has rated Wading Council's adult social care as inadequate\.”/,
  );
});
