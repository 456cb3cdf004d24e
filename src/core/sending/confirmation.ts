import type { Criteria } from '../types.ts';
import { noteFooter } from './alert-footer.ts';
import { SAMPLE_LINE } from './event-words.ts';
import type { Block, Letter, Linked } from './letter.ts';
import type { Names } from './names.ts';
import { criteriaWords } from './route.ts';
import { sampleAlert } from './sample-alert.ts';
import { isUngraded, ungradedNote } from './wishes.ts';
import { withoutOverallNote } from './without-overall.ts';

/** What whoever is asked to confirm is shown, in the letter and on the page: the last judgements and a sample alert. */
export const previewBlocks = (criteria: Criteria, latest: readonly Linked[], names: Names): Block[] => [
  ...noteBlocks(withoutOverallNote(criteria, names)),
  ...noteBlocks(ungradedNote(criteria, names)),
  // Of what is given no grade there is no judgement, and no alert.
  ...(isUngraded(criteria, names) ? [] : gradedBlocks(criteria, latest, names)),
];

const gradedBlocks = (criteria: Criteria, latest: readonly Linked[], names: Names): Block[] => [
  { kind: 'section', title: 'The last judgements of this kind' },
  latest.length > 0
    ? { kind: 'items', items: latest }
    : {
        kind: 'paragraph',
        text: 'None is known: nothing of this kind was reported since we began to watch, nor do we hold an older one.',
      },
  { kind: 'section', title: 'What an alert looks like' },
  ...sampleAlert(criteria, names),
];

const noteBlocks = (text: string | null): Block[] => (text === null ? [] : [{ kind: 'paragraph', text }]);

/**
 * The letter that asks a reader to confirm: what was asked for, one button, the last judgements of that kind and a sample.
 * Nothing else is sent until it is pressed.
 */
export function confirmationLetter(
  asked: {
    criteria: Criteria;
    /** How often, and when not, in words. */
    when: string;
    latest: readonly Linked[];
    link: string;
    days: number;
    /** The reader's own, as it will stand below each alert. */
    note: string | null;
    sample: boolean;
  },
  names: Names,
): Letter {
  const { criteria, when, latest, link, days, note, sample } = asked;
  return {
    subject: `${sample ? '[Sample] ' : ''}Confirm your alerts: ${criteriaWords(criteria, names)}`,
    title: 'Confirm your alerts',
    blocks: [
      ...(sample ? [{ kind: 'banner', text: SAMPLE_LINE } as const] : []),
      { kind: 'paragraph', text: 'Someone, probably you, asked for alerts to be sent to this address.' },
      {
        kind: 'facts',
        rows: [
          { label: 'About', value: criteriaWords(criteria, names) },
          { label: 'How often', value: when },
        ],
      },
      { kind: 'action', label: 'Yes, send me these alerts', url: link },
      {
        kind: 'paragraph',
        text: `The link works for ${days} days. If it was not you, do nothing: no alert is sent without it.`,
      },
      ...previewBlocks(criteria, latest, names),
    ],
    footer: noteFooter(note),
  };
}
