import http from 'node:http';
import net from 'node:net';
import { expect, test } from 'vitest';
import type { Lookup } from '../../src/adapters/web-fetch/connect.ts';
import { leafKey, rightCertificate, rootCertificate } from '../support/certificates.ts';
import { closing } from '../support/closing.ts';
import { asFeed, aWeb, failure, serve } from '../support/web.ts';

/** An egress proxy that leads every host to one server on loopback, and a list of whom it was asked for. */
async function aProxy(to: number) {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('through the proxy');
  });
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    const onward = net.connect(to, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [onward, socket]) end.on('error', () => {});
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  closing({
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return { asked, uri: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}` };
}

test('with a proxy set, public hosts are asked through it, named and excepted hosts directly', async () => {
  const server = await serve({ '/': { body: 'direct' } });
  const secure = await serve({ '/': { body: 'tunnelled' } }, { tls: { key: leafKey, cert: rightCertificate } });
  const proxy = await aProxy(secure.port);
  const lookup: Lookup = (_name, _options, callback) => callback(Object.assign(new Error(), { code: 'ENOTFOUND' }), []);
  const web = aWeb({ lookup, ca: [rootCertificate], proxy: { https: proxy.uri, noProxy: ['.inside.example'] } });
  const text = async (url: string) => Buffer.from((await web.get(url, asFeed())).body).toString();
  expect(await text('http://paper.example/feed')).toBe('through the proxy');
  expect(await text(server.origin)).toBe('direct');
  expect((await failure(web.get('http://www.inside.example/', asFeed()))).details.errorClass).toBe('dns');
  // The certificate is for 127.0.0.1, so the tunnel is reached and its certificate is still checked.
  expect((await failure(web.get('https://paper.example/', asFeed()))).message).toContain('another name');
  expect(proxy.asked).toEqual(['http://paper.example/feed', 'paper.example:443']);
});

test('a private address is refused before the proxy is asked', async () => {
  const proxy = await aProxy(1);
  const web = aWeb({ proxy: { https: proxy.uri, noProxy: [] } });
  for (const url of ['http://169.254.169.254/', 'http://127.0.0.2/', 'http://[::1]/'])
    expect((await failure(web.get(url, asFeed()))).details.errorClass).toBe('blocked_address');
  expect(proxy.asked).toEqual([]);
});
