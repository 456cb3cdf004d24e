/** What `doctor` finds of the mail server: it asks it, as far as can be without sending. */
import { afterEach, expect, test } from 'vitest';
import { runToIdle } from '../../src/run-to-idle.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aMailServer, type Inbox } from '../support/receivers.ts';
import { anArticle, publish } from '../support/told.ts';

let here: Installation | null = null;
let inbox: Inbox | null = null;
afterEach(async () => {
  await here?.close();
  await inbox?.close();
});

const MAIL_FROM = 'news@gradewatch.example';
async function installed(refuse: (to: string) => string | null, env: Record<string, string> = {}): Promise<Inbox> {
  inbox = await aMailServer('all', refuse);
  here = await anInstallation({ SMTP_URL: inbox.url, MAIL_FROM, ...env }, { folder: 'config/demo', proposals: [] });
  return inbox;
}
const mail = async () => {
  const { code, out } = await typed(here!.app, ['doctor']);
  return [code, /^(.{4}) +mail +(.*)$/m.exec(out)?.slice(1)] as const;
};
const WELL = [0, ['ok  ', expect.stringMatching(/^by SMTP at 127.0.0.1:\d+, which answers, from/)]];

test('a mail server that answers is well; one that is away is named, though nothing was to be sent', async () => {
  const server = await installed(() => null);
  expect(await mail()).toEqual(WELL);
  expect(server.mails).toEqual([]);
  await server.close();
  expect(await mail()).toEqual([1, ['FAIL', expect.stringMatching(/ECONNREFUSED.*check SMTP_URL/)]]);
});

const OPERATOR = 'operator@council.example';
test.each([
  // what it says to a receiver                                   whether that is a fault, and what is said of it
  ['421 4.7.0 Too many messages', /^mail not accepted .*421 4\.7\.0 Too many messages$/],
  ['554 5.7.1 Relay access denied', /passes nothing on for us: 554 5\.7\.1 Relay access denied; check SMTP_URL$/],
  ['550 5.1.7 Bad sender', /refused our sender: .*check MAIL_FROM$/],
  ['554 5.7.1 Blocked by policy', /^mail refused for good: 554 5\.7\.1 Blocked by policy$/],
  ['550 5.1.1 No such user', null],
  ['450 4.2.0 Greylisted', null],
  ['552 5.2.2 Mailbox full', null],
])('one that says "%s" to every receiver', async (answer, fault) => {
  const asked: string[] = [];
  const server = await installed((to) => [answer, asked.push(to)][0] as string, { GRADEWATCH_OPERATOR: OPERATOR });
  expect(await mail()).toEqual(fault ? [1, ['FAIL', expect.stringMatching(fault)]] : WELL);
  expect(asked).toEqual([OPERATOR]);
  expect(server.mails).toEqual([]);
});

test('without an operator to ask about it asks about the sender', async () => {
  const asked: string[] = [];
  await installed((to) => [null, asked.push(to)][0] as null);
  expect(await mail()).toEqual(WELL);
  expect(asked).toEqual([MAIL_FROM]);
});

test('one that would take a mail, but took none of those to readers, is no more than it did', async () => {
  let busy = true;
  await installed((to) => (to === MAIL_FROM || !busy ? null : '421 4.7.0 Try again later'));
  const { app } = here!;
  app.deps.now = () => new Date('2026-03-18T10:00:00Z');
  for (const email of ['desk@paper.example', 'news@radio.example'])
    await typed(app, ['subscribe', '--email', email, '--authority', 'northshire', '--confirmed', 'a test']);
  const article = { id: 'a1', title: 'Northshire rated good', published: '2026-03-18' };
  const text = 'Ofsted has rated children’s services at Northshire County Council good.';
  await publish(here!, anArticle({ ...article, text }));
  app.deps.now = () => new Date('2026-03-18T10:01:00Z');
  await runToIdle(app);
  expect(await mail()).toEqual([
    1,
    [
      'FAIL',
      expect.stringMatching(
        /which answers, but none of the mails tried since 18 March 2026, 10:01 was taken \(2 tries\); the last: .*421/,
      ),
    ],
  ]);
  busy = false;
  app.deps.now = () => new Date('2026-03-18T10:30:00Z');
  await runToIdle(app);
  expect(await mail()).toEqual(WELL);
});
