import type dns from 'node:dns';
import { describe, expect, test } from 'vitest';
import { makeAddressGuard } from '../../src/adapters/web-fetch/address-guard.ts';
import type { Lookup } from '../../src/adapters/web-fetch/connect.ts';
import { GiveUp } from '../../src/errors.ts';
import { asFeed, aWeb, failure, serve } from '../support/web.ts';

const answering =
  (...turns: string[][]): Lookup =>
  (_hostname, _options, callback) => {
    const addresses = turns.length > 1 ? turns.shift()! : turns[0]!;
    callback(
      null,
      addresses.map((address): dns.LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };

describe('what is outside the public Internet', () => {
  const guard = makeAddressGuard([]);
  for (const address of [
    ...['0.0.0.0', '10.0.0.1', '100.64.0.1', '127.0.0.1', '127.8.8.8', '169.254.169.254', '172.16.0.1', '192.168.1.1'],
    ...['192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '240.0.0.1'],
    ...['255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::127.0.0.1', '64:ff9b::7f00:1'],
    ...['2002:7f00:1::', '2001::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1'],
    ...['2001:db8::1', 'nonsense', ''],
  ])
    test(`"${address}" is refused`, () => expect(guard.permits('a.example', address, 443)).toBe(false));
  for (const address of ['1.1.1.1', '2606:4700:4700::1111', '::ffff:1.1.1.1'])
    test(`${address} is permitted on 80 and 443 only`, () =>
      expect([80, 443, 8080, 22].map((port) => guard.permits('a.example', address, port))).toEqual([
        true,
        true,
        false,
        false,
      ]));
});

describe('what the operator named', () => {
  const table = [
    // named                host               address        port   permitted
    [['127.0.0.1'], '127.0.0.1', '127.0.0.1', 3000, true],
    [['127.0.0.1'], '127.0.0.2', '127.0.0.2', 3000, false],
    [['127.0.0.1'], 'localhost', '127.0.0.1', 3000, true],
    [['127.0.0.1'], 'localhost', '::1', 3000, false],
    [['10.0.0.0/8'], 'intranet', '10.9.8.7', 8080, true],
    [['10.0.0.0/8'], 'intranet', '11.9.8.7', 8080, false],
    [['fd00::/8'], 'intranet', 'fd12::1', 80, true],
    [['::1'], 'localhost', '::1', 80, true],
    [['intranet.example'], 'Intranet.Example.', '10.0.0.1', 8080, true],
    [['intranet.example'], 'www.intranet.example', '10.0.0.1', 8080, false],
    [['localhost'], 'localhost', '127.0.0.1', 3000, true],
    [[], 'localhost', '127.0.0.1', 80, false],
  ] as const;
  for (const [names, host, address, port, permitted] of table)
    test(`with "${names}" named, ${host} at ${address}:${port} is ${permitted ? 'permitted' : 'refused'}`, () =>
      expect(makeAddressGuard(names).permits(host, address, port)).toBe(permitted));
});

describe('with nothing named', () => {
  const spellings = [
    ...['http://127.0.0.1', 'http://2130706433', 'http://0x7f000001', 'http://0177.0.0.1', 'http://127.1'],
    ...['http://[::ffff:127.0.0.1]', 'http://[::ffff:7f00:1]', 'http://0', 'http://\uff11\uff12\uff17.0.0.1'],
    ...['http://[::1]', 'http://127\u30020\u30020\u30021', 'http://localhost', 'http://user:pw@127.0.0.1'],
  ];
  for (const spelling of spellings)
    test(`${spelling} is refused before any connection is made`, async () => {
      const server = await serve({ '*': { body: 'secret' } });
      const web = aWeb({ allowPrivate: [] });
      for (const url of [`${spelling}:${server.port}/`, `${spelling}/`]) {
        const refused = await failure(web.get(url, asFeed()));
        expect(refused).toBeInstanceOf(GiveUp);
        expect(refused.details.errorClass).toBe('blocked_address');
      }
      expect(server.connections).toBe(0);
    });

  for (const url of [
    'file:///etc/passwd',
    'ftp://a.example/',
    'gopher://a.example',
    'javascript:alert(1)',
    'not an address',
    'http://',
  ])
    test(`${url} is refused`, async () =>
      expect((await failure(aWeb({ allowPrivate: [] }).get(url, asFeed()))).details.errorClass).toBe(
        'blocked_address',
      ));

  test('other ports are refused without a look-up', async () => {
    const lookup: Lookup = () => expect.unreachable();
    for (const port of [22, 25, 6379, 8080])
      expect(
        (await failure(aWeb({ allowPrivate: [], lookup }).get(`http://a.example:${port}/`, asFeed()))).message,
      ).toContain('only ports 80 and 443');
  });

  test('a name that leads to loopback is refused', async () => {
    const web = aWeb({ allowPrivate: [], lookup: answering(['127.0.0.1'], ['::1'], ['169.254.169.254']) });
    for (let turn = 0; turn < 3; turn += 1)
      expect((await failure(web.get('http://rebind.example/', asFeed()))).details.errorClass).toBe('blocked_address');
  });
});

describe('a name that changes its address', () => {
  test('is judged anew at each connection', async () => {
    const inside = await serve({ '*': { body: 'secret' } }, { host: '127.0.0.2' });
    const outside = await serve({ '/': { headers: { connection: 'close' }, body: 'public' } });
    expect(inside.port).not.toBe(outside.port);
    const web = aWeb({ allowPrivate: ['127.0.0.1'], lookup: answering(['127.0.0.1'], ['127.0.0.2']) });
    const first = await web.get(`http://rebind.example:${outside.port}/`, asFeed());
    expect(Buffer.from(first.body).toString()).toBe('public');
    expect((await failure(web.get(`http://rebind.example:${inside.port}/`, asFeed()))).details.errorClass).toBe(
      'blocked_address',
    );
    expect(inside.connections).toBe(0);
  });

  test('only the permitted ones among several addresses are connected to', async () => {
    const server = await serve({ '/': { body: 'public' } });
    const inside = await serve({ '*': { body: 'secret' } }, { host: '127.0.0.2' });
    const web = aWeb({ lookup: answering(['127.0.0.2', '127.0.0.1']) });
    await web.get(`http://two.example:${server.port}/`, asFeed());
    expect(inside.connections).toBe(0);
  });

  test('a redirect to a refused address is not followed', async () => {
    const inside = await serve({ '*': { body: 'secret' } }, { host: '127.0.0.2' });
    const server = await serve({
      '/a': { status: 302, headers: { location: `${inside.origin}/` } },
      '/b': { status: 302, headers: { location: 'file:///etc/passwd' } },
    });
    const web = aWeb();
    for (const path of ['/a', '/b'])
      expect((await failure(web.get(server.origin + path, asFeed()))).details.errorClass).toBe('blocked_address');
    expect(inside.connections).toBe(0);
  });
});
