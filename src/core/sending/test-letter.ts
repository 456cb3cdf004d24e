import type { Cadence, Criteria } from '../types.ts';
import { SAMPLE_LINE } from './event-words.ts';
import type { Letter, Linked } from './letter.ts';
import type { Names } from './names.ts';
import { criteriaWords } from './route.ts';
import { headerText } from './safe.ts';

/** What arrives, as its reader asked for it. */
const ARRIVING: Record<Cadence, (asked: string) => string> = {
  event: (asked) => `alerts about ${asked} arrive here`,
  day: (asked) => `the message of a day about ${asked} arrives here`,
  week: (asked) => `the weekly digest about ${asked} arrives here`,
};

/**
 * A message that is no news: sent to see whether messages arrive.
 *
 * @param footer as in news: why it comes, and how to change or end it
 */
export function testLetter(
  { criteria, every }: { criteria: Criteria; every: Cadence },
  names: Names,
  { sample, footer }: { sample: boolean; footer: Linked[] },
): Letter {
  const arriving = ARRIVING[every](criteriaWords(criteria, names));
  return {
    subject: headerText(`${sample ? '[Sample] ' : ''}Test: ${arriving}`),
    title: 'This is a test',
    blocks: [
      ...(sample ? [{ kind: 'banner', text: SAMPLE_LINE } as const] : []),
      {
        kind: 'paragraph',
        text: `${arriving.charAt(0).toUpperCase()}${arriving.slice(1)}. This message is no news; nothing needs to be done.`,
      },
    ],
    footer,
  };
}
