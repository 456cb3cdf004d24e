import type { Assessment, Claim, Distinction } from '../../src/core/types.ts';

/** A claim of a current grade; say only what the statement is about. */
export const aClaim = (about: Partial<Claim> = {}): Claim => ({
  authority: 'northshire',
  jointWith: [],
  inspectorate: 'ofsted',
  service: 'childrens_services',
  framework: null,
  frameworkVersion: null,
  scale: null,
  grade: 'good',
  gradeState: about.grade === null ? 'not_stated' : 'given',
  gradesReported: 'overall',
  headlines: about.grade === null ? [] : [{ remit: 'overall', grade: about.grade ?? 'good' }],
  judgements: [],
  previousGrade: null,
  direction: null,
  streak: null,
  inspected: null,
  published: null,
  publishedWithin: null,
  register: { match: 'none', judgement: null, previousGrade: null, direction: null, streak: null },
  confidence: 1,
  evidence: [],
  ...about,
});

export const anAssessment = (verdict: Partial<Assessment> = {}): Assessment => ({
  v: 1,
  id: 'a1',
  relevant: (verdict.events ?? []).length > 0,
  subject: 'authority',
  rulesVersion: 'test',
  events: [],
  review: [],
  notices: [],
  history: [],
  rejected: [],
  ...verdict,
});

/** "Only the second in the country to be outstanding twice in a row." */
export const aDistinction = (claim: Partial<Distinction> = {}): Distinction => ({
  rank: 'nth',
  number: 2,
  place: 'country',
  since: null,
  underFramework: false,
  grade: 'outstanding',
  area: null,
  everyArea: false,
  inARow: 2,
  from: null,
  evidence: { rule: 'distinction.nth', field: 'text', start: 0, end: 15, quote: 'Only the second' },
  ...claim,
});
