/** What a person split off is told as another judgement, whichever reports are more; what stays was told before. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JudgementEvent } from '../../src/core/types.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { openSite } from '../../src/web/open-site.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aMailServer, type Inbox } from '../support/receivers.ts';
import { anArticle, publish } from '../support/told.ts';

let here: Installation;
let inbox: Inbox;
let clock = new Date('2026-03-18T10:00:00Z');
beforeAll(async () => {
  inbox = await aMailServer();
  here = await anInstallation(
    {
      ...{ GRADEWATCH_NOW: '=2026-03-18T10:00:00Z', GRADEWATCH_STORM: '100', PORT: '0' },
      ...{ SMTP_URL: inbox.url, MAIL_FROM: 'alerts@gradewatch.example' },
    },
    { folder: 'config/demo', proposals: [] },
  );
  here.app.deps.now = () => clock;
}, 120_000);
afterAll(async () => {
  await here?.close();
  await inbox?.close();
});

const ask = (...argv: string[]) => typed(here.app, argv);
const eventsOf = async (authority: string) =>
  (await ask('events', 'list', '--authority', authority, '--json')).json<JudgementEvent[]>();
const report = (id: string, authority: string, text = '') =>
  anArticle({
    ...{ id, publisher: `Paper of ${id}`, title: `${authority} care rated good, says ${id}` },
    text: `The Care Quality Commission has rated ${authority} Council's adult social care as good. ${text}`,
  });
let mails = 0;
async function heard(): Promise<{ subject: string; text: string }[]> {
  await runToIdle(here.app);
  const got = inbox.mails.slice(mails).map(({ raw }) => {
    const text = raw.replace(/=\r?\n/g, '').replace(/\s+/g, ' ');
    return { subject: /Subject: (?:\[Sample\] )?(.*?) Message-ID/i.exec(text)?.[1] ?? '', text };
  });
  mails = inbox.mails.length;
  return got;
}

const splits = [
  // council      split off     stays
  ['Wading', ['b', 'c'], ['a']],
  ['Kelbury', ['a'], ['b']],
  ['Northshire', ['c'], ['a', 'b']],
] as const;

test('a reader hears of what was split off and why, not of what was told before; feeds keep its id', async () => {
  await ask('subscribe', '--email', 'reader@paper.example', '--confirmed', 'a test');
  const texts = { a: '', b: 'Residents said staff were kind.', c: 'Leaders knew their carers, inspectors wrote.' };
  const site = await openSite(here.app);
  for (const [council, off, stays] of splits) {
    const authority = council.toLowerCase();
    const [first, ...others] = [...off, ...stays].sort().map((id) => report(`${authority}-${id}`, council, texts[id]));
    await publish(here, first!);
    expect(await heard()).toHaveLength(1);
    clock = new Date(clock.getTime() + 60_000);
    await publish(here, ...others);
    expect(await heard()).toEqual([]);
    const [told] = await eventsOf(authority);
    clock = new Date(clock.getTime() + 60_000);
    const addresses = off.map((id) => `https://paper.example/${authority}-${id}`);
    await ask('events', 'split', told?.key ?? '', ...addresses, '--reason', `${off.join(' and ')} mean another`);
    const [mail, ...more] = await heard();
    expect(more).toEqual([]);
    expect(mail?.subject).toMatch(new RegExp(`^Another judgement: ${council}: good`));
    expect(mail?.text).toContain(`The reason: ${off.join(' and ')} mean another.`);
    expect(mail?.text).toContain(`says ${authority}-${off[0]}`);
    const link = await ask('events', 'show', told?.key ?? '', '--json');
    const { reports } = link.json<JudgementEvent>();
    expect(reports.map(({ url }) => url?.at(-1)).sort()).toEqual(stays);
    const answer = await fetch(`${site.address}/authorities/${authority}.json`);
    const { items } = (await answer.json()) as { items: { id: string; title: string }[] };
    expect(items.map(({ id, title }) => [id.endsWith(`:${told?.key}`), title.split(':')[0]]).sort()).toEqual([
      [false, 'Another judgement'],
      [true, council],
    ]);
  }
  await site.close();
});

test('of a judgement on which reports differ it is told apart from that, not from the grade that leads, and leads to its page', async () => {
  const texts = ['', 'Residents said staff were kind.', 'Leaders knew their carers, inspectors wrote.'];
  const [leads, off, differs] = texts.map((text, n) => report(`brackenshire-${n}`, 'Brackenshire', text));
  await publish(here, leads!, off!);
  await heard();
  const said = (text: string) => text.replaceAll('good', 'inadequate');
  await publish(here, { ...differs!, title: said(differs!.title), text: said(differs!.text) });
  await heard();
  const [told] = await eventsOf('brackenshire');
  expect(told?.status).toBe('disputed');
  clock = new Date(clock.getTime() + 60_000);
  await ask('events', 'split', told?.key ?? '', off?.url ?? '', '--reason', 'it means another');
  const [mail] = await heard();
  expect(mail?.subject).toMatch(/^Another judgement: Brackenshire: good \(/);
  expect(mail?.text).toContain('Brackenshire: good or inadequate, reports differ (Care Quality Commission,');
  const [, page = ''] = /The judgement it was told apart from (http\S+)/.exec(mail?.text ?? '') ?? [];
  const stays = (await ask('events', 'show', told?.key ?? '', '--json')).json<JudgementEvent>();
  expect(decodeURIComponent(page)).toMatch(new RegExp(`/events/${stays.key}$`));
});

test('what had been merged is told, once split again, as a judgement of its own and why, in mails and the week', async () => {
  const published = (id: string, day: string) => report(id, 'Southshire', `The report was published on ${day}.`);
  await publish(here, published('south-a', '16 March 2026'), published('south-b', '2 February 2026'));
  expect(await heard()).toHaveLength(2);
  const two = (await eventsOf('southshire')).map(({ key }) => key);
  clock = new Date(clock.getTime() + 60_000);
  await ask('events', 'merge', ...two, '--reason', 'one report, two papers');
  expect(await heard()).toMatchObject([{ text: expect.stringContaining('The reason: one report, two papers.') }]);
  const [one] = await eventsOf('southshire');
  clock = new Date('2026-03-25T10:00:00Z');
  const why = 'the second means another after all';
  await ask('events', 'split', one?.key ?? '', 'https://paper.example/south-b', '--reason', why);
  const [mail, ...more] = await heard();
  expect(more).toEqual([]);
  expect(mail?.text).toContain('what is told here is a judgement of its own.');
  expect(mail?.text).toContain(`The reason: ${why}.`);
  const week = await ask('digest', '--week', '2026-W13', '--format', 'md', '--authority', 'southshire');
  expect(week.out).toContain(`was good, as part of another judgement; now good; the reason: ${why};`);
});

test('a week that closed before the split says, as known now, what it had told as part of another, and why', async () => {
  const week = async (asKnown: string, format: string, authority = 'wading') =>
    (
      await ask(
        ...['digest', '--week', '2026-W12', '--as-known', asKnown, '--format', format, '--authority', authority],
      )
    ).out;
  const texts = ['', 'Residents said staff were kind.'];
  clock = new Date('2026-03-20T10:00:00Z');
  await publish(here, ...texts.map((text, i) => report(`east-${i}`, 'Eastborough', text)));
  clock = new Date('2026-03-24T10:00:00Z');
  const then = await week('then', 'md', 'eastborough');
  const [told] = await eventsOf('eastborough');
  await ask('events', 'split', told?.key ?? '', 'https://paper.example/east-0', '--reason', 'the 2024 report');
  const why = 'was good, as part of another judgement; now good; the reason: the 2024 report;';
  expect(await week('now', 'md', 'eastborough')).toContain('Corrections (1)');
  expect(await week('now', 'md', 'eastborough')).toContain(why);
  expect(await week('now', 'csv', 'eastborough')).toMatch(/"correction".*"overall=good".*"the 2024 report"/);
  expect(await week('now', 'atom', 'eastborough')).toContain('The reason: the 2024 report');
  expect(await week('then', 'md', 'eastborough')).toBe(then);
  // Split within the week it has nothing to correct.
  expect(await week('now', 'md')).not.toContain('Corrections');
  // Merged when the week closed, and split in the next one.
  clock = new Date('2026-03-26T10:00:00Z');
  expect(await week('now', 'md', 'southshire')).toContain('the reason: the second means another after all;');
});
