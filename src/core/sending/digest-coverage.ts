/** What a digest says of its own ground: which sources answered, which councils nobody heard of. */
import { type Coverage, coverageState, coverageWords, type Digest } from './digest.ts';
import type { Block } from './letter.ts';
import { dayWords, listWords, type Names } from './names.ts';

/** Sources named in one list; the coverage table has all. */
const MOST_SOURCES = 60;

/** All that a week may tell of. */
const TOLD = [
  'rows',
  'late',
  'corrections',
  'putRight',
  'setAside',
  'activities',
  'activityCorrections',
  'review',
] as const;

/** Of a week in which no source answered: whether any was to be asked. */
export const unansweredWords = ({ sources }: Coverage): string =>
  sources === 0 ? 'no source was watched' : 'no source answered';

/** A week of which little is known says so before anything else. */
export function thinCoverage(digest: Digest): Block[] {
  const { coverage } = digest;
  const state = coverageState(coverage);
  if (state === 'good') return [];
  const rest = TOLD.some((part) => digest[part].length > 0)
    ? 'What stands below was learnt otherwise; more may be missing.'
    : 'Nothing can be said about it; it was not a week without news.';
  const none =
    coverage.sources === 0
      ? `no source was watched in this week. ${rest}`
      : `none of ${coverage.sources} sources answered in this week. ${rest}`;
  // What was learnt otherwise is data: beside it "no data" would contradict the subject, which counts it.
  const said = digest.rows.length === 0 ? `No data: ${none}` : `N${none.slice(1)}`;
  const text =
    state === 'none'
      ? said
      : `Poor coverage: only ${coverage.polled} of ${coverage.sources} sources answered in this week. What the others published is missing here.`;
  return [{ kind: 'banner', text }];
}

export function quiet(digest: Digest, names: Names): Block[] {
  if (digest.quiet.length === 0) return [];
  return [
    { kind: 'section', title: `No judgement this week (${digest.quiet.length})` },
    { kind: 'paragraph', text: `${listWords(digest.quiet.map((slug) => names.authority(slug).shortName))}.` },
  ];
}

/** Named apart from those without news: a council nobody heard is not a quiet one. */
export function unheard({ unheard: slugs, coverage }: Digest, names: Names): Block[] {
  if (slugs.length === 0) return [];
  const whose = coverageState(coverage) === 'none' ? 'No source' : 'No source of their own';
  const who = listWords(slugs.map((slug) => names.authority(slug).shortName));
  const otherwise = coverageState(coverage) === 'none' ? 'was learnt otherwise of' : 'others wrote about';
  const text = `${whose} answered, so only what ${otherwise} them could stand above: ${who}.`;
  return [
    { kind: 'section', title: `No data (${slugs.length})` },
    { kind: 'paragraph', text },
  ];
}

export function coverage({ coverage: found }: Digest): Block[] {
  const { failing, silent, resting } = found;
  const part = (title: string, rows: readonly { name: string; note: string }[]): Block[] =>
    rows.length === 0
      ? []
      : [
          { kind: 'paragraph', text: `${title}:` },
          { kind: 'items', items: rows.slice(0, MOST_SOURCES).map(({ name, note }) => ({ text: name, note })) },
        ];
  const counts = `${coverageWords(found)}. What a source that did not answer published is not in this digest.`;
  return [
    { kind: 'section', title: 'Coverage' },
    { kind: 'paragraph', text: counts },
    ...part(
      'Failing',
      failing.map(({ name, since, why }) => ({ name, note: `since ${dayWords(since)}: ${why}` })),
    ),
    ...part(
      'Silent longer than usual',
      silent.map(({ name, since }) => ({ name, note: `since ${dayWords(since)}` })),
    ),
    ...part(
      'Resting',
      resting.map(({ name, why }) => ({ name, note: why })),
    ),
  ];
}
