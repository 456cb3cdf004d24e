import { expect, test } from 'vitest';
import { citation } from '../../src/core/sending/citation.ts';
import { eventJsonLd } from '../../src/core/sending/json-ld.ts';
import { anEvent, aReport, HOSTILE, names } from './build.ts';

const PAGE = 'https://gradewatch.example/events/e1';
const ld = (...given: [Parameters<typeof anEvent>[0], string | null]) =>
  JSON.parse(eventJsonLd(anEvent(given[0]), names, PAGE, given[1])) as Record<string, unknown>;

test('a citation names title, publisher, date and address, and what the report was read as', () =>
  expect(citation({ report: aReport(), revision: 2, hash: 'ab12' })).toBe(
    '“Northshire children’s services praised”, Northshire Council, 18 November 2026, https://news.northshire.example/praised. Read as revision 2, SHA-256 ab12.',
  ));
test('a citation of an article without headline says so instead of quoting nothing', () =>
  expect(citation({ report: aReport({ title: '' }), revision: 1, hash: 'ab12' })).toMatch(
    /^An article without headline, Northshire Council, 18 November 2026, /,
  ));
test('programs are told who was judged, how far it is borne out and where it was read', () =>
  expect(ld({ status: 'confirmed' }, 'https://reports.inspectorate.example/44/1')).toMatchObject({
    '@type': 'Claim',
    creativeWorkStatus: 'confirmed',
    about: { name: 'Northshire County Council' },
    datePublished: '2026-11-18',
    isBasedOn: 'https://reports.inspectorate.example/44/1',
    appearance: [{ '@type': 'NewsArticle', url: 'https://news.northshire.example/praised' }],
  }));
test('a month is no day, and an address that is none is left out', () => {
  const said = ld({ dayUntil: '2026-12-01', reports: [aReport({ url: 'javascript:alert(1)' })] }, null);
  expect(said).not.toHaveProperty('datePublished');
  expect(JSON.stringify(said)).not.toContain('javascript:');
});
test('hostile titles stay inside the element', () => {
  const text = eventJsonLd(anEvent({ reports: HOSTILE.map((title) => aReport({ title })) }), names, PAGE, null);
  expect(text).not.toMatch(/[<>&\u2028\u2029]/);
});
