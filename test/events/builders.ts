import { addDays } from '../../src/core/dates.ts';
import type { Family } from '../../src/core/events/times.ts';
import type { Claim, DayRange, RegisterJudgement, Report } from '../../src/core/types.ts';
import { aClaim } from '../support/claims.ts';

/** Families as of the field, rounded: what matters is that some overlap and some follow each other. */
export const families: Family[] = [
  { id: 'annual', from: '2009-04-01', until: '2012-01-01' },
  { id: 'slac', from: '2009-04-01', until: '2012-10-01' },
  { id: 'cp', from: '2012-06-01', until: '2013-11-01' },
  { id: 'lac', from: '2013-05-01', until: '2013-11-01' },
  { id: 'sif', from: '2013-11-01', until: '2018-03-01' },
  { id: 'ilacs', from: '2018-01-01', until: null },
  { id: 'cqc_la', from: '2023-01-01', until: null },
];

interface Facts extends Partial<Omit<Report, 'claim' | 'history'>> {
  claim?: Partial<Claim>;
  /** Earlier judgements as `inadequate 2018`. */
  earlier?: string[];
}

export function aReport(findingId: string, { claim, earlier = [], ...report }: Facts = {}): Report {
  const whole = aClaim(claim);
  return {
    findingId,
    articleId: `article-${findingId}`,
    claim: whole,
    history: earlier.map((entry) => {
      const [grade, year] = entry.split(' ');
      const { authority, inspectorate, service } = whole;
      return { authority, inspectorate, service, grade: grade!, year: year ? Number(year) : null, evidence: [] };
    }),
    title: `Report ${findingId}`,
    url: null,
    publisher: `Paper ${findingId}`,
    tier: 'local',
    articleDay: null,
    firstSeen: new Date('2026-11-20T09:00:00Z'),
    copyOf: null,
    ...report,
  };
}

export const range = (from: string, days: number): DayRange => ({ from, until: addDays(from, days) });

export function aRow(id: string, row: Partial<RegisterJudgement> & { grade?: string } = {}): RegisterJudgement {
  const { grade = 'good', ...rest } = row;
  return {
    id,
    reportId: id,
    authority: 'northshire',
    inspectorate: 'ofsted',
    service: 'childrens_services',
    framework: 'ilacs',
    inspected: null,
    published: null,
    publishedWithin: null,
    gradesReported: 'overall',
    scale: null,
    headlines: [{ remit: 'overall', grade }],
    judgements: [],
    sourceUrl: null,
    basis: 'report',
    confidence: 'high',
    note: null,
    ...rest,
  };
}
