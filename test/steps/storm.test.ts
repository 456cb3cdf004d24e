/** The storm guard counts a reader, whatever they asked for: real store, mail by a real server, pages as they are served. */
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestId } from '../../src/core/keys.ts';
import { ANY } from '../../src/core/sending/route.ts';
import { wasTold } from '../../src/core/sending/was-told.ts';
import type { Channel, Criteria } from '../../src/core/types.ts';
import { sendAlerts } from '../../src/steps/send-alerts.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { openSite } from '../../src/web/open-site.ts';
import type { RunningSite } from '../../src/web/server.tsx';
import { anEvent, asks } from '../sending/build.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aHookReceiver, aMailServer, type HookReceiver, type Inbox } from '../support/receivers.ts';

const NOW = Date.parse('2026-11-18T10:00:00Z');
let here: Installation;
let site: RunningSite;
let inbox: Inbox;
let hook: HookReceiver;

beforeAll(async () => {
  [inbox, hook] = [await aMailServer(), await aHookReceiver()];
  here = await anInstallation(
    {
      ...{ GRADEWATCH_NOW: `=${new Date(NOW).toISOString()}`, PORT: '0', GRADEWATCH_STORM: '3' },
      ...{ SMTP_URL: inbox.url, MAIL_FROM: 'news@gradewatch.example' },
    },
    { folder: 'config/demo', proposals: [] },
  );
  site = await openSite(here.app);
}, 120_000);
afterAll(async () => {
  await site?.close();
  await here?.close();
  await inbox?.close();
  await hook?.close();
});

const at = (minutes: number) => ({ ...here.app.deps, now: () => new Date(NOW + minutes * 60_000) });
const asked = async (address: string, criteria: Criteria, channel: Channel = 'mail', note: string | null = null) =>
  (await subscribe(here.app.deps, { channel, address, criteria, every: 'event', note, confirmed: 'a test' }))
    .subscription;
/** Promises of these judgements to each of these subscriptions. */
const promised = async (ids: string[], councils: string[], channel: Channel = 'mail', minutes = 0) => {
  for (const subscriptionId of ids)
    await here.app.deps.store.openAlerts(
      councils.map((authority) => {
        const event = anEvent({ authority, key: `${authority}.ofsted.childrens_services` });
        // As in earnest, ids tell nothing of the order.
        const id = digestId('alert', subscriptionId, event.key);
        return {
          ...{ id, subscriptionId, eventKey: event.key, notice: 'first', channel, body: event, was: null },
          reference: `${subscriptionId}.${event.key}.first.${channel}`,
        };
      }),
      at(minutes).now(),
    );
};
const mailsTo = async (address: string) =>
  Promise.all(
    inbox.mails
      .filter(({ to }) => to.some((one) => one.toLowerCase() === address))
      .map(async ({ raw }) => PostalMime.parse(raw)),
  );

test('what several subscriptions of one reader bring is counted together, and told in one message', async () => {
  const ids = [
    await asked('desk@paper.example', asks({ grades: ['outstanding'] }), 'mail', 'for the front page'),
    await asked('Desk@paper.example', asks({ regions: ['North East'] })),
    await asked('other@paper.example', ANY),
  ] as const;
  await promised([...ids], ['northshire', 'southshire']);
  await promised([ids[0]], ['wading']);
  await promised([ids[1]], ['kelbury']);
  for (const subscriptionId of ids) await sendAlerts(at(0), { subscriptionId });
  expect(await mailsTo('other@paper.example')).toHaveLength(2);
  const [summary, ...more] = await mailsTo('desk@paper.example');
  expect(more).toEqual([]);
  expect(summary?.subject).toBe('[Sample] 4 judgements: Kelbury, Northshire and 2 more councils');
  const text = summary?.text ?? '';
  for (const words of ['graded outstanding', 'in the North East', 'Your note: for the front page'])
    expect(text.split(words)).toHaveLength(2);
  expect(text.match(/Northshire: outstanding/g)).toHaveLength(1);

  // What comes within the hour waits for its end, whichever subscription brings it.
  await promised([ids[1]], ['eastborough'], 'mail', 10);
  await sendAlerts(at(10), { subscriptionId: ids[1] });
  expect(await mailsTo('desk@paper.example')).toHaveLength(1);
  await sendAlerts(at(61), { subscriptionId: ids[1] });
  const [, alone] = await mailsTo('desk@paper.example');
  // As it was announced: told when the hour was over, and being alone as any alert.
  expect(text.replaceAll(/\s+/g, ' ')).toContain(
    'What else is judged in the hour after this message is told when that hour is over.',
  );
  expect([alone?.subject, alone?.text?.includes('More came within an hour')]).toEqual([
    expect.stringMatching(/Eastborough: outstanding/),
    false,
  ]);
});

test('what two subscriptions of one reader asked for is told once, naming both, and counts once', async () => {
  const ids = [
    await asked('once@paper.example', asks({ grades: ['outstanding'] }), 'mail', 'for the front page'),
    await asked('Once@paper.example', asks({ regions: ['North East'] })),
  ] as const;
  // As many as are told one by one.
  await promised([...ids], ['northshire', 'southshire', 'wading']);
  expect(await sendAlerts(at(0), { subscriptionId: ids[1] })).toMatchObject({ sent: 6, failed: 0 });
  const mails = await mailsTo('once@paper.example');
  expect(mails.map(({ subject }) => subject)).toEqual(
    ['Northshire', 'Southshire', 'Wading'].map((council) =>
      expect.stringMatching(new RegExp(`^\\[Sample\\] ${council}: outstanding`)),
    ),
  );
  const text = mails[0]?.text?.replaceAll(/\s+/g, ' ') ?? '';
  for (const words of ['graded outstanding', 'in the North East', 'Your note: for the front page', 'Tell us'])
    expect(text.split(words)).toHaveLength(2);
  const rows = (await Promise.all(ids.map((id) => here.app.deps.store.alertsTo(id)))).flat();
  expect(rows.map(({ state }) => state)).toEqual(rows.map(() => 'sent'));
  expect(rows.flatMap(({ carriedBy }) => carriedBy ?? [])).toHaveLength(3);
  // Asked by its address, each says what it was sent, and by which message.
  const shown = await typed(here.app, ['subscriptions', 'show', 'once@paper.example']);
  expect(shown.out.match(/alert .*northshire\.ofsted.* sent .*2026-11-18T10:00:00/g)).toHaveLength(2);
  expect(shown.out.match(/told in one message with/g)).toHaveLength(3);
  // What left within the hour counts once, too.
  await promised([...ids], ['kelbury'], 'mail', 10);
  await sendAlerts(at(10), { subscriptionId: ids[0] });
  expect(await mailsTo('once@paper.example')).toHaveLength(4);
  const header = mails[0]?.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
  const [, link = ''] = /<(http[^>]+)>/.exec(header) ?? [];
  await fetch(link, { method: 'POST', body: 'List-Unsubscribe=One-Click' });
  for (const id of ids) expect((await here.app.deps.store.subscription(id))?.state).toBe('ended');
});

const deaths = [
  ['before anything was settled', false],
  ['and the first of them has ended since', true],
] as const;
for (const [how, ends] of deaths)
  test(`a sender dies over a message of two subscriptions, ${how}: it leaves under the same id, and nothing is lost`, async () => {
    const address = `dies-${ends}@paper.example`;
    const ids = [await asked(address, asks({ grades: ['outstanding'] })), await asked(address, ANY)] as const;
    await promised([...ids], ['northshire', 'southshire']);
    const { store } = here.app.deps;
    const dying = { ...store, settleAlerts: () => Promise.reject(new Error('killed')) };
    await expect(sendAlerts({ ...at(0), store: dying }, { subscriptionId: ids[0] })).rejects.toThrow('killed');
    const claimed = (await Promise.all(ids.map((id) => store.alertsTo(id)))).flat();
    const carrier = claimed.find(({ carriedBy }) => carriedBy === null)?.subscriptionId ?? '';
    if (ends) await store.endSubscription(carrier, 'operator', at(1).now());
    for (const subscriptionId of ids.toSorted((id) => (id === carrier ? 1 : -1)))
      await sendAlerts(at(5), { subscriptionId });
    const mails = await mailsTo(address);
    expect(mails.map(({ messageId }) => messageId)).toEqual([
      mails[0]?.messageId,
      mails[0]?.messageId,
      expect.not.stringContaining(mails[0]?.messageId ?? ''),
    ]);
    const states = (await Promise.all(ids.map((id) => store.alertsTo(id)))).flat().map(({ state }) => state);
    expect(states.sort()).toEqual(ends ? ['dropped', 'dropped', 'sent', 'sent'] : ['sent', 'sent', 'sent', 'sent']);
  });

test('what two subscriptions were told differently before is put right for each by itself', async () => {
  const ids = [await asked('apart@paper.example', asks({ grades: ['good'] })), await asked('apart@paper.example', ANY)];
  const event = anEvent({ authority: 'northshire', key: 'northshire.ofsted.childrens_services' });
  for (const [n, subscriptionId] of ids.entries())
    await here.app.deps.store.openAlerts(
      [
        {
          ...{
            id: `apart-${n}`,
            subscriptionId,
            eventKey: event.key,
            notice: 'correction-1',
            channel: 'mail' as const,
          },
          ...{ body: event, reference: `${subscriptionId}.${event.key}.correction-1.mail` },
          was: wasTold(anEvent({ headlines: [{ remit: 'overall', grade: n === 0 ? 'good' : 'inadequate' }] })),
        },
      ],
      at(0).now(),
    );
  await sendAlerts(at(0), { subscriptionId: ids[0] ?? '' });
  const texts = (await mailsTo('apart@paper.example')).map(({ text = '' }) => text.replaceAll(/\s+/g, ' '));
  expect(texts.map((text) => /replaces “Northshire: (\w+)/.exec(text)?.[1]).sort()).toEqual(['good', 'inadequate']);
});

test('what was promised in one instant is told in the order of authorities', async () => {
  const councils = ['southshire', 'kelbury', 'wading', 'northshire', 'brackenshire', 'eastborough'];
  const id = await asked('order@paper.example', ANY);
  await promised([id], councils);
  await sendAlerts(at(0), { subscriptionId: id });
  const [summary] = await mailsTo('order@paper.example');
  expect(
    [...(summary?.text ?? '').matchAll(/(\w+): outstanding \(/g)].map(([, council]) => council?.toLowerCase()),
  ).toEqual(councils.toSorted());
});

test('one click in it ends all that it told of, and nothing else; each can be ended by itself too', async () => {
  const ids = [
    await asked('two@paper.example', asks({ grades: ['good'] })),
    await asked('two@paper.example', asks({ regions: ['London'] })),
  ] as const;
  const weekly = { channel: 'mail', criteria: ANY, every: 'week', note: null, confirmed: 'a test' } as const;
  const { subscription: kept } = await subscribe(here.app.deps, { ...weekly, address: 'two@paper.example' });
  await promised([...ids], ['northshire', 'southshire']);
  await sendAlerts(at(0), { subscriptionId: ids[1] });
  const [summary] = await mailsTo('two@paper.example');
  const header = summary?.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
  const states = async () =>
    Promise.all([...ids, kept].map(async (id) => (await here.app.deps.store.subscription(id))?.state));
  const [, link = ''] = /<(http[^>]+)>/.exec(header) ?? [];
  const own = [...(summary?.text ?? '').matchAll(/Unsubscribe\b[^h]*(http\S+\/unsubscribe\/\S+)/g)].map(
    ([, one]) => one,
  );
  expect(new Set([...own, link]).size).toBe(3);
  expect(await (await fetch(link)).text()).toContain('Unsubscribe from all 2');
  expect(await states()).toEqual(['active', 'active', 'active']);
  await fetch(link, { method: 'POST', body: 'List-Unsubscribe=One-Click' });
  expect(await states()).toEqual(['ended', 'ended', 'active']);
  expect(await (await fetch(link)).text()).toContain('You are unsubscribed');
});

test('in the quiet hours of one subscription the others are told', async () => {
  const quiet = { from: '09:00', until: '11:00' };
  const asleep = await subscribe(here.app.deps, {
    ...{ channel: 'mail', address: 'half@paper.example', criteria: ANY, every: 'event', quiet },
    ...{ note: null, confirmed: 'a test' },
  });
  const awake = await asked('half@paper.example', asks({ grades: ['good'] }));
  await promised([asleep.subscription], ['northshire']);
  await promised([awake], ['southshire']);
  await sendAlerts(at(0), { subscriptionId: awake });
  expect((await mailsTo('half@paper.example')).map(({ subject }) => subject)).toEqual([
    expect.stringContaining('Southshire: outstanding'),
  ]);
});

test('calls of two subscriptions to one address stay apart: each is signed with its own secret', async () => {
  const ids = [
    await asked(hook.url, asks({ grades: ['good'] }), 'webhook'),
    await asked(hook.url, asks({ grades: ['inadequate'] }), 'webhook'),
  ];
  await promised(ids, ['northshire', 'southshire'], 'webhook');
  for (const subscriptionId of ids) await sendAlerts(at(0), { subscriptionId });
  expect(hook.calls.map(({ body }) => (JSON.parse(body) as { subscription: string }).subscription).sort()).toEqual(
    ids.flatMap((id) => [id, id]).sort(),
  );
});
