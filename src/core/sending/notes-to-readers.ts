/** Letters about a subscription itself: a new address to confirm, an address left, an authority that ended. */
import { addDays } from '../dates.ts';
import type { Criteria, Day } from '../types.ts';
import { SAMPLE_LINE } from './event-words.ts';
import type { Block, Letter, Linked } from './letter.ts';
import { dayWords, listWords, type Names } from './names.ts';
import { asksFor, criteriaWords } from './route.ts';
import { noteLine } from './safe.ts';

interface Parts {
  subject: string;
  blocks: Block[];
  footer?: readonly Linked[];
  sample: boolean;
}

const letter = ({ subject, blocks, footer = [], sample }: Parts): Letter => ({
  subject: `${sample ? '[Sample] ' : ''}${subject}`,
  title: subject,
  blocks: [...(sample ? [{ kind: 'banner', text: SAMPLE_LINE } as const] : []), ...blocks],
  footer,
});

/** To the new address: nothing moves before its link is followed. */
export const newAddressLetter = (asked: {
  /** What moves there, each with the reader's own note, by which they know it. */
  wishes: readonly { criteria: Criteria; note: string | null }[];
  link: string;
  days: number;
  sample: boolean;
  names: Names;
}): Letter =>
  letter({
    subject: 'Confirm your new address for alerts',
    sample: asked.sample,
    blocks: [
      {
        kind: 'paragraph',
        text: 'Someone, probably you, asked for alerts that go to another address to be sent to this one from now on:',
      },
      {
        kind: 'items',
        items: asked.wishes.map(({ criteria, note }) => ({
          text: criteriaWords(criteria, asked.names),
          note: noteLine(note) && `your note: ${noteLine(note)}`,
        })),
      },
      { kind: 'action', label: 'Yes, send them here', url: asked.link },
      {
        kind: 'paragraph',
        text: `The link works for ${asked.days} days. If it was not you, do nothing: nothing is sent here without it.`,
      },
    ],
  });

/** To the address that was left; it does not name the new one, as the mailbox may be somebody else's by now. */
export const leftAddressLetter = (asked: { contact: string | null; sample: boolean }): Letter =>
  letter({
    subject: 'Your alerts now go to another address',
    sample: asked.sample,
    blocks: [
      {
        kind: 'paragraph',
        text: 'Someone, probably you, asked for the alerts that came here to be sent to another address, and confirmed it there. Nothing more is sent here.',
      },
      {
        kind: 'paragraph',
        text: `If it was not you, ${asked.contact ? `write to ${asked.contact}` : 'tell whoever runs this service'}, and subscribe again with this address.`,
      },
    ],
  });

/** An authority that was asked for has ended: what became of the subscription. */
export function successionLetter(asked: {
  authority: string;
  lastDay: Day;
  successors: readonly string[];
  criteria: Criteria;
  footer: readonly Linked[];
  sample: boolean;
  names: Names;
}): Letter {
  const { names, authority, lastDay, successors } = asked;
  const [old, heirs] = [names.authority(authority).officialName, successors.map((slug) => names.authority(slug))];
  const short = listWords(heirs.map(({ shortName }) => shortName));
  const isAsked = asksFor(asked.criteria, authority);
  const now = criteriaWords(asked.criteria, names);
  const them = heirs.length === 1 ? 'its successor' : 'its successors';
  return letter({
    subject: `${names.authority(authority).shortName} has ended: your alerts now ${isAsked ? 'cover' : 'leave out'} ${short} too`,
    sample: asked.sample,
    footer: asked.footer,
    blocks: [
      {
        kind: 'paragraph',
        text: `${old} ended on ${dayWords(lastDay)}. From ${dayWords(addDays(lastDay, 1))} its services are run by ${listWords(heirs.map(({ officialName }) => officialName))}.`,
      },
      {
        kind: 'paragraph',
        text: isAsked
          ? `You asked to be told about it, so your subscription now covers ${them} as well: ${now}. Reports on the old authority that still come out are told as before.`
          : `You asked not to be told about it, so your subscription now leaves out ${them} as well: ${now}.`,
      },
      { kind: 'paragraph', text: 'Nothing else has changed, and you need do nothing.' },
    ],
  });
}
