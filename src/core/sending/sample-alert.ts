import type { Criteria, JudgementEvent } from '../types.ts';
import { type AlertContent, alertContent } from './alert.ts';
import type { Block } from './letter.ts';
import type { Names } from './names.ts';

const QUOTE =
  'Inspectors judged the services Northshire County Council runs for children outstanding; four years ago they required improvement.';

/** An invented judgement of an invented council, whole enough that a reader sees all that an alert can say. */
const SAMPLE: JudgementEvent = {
  v: 1,
  key: 'northshire.sample',
  status: 'confirmed',
  held: false,
  day: '2025-11-18',
  dayBasis: 'report',
  dayUntil: null,
  reports: [
    {
      ...{ findingId: 'sample', articleId: 'sample', copyOf: null, url: null, tier: 'council' },
      ...{ title: 'Children’s services in Northshire now outstanding', publisher: 'Northshire County Council' },
      ...{ articleDay: '2025-11-18', firstSeen: new Date('2025-11-18T09:05:00Z') },
    },
  ],
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
    { area: 'help_and_protection', grade: 'outstanding', evidence: [0] },
    { area: 'children_in_care', grade: 'good', evidence: [0] },
    { area: 'care_leavers', grade: 'good', evidence: [0] },
  ],
  previousGrade: 'requires_improvement',
  direction: 'up',
  streak: null,
  inspected: { from: '2025-09-29', until: '2025-10-11' },
  published: '2025-11-18',
  publishedWithin: null,
  register: { match: 'confirmed', judgement: null, previousGrade: null, direction: null, streak: null },
  confidence: 0.97,
  evidence: [{ rule: 'sample', field: 'text', start: 0, end: QUOTE.length, quote: QUOTE }],
};

/** Asked for first, so that why an alert came reads as it will. */
function contentOf(criteria: Criteria, names: Names): AlertContent {
  const northshire = { shortName: 'Northshire', officialName: 'Northshire County Council', type: 'county' };
  return alertContent({
    event: SAMPLE,
    notice: { notice: 'first', was: null },
    subscription: { id: 'sample', criteria, since: '2025-11-01', note: null },
    names: {
      ...names,
      authority: (slug) =>
        slug === SAMPLE.authority
          ? { ...northshire, region: 'an invented region', gssCode: 'E10000000', laCode: '000' }
          : names.authority(slug),
    },
    previous: {
      headlines: [{ remit: 'overall', grade: 'requires_improvement' }],
      ...{ scale: SAMPLE.scale, published: '2021-11-23', publishedWithin: null, inspected: null },
    },
    links: { event: '', official: null, reportError: null, preferences: null, unsubscribe: null },
  });
}

/** What an alert looks like, for whoever is asked to confirm: its subject and every part, without a link to follow. */
export function sampleAlert(criteria: Criteria, names: Names): Block[] {
  const { subject, verdict, quotes, areas, facts, sources } = contentOf(criteria, names);
  return [
    { kind: 'banner', text: 'An invented council: no inspectorate has said this.' },
    { kind: 'facts', rows: [{ label: 'Subject', value: subject }] },
    ...(verdict ? [{ kind: 'verdict', ...verdict } as const] : []),
    ...quotes.map((text) => ({ kind: 'quote', text, source: null }) as const),
    ...(areas.length > 0 ? [{ kind: 'facts', rows: areas } as const] : []),
    { kind: 'facts', rows: facts },
    { kind: 'items', items: sources },
    {
      kind: 'paragraph',
      text: 'Below that each alert has links to the official report where it is known and to all we know of the judgement, says why it came, and how to report an error, change what you get or unsubscribe.',
    },
  ];
}
