/** Which links lead to an inspectorate's own report, by the shipped list. */
import { describe, expect, test } from 'vitest';
import { loadReportSites } from '../../src/adapters/config/report-sites.ts';
import { makeRegister } from '../../src/core/register.ts';
import { officialAddress, officialReport, reportSite, reportsToRead } from '../../src/core/report-sites.ts';
import type { EventReport } from '../../src/core/types.ts';
import { aRow } from '../events/builders.ts';
import { anEvent, aReport } from '../sending/build.ts';

const sites = loadReportSites('config');

describe('a link', () => {
  const links: [string, string | null][] = [
    ['https://files.ofsted.gov.uk/v1/file/50012345', 'report'],
    ['http://files.api.ofsted.gov.uk/v1/file/50012345', 'report'],
    ['https://reports.ofsted.gov.uk/provider/44/80480', 'list'],
    ['https://reports.ofsted.gov.uk/provider/21/100000', 'never'],
    ['https://www.cqc.org.uk/care-services/local-authority-assessment-reports/northshire-0125', 'report'],
    ['https://cqc.org.uk/care-services/local-authority-assessment-reports/northshire-0125', 'report'],
    ['https://www.cqc.org.uk/location/1-123456789', 'never'],
    ['https://assets.publishing.service.gov.uk/media/1/Ofsted_letter.pdf', 'never'],
    ['https://assets.publishing.service.gov.uk/media/1/budget.pdf', null],
    ['https://files.ofsted.gov.uk.evil.example/v1/file/1', null],
    ['https://evil.example/?https://files.ofsted.gov.uk/v1/file/1', null],
    ['ftp://files.ofsted.gov.uk/v1/file/1', null],
    ['not an address', null],
  ];
  for (const [link, follow] of links)
    test(`${link} is ${follow ?? 'none of an inspectorate’s'}`, () =>
      expect(reportSite(link, sites)?.follow ?? null).toBe(follow));
});

test('of an article’s links each report is read once, the first ones, and nothing else', () => {
  const file = (n: number) => `https://files.ofsted.gov.uk/v1/file/${n}`;
  const links = [file(1), 'https://www.cqc.org.uk/about', `${file(1)}?utm_source=council`, file(2), file(3)];
  expect(reportsToRead(links, sites, 2)).toEqual([`${file(1)}?utm_source=council`, file(2)]);
});

test('the official report is at an inspectorate’s address; what a paper wrote of it is not the report', () => {
  const report = 'https://files.ofsted.gov.uk/v1/file/50012345';
  expect(officialAddress(report, sites)).toBe(report);
  expect(officialAddress('https://www.northshire-post.example/news/council-rated-good', sites)).toBe(null);
  expect(officialAddress(null, sites)).toBe(null);
});

test('of an event it is the one the register names, else what was read there itself, else none', () => {
  const report = 'https://files.ofsted.gov.uk/v1/file/50012345';
  const told = 'https://www.northshire-post.example/news/council-rated-good';
  const page = 'https://www.gov.uk/government/news/northshire';
  const of = (sourceUrl: string | null, reports: EventReport[], judgement: string | null = 'row') =>
    officialReport(
      anEvent({ reports, register: { ...anEvent().register, judgement } }),
      makeRegister([aRow('row', { sourceUrl })]),
      sites,
    );
  const read = aReport({ tier: 'inspectorate', url: page });
  expect(of(report, [aReport(), read])).toBe(report);
  expect(of(told, [aReport(), read])).toBe(page);
  expect(of(report, [read], 'another')).toBe(page);
  expect(of(told, [aReport()])).toBe(null);
});
