import { expect, test } from 'vitest';
import { WrongUse } from '../../src/errors.ts';
import { readSettings } from '../../src/settings.ts';

const BYTES = Array.from({ length: 32 }, (_, n) => n.toString(16).padStart(2, '0'));

test('a fingerprint is taken as openssl and as Node print it', () => {
  const { allowCertificates } = readSettings({
    GRADEWATCH_ALLOW_CERTIFICATES: `News.example.org=${BYTES.join(':')}, b.example=${BYTES.join('')}`,
  });
  const written = BYTES.join(':').toUpperCase();
  expect([...allowCertificates]).toEqual([
    ['news.example.org', written],
    ['b.example', written],
  ]);
});

test('nothing is allowed unless somebody says so', () => expect(readSettings({}).allowCertificates.size).toBe(0));

for (const wrong of [
  'news.example.org',
  'news.example.org=*',
  `*=${BYTES.join(':')}`,
  `=${BYTES.join(':')}`,
  `a.example=${BYTES.slice(1).join(':')}`,
])
  test(`"${wrong.slice(0, 30)}" is refused`, () => {
    expect(() => readSettings({ GRADEWATCH_ALLOW_CERTIFICATES: wrong })).toThrow(WrongUse);
  });
