/** Asking for alerts on the command line, on a real embedded database without a mail server. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';

let here: Installation;
beforeAll(async () => {
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-18T10:00:00Z', PORT: '0' },
    { folder: 'config/demo', proposals: [] },
  );
});
afterAll(() => here?.close());

const ask = (...argv: string[]) => typed(here.app, argv);
interface Done {
  subscription: string;
  state: string;
  exists?: boolean;
  confirmation?: string;
}
const stored = async (id: string) => here.app.deps.store.subscription(id);

describe('subscribe', { timeout: 60_000 }, () => {
  test('without a mail server says in which file the confirmation lies, and that its link leads nowhere yet', async () => {
    const ran = await ask('subscribe', '--email', 'a@paper.example', '--authority', 'northshire');
    const [file = ''] = /\/\S+\.eml/.exec(ran.out) ?? [];
    expect(file.startsWith(join(here.dataDir, 'outbox'))).toBe(true);
    expect(await readFile(file, 'utf8')).toContain('Confirm your alerts');
    expect(ran.out).not.toContain('was sent to');
    expect(ran.err).toContain('Set GRADEWATCH_PUBLIC_URL');
  });

  test('names every fault at once', async () => {
    const ran = await ask(
      ...['subscribe', '--email', 'nobody', '--authority', 'Northshir', '--grade', 'splendid', '--quiet', '25:00-7'],
      ...['--or', 'regon=London', '--except', 'authority=nowhereshire', '--every', 'hour'],
    );
    expect(ran.code).toBe(2);
    for (const fault of [
      '"nobody" is not one',
      'did you mean northshire?',
      '"splendid"',
      '--quiet',
      'regon',
      'nowhere',
      '"hour"',
    ])
      expect(ran.err).toContain(fault);
  });

  const never = [
    ['--webhook', 'https://10.0.0.7/hook', 'outside the public Internet'],
    ['--webhook', 'http://10.0.0.7/hook', 'outside the public Internet'],
    ['--slack', 'https://169.254.169.254/x', 'outside the public Internet'],
    ['--teams', 'https://[::ffff:10.0.0.7]/x', 'outside the public Internet'],
  ] as const;
  test.each(never)('%s %s, which no call will ever reach, is refused with the reason', async (flag, address, why) => {
    const ran = await ask('subscribe', flag, address, '--confirmed', 'a test');
    expect([ran.code, ran.err.includes(why), ran.err.includes('GRADEWATCH_ALLOW_PRIVATE')]).toEqual([2, true, true]);
    const named = await ask('subscribe', flag, address.replace(/\/\/[^/]+/, '//127.0.0.1:9'), '--confirmed', 'a test');
    expect(named.code).toBe(0);
  });

  test('what would never come is refused in a sentence: an authority that ended, alerts where no grade is given', async () => {
    const to = ['subscribe', '--email', 'never@paper.example', '--confirmed', 'a test'];
    const alone = await ask(...to, '--authority', 'oldmere');
    expect([alone.code, alone.err]).toEqual([2, expect.stringContaining('Oldmere ended on 31 March 2023')]);
    for (const heir of ['north-oldmere', 'south-oldmere']) expect(alone.err).toContain(heir);
    const heirs = ['--authority', 'north-oldmere', '--authority', 'south-oldmere'];
    expect((await ask(...to, '--authority', 'oldmere', ...heirs)).code).toBe(0);
    expect((await ask(...to, '--except', 'authority=oldmere')).code).toBe(0);
    for (const every of ['event', 'day']) {
      const ungraded = await ask(...to, '--service', 'send', '--every', every);
      expect([ungraded.code, ungraded.err]).toEqual([2, expect.stringContaining('ask to be told every week')]);
    }
    for (const [words, why] of [
      [['--status', 'retracted'], 'told to whoever was told of it'],
      [['--inspectorate', 'cqc', '--service', 'childrens_services'], 'nothing is ever both'],
    ] as const)
      for (const command of [to, ['subscriptions', 'dry-run']]) {
        const ran = await ask(...command, ...words);
        expect([ran.code, ran.err]).toEqual([2, expect.stringContaining(why)]);
      }
    const weekly = await ask(...to, '--service', 'send', '--every', 'week');
    expect([weekly.code, weekly.err]).toEqual([0, expect.stringContaining('stand in the weekly digest')]);
    const both = await ask(...to, '--service', 'send', '--service', 'housing');
    expect([both.code, both.err]).toEqual([0, expect.stringContaining('never speak of that')]);
  });

  test('a list names the lines that ask for what would never come', async () => {
    const file = join(here.dataDir, 'never.csv');
    await writeFile(
      file,
      [
        'channel,address,authority,region,inspectorate,service,grade,direction,every,note',
        'mail,list@paper.example,oldmere,,,,,,event,',
        'mail,list@paper.example,,,,send,,,day,',
      ].join('\n'),
    );
    const ran = await ask('subscriptions', 'import', file, '--confirmed', 'a test');
    expect([ran.code, ran.err.includes('line 2: Oldmere ended'), ran.err.includes('line 3: No grades')]).toEqual([
      ...[2, true, true],
    ]);
  });

  test('keeps a combination, and list shows it in words', async () => {
    const ran = await ask(
      ...['subscribe', '--email', 'b@paper.example', '--region', 'north east', '--status', 'Confirmed', '--json'],
      ...['--or', 'grade=requires improvement|Inadequate; direction=down', '--except', 'authority=Southshire Council'],
      ...['--quiet', '22:00-07:00', '--confirmed', 'a test'],
    );
    const { subscription } = ran.json<Done>();
    expect(await stored(subscription)).toMatchObject({
      quiet: { from: '22:00', until: '07:00' },
      criteria: {
        anyOf: [
          { regions: ['North East'], statuses: ['confirmed'] },
          { grades: ['requires_improvement', 'inadequate'], directions: ['down'] },
        ],
        except: [{ authorities: ['southshire'] }],
      },
    });
    const { out } = await ask('subscriptions', 'list');
    expect(out).toContain('22:00-07:00');
    expect(out).toContain(
      'any service in the North East, confirmed by the official record; or any service in any authority',
    );
    expect((await ask('subscriptions', 'show', subscription)).out).toContain('nothing from 22:00 to 07:00');
    expect((await ask('subscriptions', 'dry-run', subscription)).code).toBe(0);
  });

  test('takes a combination as JSON, checks it as strictly, and leaves nothing else beside it', async () => {
    const file = join(here.dataDir, 'criteria.json');
    await writeFile(file, '{"regions":["North East"],"anyOf":[{"directions":["up"]},{"authorities":["Northshire"]}]}');
    const ran = await ask('subscriptions', 'dry-run', '--criteria', file, '--json');
    expect(ran.code).toBe(0);
    await writeFile(file, '{"regions":["Nowhere"],"anyof":[]}');
    const wrong = await ask('subscriptions', 'dry-run', '--criteria', file, '--grade', 'good');
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('anyof');
    expect(wrong.err).toContain('stand alone');
  });

  test('asked twice makes one subscription, and says so', async () => {
    const words = ['subscribe', '--email', 'Twice@paper.example', '--grade', 'good', '--grade', 'inadequate'];
    const [one, two] = await Promise.all([ask(...words, '--json'), ask(...words, '--json')]);
    const dones = [one.json<Done>(), two.json<Done>()];
    expect(new Set(dones.map(({ subscription }) => subscription)).size).toBe(1);
    expect(dones.filter(({ exists }) => exists)).toHaveLength(1);
    const again = await ask('subscribe', '--email', 'twice@paper.example', '--grade', 'inadequate', '--grade', 'good');
    expect(again.out).toContain('It exists already');
    expect(again.out).toContain('.eml');
    expect((await ask(...words, '--every', 'week', '--json')).json<Done>()).not.toHaveProperty('exists');
  });

  test('with an operator’s word settles what waited for its reader', async () => {
    const words = ['subscribe', '--email', 'slow@paper.example', '--json'];
    const { subscription } = (await ask(...words)).json<Done>();
    const vouched = (await ask(...words, '--confirmed', 'asked by telephone')).json<Done>();
    expect(vouched).toEqual({ subscription, state: 'active', exists: true, confirmed: true });
    expect(await stored(subscription)).toMatchObject({ state: 'active', basis: 'asked by telephone' });
  });

  test('after the old one ended it may be asked for again', async () => {
    const words = ['subscribe', '--email', 'back@paper.example', '--confirmed', 'a test', '--json'];
    const first = (await ask(...words)).json<Done>().subscription;
    await ask('subscriptions', 'end', first, '--reason', 'a test');
    const second = (await ask(...words)).json<Done>();
    expect(second).not.toHaveProperty('exists');
    expect(second.subscription).not.toBe(first);
  });

  const header = 'channel,address,authority,region,inspectorate,service,grade,direction,every,note';
  const aList = async (...lines: string[]) => {
    const file = join(here.dataDir, 'desk.csv');
    await writeFile(file, [header, ...lines, ''].join('\n'));
    return file;
  };

  test('a list imported twice is added once', async () => {
    const file = await aList('mail,l1@paper.example,,,,,,,week,', 'mail,l1@paper.example,,,,,,,day,');
    const first = await ask('subscriptions', 'import', file, '--confirmed', 'the desk');
    const again = await ask('subscriptions', 'import', file, '--confirmed', 'the desk');
    expect(first.out).toBe('Added 2 subscriptions: 2 active.\n');
    expect(again.out).toBe('Nothing was added. 2 exist already.\n');
  });

  test('what came of each line of a list is counted once: added, begun, there already, asked for twice', async () => {
    await ask('subscribe', '--email', 'l2@paper.example');
    await ask('subscribe', '--email', 'l3@paper.example', '--every', 'week', '--confirmed', 'a test');
    const lines = [
      'mail,l2@paper.example,,,,,,,event,',
      'mail,l3@paper.example,,,,,,,week,',
      'mail,l4@paper.example,,,,,,,event,',
      'mail,L4@paper.example,,,,,,,event,',
    ];
    const asked = await ask('subscriptions', 'import', await aList(...lines));
    expect(asked.out).toBe(
      'Added 1 subscription: 1 waiting for confirmation. One exists already. One exists already and still waits for its reader. One line asks for the same as another.\n',
    );
    const twice = [...lines, lines[0]!];
    const vouched = await ask('subscriptions', 'import', await aList(...twice), '--confirmed', 'the desk', '--json');
    expect(vouched.json<Done[]>().map(({ state }) => state)).toEqual(Array(5).fill('active'));
    const waiting = (await ask('subscribe', '--email', 'l5@paper.example', '--json')).json<Done>().subscription;
    const five = 'mail,l5@paper.example,,,,,,,event,';
    const begun = await ask('subscriptions', 'import', await aList(five, five), '--confirmed', 'the desk');
    expect(begun.out).toBe(
      'One that waited for its reader is active now, on your word. One line asks for the same as another.\n',
    );
    const history = await here.app.deps.store.history([waiting]);
    expect(history.filter(({ kind }) => kind === 'subscription.confirmed')).toHaveLength(1);
  });

  test('a list with faults names them all with their lines, how many lines have one, and adds nothing', async () => {
    const file = await aList(
      'mail,l6@paper.example,,,,,,,event,',
      'mail,nobody,,,,,splendid,,event,',
      'pigeon,l6@paper.example,,,,,,,event,',
      'mail,l6@paper.example',
    );
    const ran = await ask('subscriptions', 'import', file, '--confirmed', 'the desk');
    expect(ran.code).toBe(2);
    for (const fault of ['line 3: "nobody"', 'line 3: "splendid"', 'line 4: ', 'line 5: 2 cells'])
      expect(ran.err).toContain(fault);
    expect(ran.err.trim().split('\n').at(-1)).toBe(`${file}: nothing was imported: 3 lines with a fault`);
    expect(await here.app.deps.store.subscriptionsOf('mail', 'l6@paper.example')).toEqual([]);
  });

  test('a list that does not say how often asks for each, as the command does', async () => {
    const file = await aList('mail,usual@paper.example,northshire,,,,,,,');
    expect((await ask('subscriptions', 'import', file, '--confirmed', 'the desk')).code).toBe(0);
    const found = await here.app.deps.store.subscriptionsOf('mail', 'usual@paper.example');
    expect(found.map(({ every }) => every)).toEqual(['event']);
  });

  test('what waits for its reader is in no list, and a list that begins it says so', async () => {
    const { subscription } = (await ask('subscribe', '--email', 'waits@paper.example', '--json')).json<Done>();
    const exported = await ask('subscriptions', 'export');
    expect(exported.out).not.toContain('waits@paper.example');
    expect(exported.err).toMatch(/still waits? for confirmation left out/);
    const file = await aList('mail,waits@paper.example,,,,,,,event,');
    expect((await ask('subscriptions', 'import', file)).out).toContain('One exists already and still waits');
    expect(await stored(subscription)).toMatchObject({ state: 'pending' });
    const vouched = await ask('subscriptions', 'import', file, '--confirmed', 'the desk');
    expect(vouched.out).toBe('One that waited for its reader is active now, on your word.\n');
  });

  test('a list goes into a file that only its owner reads, as it does to standard output', async () => {
    const file = join(here.dataDir, 'out.csv');
    const written = await ask('subscriptions', 'export', '--out', file);
    expect([written.code, written.out]).toEqual([0, '']);
    expect(written.err).toMatch(/out\.csv: \d+ running subscriptions/);
    expect(await readFile(file, 'utf8')).toBe((await ask('subscriptions', 'export')).out);
    expect((await stat(file)).mode & 0o077).toBe(0);
    const nowhere = await ask('subscriptions', 'export', '--out', join(here.dataDir, 'missing', 'out.csv'));
    expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringContaining('cannot be written')]);
  });
});

test('events list names every fault at once', async () => {
  const words = ['--authority', 'Northshir', '--region', 'Lundon', '--inspectorate', 'ofsed', '--grade', 'god'];
  const ran = await ask('events', 'list', ...words, '--since', '2026-02-30', '--until', 'today');
  expect(ran.code).toBe(2);
  expect(ran.err.trim().split('\n')).toHaveLength(6);
  const back = await ask('events', 'list', '--since', '2026-03-01', '--until', '2026-03-01');
  expect([back.code, back.err]).toEqual([2, '--until 2026-03-01 is not after --since 2026-03-01\n']);
});

test.each([
  ...[['subscribe'], ['subscriptions', 'list'], ['subscriptions', 'show'], ['subscriptions', 'dry-run']],
  ...[
    ['subscriptions', 'import'],
    ['subscriptions', 'export'],
    ['subscriptions', 'end'],
    ['config', 'check'],
    ['digest'],
  ],
])('%s %s --help carries an example', async (...words) => {
  const ran = await ask(...words.filter(Boolean), '--help');
  expect([ran.code, /Examples?: gradewatch/.test(ran.out)]).toEqual([0, true]);
});
