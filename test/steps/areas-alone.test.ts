/** A judgement by area alone, from the article to what readers are told. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runToIdle } from '../../src/run-to-idle.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aMailServer, type Inbox } from '../support/receivers.ts';
import { anArticle, publish } from '../support/told.ts';

let here: Installation;
let inbox: Inbox;
beforeAll(async () => {
  inbox = await aMailServer();
  here = await anInstallation(
    {
      ...{ GRADEWATCH_NOW: '=2026-11-24T10:00:00Z', SMTP_URL: inbox.url },
      ...{ MAIL_FROM: 'alerts@gradewatch.example' },
    },
    { folder: 'config/demo', proposals: [] },
  );
}, 120_000);
afterAll(async () => {
  await here?.close();
  await inbox?.close();
});

test('what is said to stay of one area is told of no whole: not to who asks for that way, nor in any message', async () => {
  const subscribed = (address: string, ...words: string[]) =>
    typed(here.app, ['subscribe', '--email', address, ...words, '--confirmed', 'a test']);
  await subscribed('all@paper.example', '--authority', 'northshire');
  await subscribed('same@paper.example', '--direction', 'same');
  await publish(
    here,
    anArticle({
      ...{ id: 'areas', published: '2026-11-24' },
      title: 'Northshire children’s services: leadership ‘good’ but care still requires improvement, says Ofsted',
      text: 'Ofsted has inspected children’s services at Northshire County Council. No overall grade is given. Leadership is good, and help and protection is good. Children in care still require improvement.',
    }),
  );
  await runToIdle(here.app);
  expect(inbox.mails.flatMap(({ to }) => to)).toEqual(['all@paper.example']);
  expect(inbox.mails[0]?.raw).not.toMatch(/unchanged/i);
  const [event] = (await typed(here.app, ['events', 'list', '--json'])).json<{ direction: unknown }[]>();
  expect(event?.direction).toBeNull();
  const tried = await typed(here.app, ['subscriptions', 'dry-run', '--direction', 'same', '--json']);
  expect(tried.json()).toMatchObject({ matched: 0 });
  const digest = await typed(here.app, ['digest', '--week', '2026-W48', '--format', 'csv']);
  expect(digest.out).toContain('Northshire');
  expect(digest.out).not.toMatch(/"same"|unchanged/);
});
