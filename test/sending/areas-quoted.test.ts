/** A judgement by area alone, as it is quoted: from articles to every channel that quotes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AlertInput } from '../../src/core/sending/alert.ts';
import { EVENT_COLUMNS, table } from '../../src/core/sending/columns.ts';
import { displayNames } from '../../src/core/sending/display-names.ts';
import { atomFeed } from '../../src/core/sending/feeds.ts';
import { letterText } from '../../src/core/sending/letter.ts';
import { alertMessage } from '../../src/core/sending/message.ts';
import { slackBody } from '../../src/core/sending/slack.ts';
import { summaryMessage } from '../../src/core/sending/summary.ts';
import { teamsBody } from '../../src/core/sending/teams.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anArticle, publish } from '../support/told.ts';
import { anAlert } from './build.ts';

let here: Installation;
beforeAll(async () => {
  here = await anInstallation({ GRADEWATCH_NOW: '=2026-11-24T10:00:00Z' }, { folder: 'config/demo', proposals: [] });
}, 120_000);
afterAll(() => here?.close());

const AREAS = [
  '- The impact of leaders on social work practice: good',
  '- Help and protection: requires improvement to be good',
  '- Children in care: good',
  '- Care leavers: outstanding',
].join('\n');

/** What each channel says of the judgement that an article makes. */
async function saidOf(authority: string, title: string, text: string): Promise<Record<string, string>> {
  await publish(here, anArticle({ id: authority, published: '2026-11-24', title, text }));
  const [stored] = await here.app.deps.store.events({ authorities: [authority] });
  const { event, learntAt } = stored!;
  const names = displayNames(here.app.deps.rulebook);
  const input: AlertInput = anAlert({ event, names });
  const to = { key: 'k', address: 'a', secret: null };
  const alert = alertMessage(input, to);
  const day = summaryMessage([input], to, { day: '2026-11-24' });
  const row = { section: 'judgement', event, learntAt, official: null, sample: false, week: '2026-W48' } as const;
  const meta = { title: 't', id: 'urn:t', self: 's', home: 'h', updated: learntAt, sample: false };
  return {
    mail: letterText(alert.letter),
    slack: slackBody(alert.letter),
    teams: teamsBody(alert.letter),
    push: alert.brief.text,
    day: letterText(day.letter),
    feed: atomFeed(meta, [row], names, { event: (key) => key }),
    csv: JSON.stringify(table(EVENT_COLUMNS, [row], names)),
    command: (await typed(here.app, ['events', 'show', event.key])).out,
  };
}
const plain = (said: string) => said.replaceAll('\\', '').replaceAll(/\s+/g, ' ');

test('of areas in a list the sentence is quoted that tells that no overall grade is given, and none with the mark of its list', async () => {
  const said = await saidOf(
    'eastborough',
    'Ofsted publishes its report on Eastborough’s children’s services',
    `Ofsted has published its report on Eastborough Council's children's services after an inspection in October 2026. Under the new arrangements no overall grade is given.\n\n${AREAS}`,
  );
  for (const [channel, words] of Object.entries(said)) {
    expect(plain(words), channel).toContain('Under the new arrangements no overall grade is given.');
    expect(words, channel).not.toMatch(/[“>"] ?\\*[-–•] ?The impact of leaders/);
    expect(words, channel).not.toContain('tells an overall grade');
  }
});

test('a sentence that grades several areas is quoted before the one that gives no overall grade', async () => {
  const said = await saidOf(
    'southshire',
    'Ofsted inspects children’s services in Southshire',
    'Ofsted has inspected Southshire County Council’s children’s services. No overall grade is given. Leadership is good, and help and protection is good. Children in care is rated outstanding.',
  );
  expect(said.push).toBe('“Leadership is good, and help and protection is good.”');
});

test('beside words that give an overall grade all the same it is said that none is given, and since when', async () => {
  const said = await saidOf(
    'northshire',
    'Northshire children’s services rated outstanding by Ofsted',
    `Ofsted has judged Northshire County Council's children's services to be outstanding. Inspectors visited in September 2026.\n\n${AREAS}`,
  );
  const { csv = '', ...channels } = said;
  for (const [channel, words] of Object.entries(channels)) {
    expect(plain(words), channel).toMatch(/to be outstanding\.?/);
    expect(plain(words), channel).toContain(
      'The source tells an overall grade (outstanding); since April 2026 none is given',
    );
  }
  const [head, row] = JSON.parse(csv) as string[][];
  expect(row?.[head?.indexOf('overall_told') ?? -1]).toBe('outstanding');
});
