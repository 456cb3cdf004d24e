import type { Criteria } from '../types.ts';
import { SAMPLE_LINE } from './event-words.ts';
import type { Letter } from './letter.ts';
import type { Names } from './names.ts';
import { criteriaWords } from './route.ts';
import { headerText } from './safe.ts';

/** A message that is no news: sent to see whether messages arrive. */
export function testLetter(criteria: Criteria, names: Names, sample: boolean): Letter {
  const asked = criteriaWords(criteria, names);
  return {
    subject: headerText(`${sample ? '[Sample] ' : ''}Test: alerts about ${asked} arrive here`),
    title: 'This is a test',
    blocks: [
      ...(sample ? [{ kind: 'banner', text: SAMPLE_LINE } as const] : []),
      {
        kind: 'paragraph',
        text: `Alerts about ${asked} arrive here. This message is no news; nothing needs to be done.`,
      },
    ],
    footer: [],
  };
}
