import type { DigestInput } from '../../src/core/sending/digest.ts';
import { aClaim } from '../support/claims.ts';
import { anActivity, anAuthority, anEvent, SOUTHSHIRE_GOOD } from './build.ts';

const at = (iso: string) => new Date(iso);
const learntAt = at('2026-11-18T09:06:00Z');

/** A week with something of everything a digest tells. */
export const fullWeek: Partial<DigestInput> = {
  events: [
    { event: anEvent(), learntAt },
    {
      event: anEvent({
        key: 'e2',
        authority: 'southshire',
        direction: 'down',
        grade: 'inadequate',
        headlines: [{ remit: 'overall', grade: 'inadequate' }],
        previousGrade: 'good',
      }),
      learntAt,
    },
    {
      event: anEvent({
        key: 'e3',
        authority: 'eastborough',
        inspectorate: 'cqc',
        service: 'adult_social_care',
        framework: null,
        direction: 'first',
        previousGrade: null,
        judgements: [],
      }),
      learntAt,
    },
    {
      event: anEvent({
        key: 'e4',
        authority: 'westhampton',
        direction: 'same',
        streak: 2,
        grade: null,
        headlines: [],
        gradeState: 'none_by_framework',
      }),
      learntAt,
    },
    { event: anEvent({ key: 'late', day: '2026-11-02' }), learntAt: at('2026-11-18T10:00:00Z') },
  ],
  corrections: [
    {
      event: anEvent({ key: 'e0', authority: 'southshire', status: 'retracted', day: '2026-11-10' }),
      before: null,
      learntAt: at('2026-11-10T09:00:00Z'),
      notice: {
        notice: 'correction-1',
        was: SOUTHSHIRE_GOOD,
      },
      at: learntAt,
    },
  ],
  activities: [
    anActivity(
      { authority: 'southshire', kind: 'focused_visit', url: 'https://x.example/v' },
      { title: 'Visit letter', publisher: 'Southshire Bugle' },
    ),
  ],
  review: [
    {
      id: 'f9',
      claim: aClaim({ authority: 'eastborough' }),
      authority: 'eastborough',
      grade: 'good',
      confidence: 0.55,
      quote: 'perhaps good',
      title: 'Unclear report',
      url: null,
      publisher: null,
    },
  ],
  coverage: {
    ...{ sources: 12, polled: 9, untried: 2, heard: ['quietshire'] },
    failing: [{ name: 'Southshire Bugle', since: '2026-11-12', why: 'its certificate has expired' }],
    silent: [{ name: 'Northshire news', since: '2026-09-01' }],
    resting: [{ name: 'Old paper', why: 'gone' }],
  },
  authorities: ['northshire', 'southshire', 'eastborough', 'westhampton', 'quietshire'].map((slug) =>
    anAuthority(slug),
  ),
};
