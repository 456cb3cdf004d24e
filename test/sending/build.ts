/** Invented councils and events for the tests of what goes out. */

import type { ActivityHistory } from '../../src/core/sending/activity-history.ts';
import type { AlertInput, Asked } from '../../src/core/sending/alert.ts';
import type { DigestInput } from '../../src/core/sending/digest.ts';
import { digestLinks } from '../../src/core/sending/digest-links.ts';
import { type Names, readableId } from '../../src/core/sending/names.ts';
import { ANY } from '../../src/core/sending/route.ts';
import type { Authority, Criteria, EventReport, JudgementEvent } from '../../src/core/types.ts';

const REGIONS: Record<string, string> = { northshire: 'North East', southshire: 'South East', eastborough: 'London' };
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

export const names: Names = {
  authority: (slug) => ({
    shortName: capital(slug),
    officialName: `${capital(slug)} County Council`,
    region: REGIONS[slug] ?? 'South West',
    type: 'county',
    gssCode: `E1000${slug.length}`,
    laCode: `90${slug.length}`,
  }),
  inspectorate: (id) => ({ ofsted: 'Ofsted', cqc: 'CQC', hmi_probation: 'HMI Probation' })[id] ?? readableId(id),
  service: (id) => (id === 'childrens_services' ? "children's services" : readableId(id)),
  grade: readableId,
  area: readableId,
  place: (id) => `the ${readableId(id)}`,
  region: (region) => (region === 'London' ? region : `the ${region}`),
  areas: () => ['leaders', 'help_and_protection', 'children_in_care', 'care_leavers'],
  gradedAreas: () => ['leaders', 'help_and_protection', 'children_in_care', 'care_leavers'],
  grades: () => ['outstanding', 'good', 'requires_improvement', 'inadequate'],
  framework: (id) => id.toUpperCase(),
  withoutOverall: [{ inspectorate: 'ofsted', service: 'childrens_services', since: '2026-04-01' }],
  regions: ['London', 'North East', 'South West'],
  judged: [
    {
      inspectorate: 'ofsted',
      service: 'childrens_services',
      headlines: 1,
      grades: ['outstanding', 'good', 'inadequate'],
    },
    { inspectorate: 'cqc', service: 'adult_social_care', headlines: 1, grades: ['outstanding', 'good', 'inadequate'] },
    { inspectorate: 'rsh', service: 'housing', headlines: 1, grades: ['c1', 'c2'] },
    { inspectorate: 'ofsted_cqc', service: 'send', headlines: 0, grades: null },
  ],
  ungraded: { services: ['send'], inspectorates: ['ofsted_cqc'] },
};

export const asks = (criteria: Partial<Criteria>): Criteria => ({ ...ANY, ...criteria });

export const aReport = (report: Partial<EventReport> = {}): EventReport => ({
  findingId: 'f1',
  articleId: 'a1',
  title: 'Northshire children’s services praised',
  url: 'https://news.northshire.example/praised',
  publisher: 'Northshire Council',
  tier: 'council',
  articleDay: '2026-11-18',
  firstSeen: new Date('2026-11-18T09:05:00Z'),
  copyOf: null,
  ...report,
});

const QUOTE = 'Inspectors judged Northshire’s children’s services to be outstanding.';
export const anEvent = (event: Partial<JudgementEvent> = {}): JudgementEvent => ({
  v: 1,
  key: 'northshire.ofsted.childrens_services.2026-10',
  status: 'reported',
  held: false,
  day: '2026-11-18',
  dayBasis: 'report',
  dayUntil: null,
  reports: [aReport()],
  conflicts: [],
  authority: 'northshire',
  jointWith: [],
  inspectorate: 'ofsted',
  service: 'childrens_services',
  framework: 'ilacs',
  frameworkVersion: '2023-01',
  scale: 'ofsted_four_point_2013',
  grade: 'outstanding',
  gradeState: 'given',
  gradesReported: 'overall+areas',
  headlines: [{ remit: 'overall', grade: 'outstanding' }],
  judgements: [
    { area: 'leaders', grade: 'outstanding', evidence: [0] },
    { area: 'care_leavers', grade: 'good', evidence: [0] },
  ],
  previousGrade: 'requires_improvement',
  direction: 'up',
  streak: null,
  inspected: { from: '2026-10-05', until: '2026-10-17' },
  published: '2026-11-18',
  publishedWithin: null,
  register: { match: 'none', judgement: null, previousGrade: null, direction: null, streak: null },
  confidence: 0.97,
  evidence: [{ rule: 'ofsted.judged', field: 'text', start: 0, end: QUOTE.length, quote: QUOTE }],
  ...event,
});

export const asked: Asked = {
  id: 's1',
  criteria: asks({ authorities: ['northshire'] }),
  since: '2026-03-02',
  note: null,
};

export const anAlert = (input: Partial<AlertInput> = {}): AlertInput => ({
  event: anEvent(),
  notice: { notice: 'first', was: null },
  subscription: asked,
  names,
  links: {
    event: 'https://gradewatch.example/events/e1',
    official: 'https://reports.inspectorate.example/44/1',
    reportError: 'https://gradewatch.example/events/e1/wrong',
    preferences: 'https://gradewatch.example/preferences/t1',
    unsubscribe: 'https://gradewatch.example/unsubscribe/t2',
  },
  ...input,
});

export const anAuthority = (slug: string, more: Partial<Authority> = {}): Authority => ({
  slug,
  officialName: names.authority(slug).officialName,
  shortName: names.authority(slug).shortName,
  type: 'county',
  region: names.authority(slug).region,
  gssCode: null,
  laCode: null,
  validFrom: null,
  validTo: null,
  successors: [],
  website: null,
  ...more,
});

/** @param revisions what its article told, oldest first */
export const anActivity = (
  activity: Partial<Omit<ActivityHistory, 'revisions'>> = {},
  ...revisions: Partial<ActivityHistory['revisions'][number]>[]
): ActivityHistory => ({
  ...{ id: 'v1', articleId: 'a1', authority: 'northshire', kind: 'send_outcome', url: null, isBackCatalogue: false },
  ...activity,
  revisions: (revisions.length > 0 ? revisions : [{}]).map((revision) => ({
    ...{
      stands: true,
      outcome: null,
      day: '2026-11-17',
      title: 'A letter',
      publisher: 'Northshire Bugle',
      evidence: [],
    },
    at: new Date('2026-11-18T09:06:00Z'),
    ...revision,
  })),
});

export const aWeek = (input: Partial<DigestInput> = {}): DigestInput => ({
  week: '2026-W47',
  asKnown: 'then',
  closed: true,
  version: '0.1.0, rules 1',
  events: [{ event: anEvent(), learntAt: new Date('2026-11-18T09:06:00Z') }],
  corrections: [],
  later: [],
  toldThen: [],
  activities: [],
  review: [],
  coverage: {
    ...{ sources: 12, polled: 11, untried: 1, failing: [], silent: [], resting: [] },
    heard: ['northshire', 'southshire', 'eastborough', 'quietshire', 'lastshire'],
  },
  authorities: ['northshire', 'southshire', 'eastborough'].map((slug) => anAuthority(slug)),
  official: {},
  firstKeys: {},
  criteria: null,
  sample: false,
  ...input,
});

export const weekLinks = digestLinks('https://gradewatch.example', {
  ...{ week: '2026-W47', asKnown: 'then', authorities: [] },
});

/** Texts that a medium could take for a command. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</title><svg onload=alert(1)>',
  "'; DROP TABLE x; --",
  '[click](javascript:alert(1)) ![](https://evil.example/x.png)',
  '<!channel> <https://evil.example|good>',
  '=HYPERLINK("https://evil.example","x")',
  '\u200B=1+1',
  'Northshire\r\nBcc: evil@example.org',
  'a\u202Egnidnatstuo\u202C b\u0000c',
  '| a | b |\n|---|',
] as const;

/** What readers had been told of Southshire. */
export const SOUTHSHIRE_GOOD = {
  authority: 'southshire',
  inspectorate: 'ofsted' as const,
  service: 'childrens_services' as const,
  scale: null,
  headlines: [{ remit: 'overall', grade: 'good' }],
};
