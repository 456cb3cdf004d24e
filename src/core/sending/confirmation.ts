import type { Criteria, JudgementEvent } from '../types.ts';
import { eventLine, SAMPLE_LINE } from './event-words.ts';
import type { Letter } from './letter.ts';
import { type Names, publicationWords } from './names.ts';
import { criteriaWords } from './route.ts';

const SAMPLE_ALERT = "Northshire: outstanding (Ofsted, children's services), up from requires improvement";

/**
 * The letter that asks a reader to confirm: what was asked for, the last judgements of that kind, and one button.
 * Nothing else is sent until it is pressed.
 */
export function confirmationLetter(
  asked: {
    criteria: Criteria;
    /** How often, and when not, in words. */
    when: string;
    latest: readonly JudgementEvent[];
    link: string;
    days: number;
    sample: boolean;
  },
  names: Names,
): Letter {
  const { criteria, when, latest, link, days, sample } = asked;
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
      ...(latest.length > 0
        ? [
            { kind: 'section', title: 'The last judgements of this kind' } as const,
            {
              kind: 'items',
              items: latest.map((event) => ({
                text: eventLine(event, names),
                note: publicationWords(event),
              })),
            } as const,
          ]
        : []),
      { kind: 'section', title: 'What an alert looks like' },
      { kind: 'quote', text: SAMPLE_ALERT, source: 'An invented council: no inspectorate has said this.' },
    ],
    footer: [],
  };
}
