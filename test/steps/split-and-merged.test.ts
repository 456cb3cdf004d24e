/** A report told as a judgement of its own, and then as part of the one it had been split from: who hears of it, and what. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toldApartWords } from '../../src/core/sending/told-apart.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { openSite } from '../../src/web/open-site.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aHookReceiver, aMailServer, type HookReceiver, type Inbox } from '../support/receivers.ts';
import { anArticle, publish } from '../support/told.ts';

let here: Installation;
let inbox: Inbox;
let hook: HookReceiver;
beforeAll(async () => {
  [inbox, hook] = await Promise.all([aMailServer(), aHookReceiver()]);
  here = await anInstallation(
    {
      ...{
        GRADEWATCH_NOW: '=2026-11-24T10:00:00Z',
        GRADEWATCH_STORM: '100',
        GRADEWATCH_ALLOW_PRIVATE: '127.0.0.1',
        PORT: '0',
      },
      ...{ SMTP_URL: inbox.url, MAIL_FROM: 'alerts@gradewatch.example' },
    },
    { folder: 'config/demo', proposals: [] },
  );
}, 120_000);
afterAll(async () => {
  await here?.close();
  await inbox?.close();
  await hook?.close();
});

const at = (time: string) => {
  here.app.deps.now = () => new Date(`2026-11-24T${time}:00Z`);
};
const ask = (...argv: string[]) => typed(here.app, argv);
const asks = (...words: string[]) => ask('subscribe', ...words, '--confirmed', 'a test');
const decided = async (what: string, reason: string, ...words: string[]) =>
  (await ask('events', what, ...words, '--reason', reason, '--json')).json<{ decision: string }>().decision;
const events = async () =>
  (await ask('events', 'list', '--authority', 'northshire', '--json')).json<JudgementEvent[]>();
let mails = 0;
let calls = 0;
/** What went out since the last time asked: to whom a mail, and what the hook got. */
async function heard() {
  await runToIdle(here.app);
  const got = {
    mails: inbox.mails
      .slice(mails)
      .map(({ to, raw }) => ({ to: to[0], raw: raw.replace(/=\r?\n/g, '').replace(/\s+/g, ' ') })),
    calls: hook.calls
      .slice(calls)
      .map(
        ({ body }) => JSON.parse(body) as { notice: string; key: string; reason: string; was: Record<string, unknown> },
      ),
  };
  mails = inbox.mails.length;
  calls = hook.calls.length;
  return got;
}
const paper = (id: string, text: string) =>
  anArticle({
    ...{ id, published: '2026-11-24', publisher: `Paper of ${id}` },
    title: 'Ofsted inspects children’s services in Northshire',
    text: `Ofsted has inspected children’s services at Northshire County Council. No overall grade is given. ${text}`,
  });

test('only who was told of the part hears that it is none of its own, why, and the whole of what it is part of', async () => {
  await asks('--email', 'both@paper.example', '--authority', 'northshire');
  await asks('--email', 'whole@paper.example', '--authority', 'northshire', '--status', 'corroborated');
  await asks('--webhook', hook.url, '--authority', 'northshire');
  await publish(
    here,
    paper(
      'all',
      'Help and protection is good. Children in care are judged outstanding. Care leavers are judged outstanding.',
    ),
    paper('some', 'Help and protection is good, families were told at a meeting in the town hall.'),
  );
  const [whole] = await events();
  expect(whole?.reports).toHaveLength(2);
  expect((await heard()).mails.map(({ to }) => to).sort()).toEqual(['both@paper.example', 'whole@paper.example']);
  await asks('--email', 'part@paper.example', '--authority', 'northshire');
  at('10:10');
  const split = await decided('split', 'another inspection', whole?.key ?? '', 'https://paper.example/some');
  const parted = await events();
  const [own] = parted.filter(({ reports }) => reports[0]?.url?.endsWith('/some'));
  const rest = parted.find(({ key }) => key !== own?.key);
  const apart = await heard();
  expect(apart.calls).toMatchObject([
    { notice: 'first', key: own?.key, reason: 'another inspection', toldApart: { of: { key: rest?.key } } },
  ]);
  // It looks like the other: the subject says that it is another, and the mail and the page say which, and why.
  const sentence =
    'A person told this apart from “Northshire: no overall grade (Ofsted, children’s services)”, published 24 November 2026: it is a judgement of its own. The reason: another inspection.';
  const straight = (text: string) => text.replace(/[’']|&#39;/g, "'");
  const marked = apart.mails.filter(({ raw }) => /Subject: (\[Sample\] )?Another judgement: Northshire/.test(raw));
  expect(marked.map(({ to }) => to).sort()).toEqual(['both@paper.example', 'part@paper.example']);
  const stored = await here.app.deps.store.event(own?.key ?? '');
  expect(stored && straight(toldApartWords(stored.event, here.app.deps.names) ?? '')).toBe(straight(sentence));
  const site = await openSite(here.app);
  const page = straight(await (await fetch(`${site.address}/events/${own?.key}`)).text());
  const whose = await (await fetch(`${site.address}/events/${rest?.key}`)).text();
  const feed = await (await fetch(`${site.address}/feeds/all.json`)).text();
  const entriesIn = async (path: string) => {
    const answer = await fetch(`${site.address}${path}.json`);
    return ((await answer.json()) as { items: { id: string; title: string; url: string; content_text: string }[] })
      .items;
  };
  const feeds = ['/feeds/all', '/authorities/northshire', '/feeds/grade/none'];
  const asTwo = await Promise.all(feeds.map(entriesIn));
  for (const items of asTwo)
    expect(items.map(({ title }) => title.split(':')[0]).sort()).toEqual(['Another judgement', 'Northshire']);
  expect(page.split('<h2>')[0]).toContain(straight(sentence));
  expect([whose.includes('told this apart'), straight(feed).includes('A person told this apart')]).toEqual([
    false,
    true,
  ]);
  at('10:20');
  const others = (await events()).map(({ key }) => key);
  const merged = await decided('merge', 'the same after all', ...others);
  const told = await heard();
  expect(told.mails.map(({ to }) => to).sort()).toEqual(['both@paper.example', 'part@paper.example']);
  // The feeds keep both entries: the part says under its id what the mail says, the whole is what it was.
  for (const [index, feedPath] of feeds.entries()) {
    const asOne = await entriesIn(feedPath);
    expect(asOne.map(({ id }) => id).sort()).toEqual(asTwo[index]?.map(({ id }) => id).sort());
    const part = asOne.find(({ id }) => id.endsWith(encodeURIComponent(own?.key ?? '')));
    expect(part?.title).toMatch(/^Correction: Northshire/);
    expect(part?.content_text).toMatch(
      /^Correction: we told you “Northshire: .*”, (published|first reported) .*, as a judgement of its own\. It is none/,
    );
    expect(part?.content_text).toContain('The reason: the same after all');
    expect(part?.url).toMatch(new RegExp(`/events/${whole?.key}$`));
    expect(asOne.find((one) => one !== part)?.title).toMatch(/^Northshire/);
  }
  for (const { raw } of told.mails) {
    expect(raw).toContain('as a judgement of its own. It is none');
    expect(raw).toContain('The reason: the same after all');
    expect(raw).toMatch(/Children in care:? .*outstanding/i);
  }
  const [call] = told.calls;
  expect(call).toMatchObject({ key: whole?.key, reason: 'the same after all', was: { key: own?.key, as: 'own' } });
  expect(await events()).toMatchObject([{ key: whole?.key, status: 'corroborated' }]);
  expect((await events())[0]).not.toHaveProperty('toldApart');
  expect(await heard()).toEqual({ mails: [], calls: [] });

  at('10:30');
  await decided('undo', 'two after all', merged);
  expect((await heard()).calls).toMatchObject([{ key: own?.key, was: { key: whole?.key, as: 'part' } }]);
  const again = await entriesIn('/feeds/all');
  expect(again.map(({ id }) => id).sort()).toEqual(asTwo[0]?.map(({ id }) => id).sort());
  at('10:40');
  await decided('undo', 'one after all', split);
  expect((await heard()).calls).toMatchObject([{ key: whole?.key, reason: 'one after all', was: { as: 'own' } }]);
  const undone = await entriesIn('/feeds/all');
  expect(undone.find(({ id }) => id.endsWith(encodeURIComponent(own?.key ?? '')))?.content_text).toMatch(
    /as a judgement of its own.*The reason: one after all/,
  );
  await site.close();
});
