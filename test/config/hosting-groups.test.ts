import { expect, test } from 'vitest';
import { loadHostingGroups, readHostingGroups } from '../../src/adapters/config/hosting-groups.ts';
import { hostingGroups } from '../../src/core/polling/hosting.ts';
import { WrongUse } from '../../src/errors.ts';

const HEADER = 'id,name,hosts,gap_seconds,basis\n';

test('the shipped groups are sound', () => expect(loadHostingGroups('config').length).toBeGreaterThan(3));
test('a folder without the file has no groups', () => expect(loadHostingGroups('src')).toEqual([]));

test('every fault is named by line, a host in two groups among them', () => {
  const faulty = `${HEADER}a,A,paper.example|other.example,2,b\nb,B,paper.example,2,b\nC c,,Paper,90,\n`;
  try {
    readHostingGroups(faulty);
    expect.unreachable();
  } catch (error) {
    const { faults } = error as WrongUse;
    expect(error).toBeInstanceOf(WrongUse);
    expect(faults.some((fault) => /line 3.*paper\.example stands in a already/.test(fault))).toBe(true);
    for (const column of ['id', 'name', 'hosts', 'gap_seconds', 'basis'])
      expect(faults.some((fault) => fault.includes(`line 4, ${column}`))).toBe(true);
  }
});

const groups = readHostingGroups(`${HEADER}wide,W,press.example,1,b\nnarrow,N,north.press.example|echo.example,3,b\n`);
const table = [
  ['press.example', 'wide'],
  ['www.press.example', 'wide'],
  ['WWW.Press.example.', 'wide'],
  ['news.north.press.example', 'narrow'],
  ['echo.example', 'narrow'],
  ['express.example', null],
  ['example', null],
  ['press.example.org', null],
] as const;
for (const [host, id] of table)
  test(`${host} belongs to ${id ?? 'no group'}`, () => expect(hostingGroups(groups)(host)?.id ?? null).toBe(id));
