/** Mail to our sender as a report about mail of ours: anybody can write one. */
import { describe, expect, test } from 'vitest';
import { readReportMail } from '../../src/adapters/mail/report.ts';

const part = (type: string, ...lines: string[]) => ['--b', `Content-Type: ${type}`, '', ...lines, ''];
const STATUS = part('message/delivery-status', 'Action: failed', 'Status: 5.1.1');
const original = (...more: string[]) => part('message/rfc822', 'Message-ID: <sent@gradewatch.example>', '', ...more);
const read = (...parts: string[][]) => {
  const head = [
    'From: MAILER-DAEMON@mx.example',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; boundary="b"',
    '',
  ];
  return readReportMail(Buffer.from([...head, ...parts.flat(), '--b--', ''].join('\r\n')));
};
const REPORT = {
  ...{ messageId: '<sent@gradewatch.example>', kind: 'delivery' },
  fields: { action: 'failed', status: '5.1.1' },
};
const longText = 'Words nobody needs.\r\n'.repeat(60_000);

describe('a report is read', () => {
  test('though the whole of a long mail comes back with it', async () =>
    expect(await read(STATUS, original(longText))).toEqual(REPORT));
  test('though a part before it is named like something every object has', async () =>
    expect(await read(part('constructor', 'x'), STATUS, original())).toEqual(REPORT));
});

describe('no report is', () => {
  test('what stands behind a megabyte of other things', async () =>
    expect(await read(part('text/plain', longText), STATUS, original())).toBeNull());
  test('one that names no mail', async () => expect(await read(STATUS)).toBeNull());
});
