/**
 * A push service and its browsers on loopback: keeps what waits by topic, and reads as a browser would. Decryption and
 * signature are written from RFC 8291 and RFC 8292, apart from the library that sends.
 */
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Pushed {
  headers: Record<string, string>;
  /** What the service worker is handed. */
  message: { title: string; text: string; tag: string; page: string; subscription?: string; manage?: string };
  octets: number;
  /** What the sender says of itself, its signature checked. */
  vapid: { aud: string; exp: number; sub: string; key: string };
}

export interface PushService {
  origin: string;
  /** A browser that subscribes: its address, as `PushSubscription.toJSON()` in text. */
  browser(): string;
  /** In the order taken. */
  taken: Pushed[];
  /** What a browser that comes back gets: of each topic the last. */
  waiting(): Pushed[];
  /** What is answered to the next calls, one after another; 201 when none is left. */
  answer(...answers: { status: number; headers?: Record<string, string> }[]): void;
  /** From now on a browser's messages are refused with this. */
  refuse(browser: string, status: number): void;
  /** Calls that came, refused ones too. */
  calls(): number;
  close(): Promise<void>;
}

export async function aPushService(): Promise<PushService> {
  const browsers = new Map<string, { pair: ReturnType<typeof createECDH>; auth: Buffer }>();
  const taken: Pushed[] = [];
  const answers: { status: number; headers?: Record<string, string> }[] = [];
  const refused = new Map<string, number>();
  let calls = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      calls += 1;
      const { status, headers = {} } = answers.shift() ?? { status: refused.get(request.url ?? '') ?? 201 };
      const browser = browsers.get(request.url ?? '');
      if (status < 300 && browser) {
        const given = request.headers as Record<string, string>;
        const text = decrypt(Buffer.concat(chunks), browser);
        taken.push({
          headers: given,
          message: JSON.parse(text) as Pushed['message'],
          octets: Buffer.byteLength(text),
          vapid: signerOf(given.authorization ?? ''),
        });
      }
      response.writeHead(browser ? status : 404, headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    taken,
    browser() {
      const pair = createECDH('prime256v1');
      pair.generateKeys();
      const auth = randomBytes(16);
      const path = `/send/${randomBytes(12).toString('base64url')}`;
      browsers.set(path, { pair, auth });
      const keys = { p256dh: pair.getPublicKey('base64url'), auth: auth.toString('base64url') };
      return JSON.stringify({ endpoint: origin + path, keys });
    },
    waiting: () => [...new Map(taken.map((one) => [one.headers.topic, one])).values()],
    answer: (...more) => void answers.push(...more),
    refuse: (browser, status) => {
      refused.set(new URL((JSON.parse(browser) as { endpoint: string }).endpoint).pathname, status);
    },
    calls: () => calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const hkdf = (key: Buffer, salt: Buffer, info: string | Buffer, length: number) =>
  Buffer.from(hkdfSync('sha256', key, salt, info, length));

/** RFC 8291 section 4, one record as RFC 8188 lays it out. */
function decrypt(body: Buffer, { pair, auth }: { pair: ReturnType<typeof createECDH>; auth: Buffer }): string {
  const salt = body.subarray(0, 16);
  const recordEnd = 21 + (body[20] ?? 0);
  const sender = body.subarray(21, recordEnd);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), sender]);
  const key = hkdf(pair.computeSecret(sender), auth, info, 32);
  const decipher = createDecipheriv(
    'aes-128-gcm',
    hkdf(key, salt, 'Content-Encoding: aes128gcm\0', 16),
    hkdf(key, salt, 'Content-Encoding: nonce\0', 12),
  );
  decipher.setAuthTag(body.subarray(-16));
  const plain = Buffer.concat([decipher.update(body.subarray(recordEnd, -16)), decipher.final()]);
  return plain.subarray(0, plain.lastIndexOf(2)).toString('utf8');
}

/** RFC 8292: the token's claims, once its signature is that of the key beside it. */
function signerOf(authorization: string): Pushed['vapid'] {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const publicKey = createPublicKey({
    format: 'jwk',
    key: {
      ...{ kty: 'EC', crv: 'P-256' },
      ...{ x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') },
    },
  });
  const signed = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!signed) throw new Error('the signature is not that of the key');
  return { ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as Omit<Pushed['vapid'], 'key'>), key };
}
