/** What the operator is told when a part of the product fails, and when it works again. */
import type { Part } from '../supervision.ts';
import type { Letter } from './letter.ts';
import { momentWords } from './names.ts';

export interface OutageNotice {
  id: string;
  part: Part;
  began: Date;
  /** Null while it lasts. */
  endedAt: Date | null;
  says: string;
  /** `passed`: it was over before anybody could be told of its start. */
  state: 'began' | 'ended' | 'passed';
}

/** A message to the operator, for a mailbox or for a webhook. */
export interface OperatorMessage {
  /** The same on every resend. */
  key: string;
  letter: Letter;
  json: string;
}

const NAMES: Record<Part, string> = {
  mail: 'sending mail',
  calls: 'calling webhooks',
  polling: 'polling',
  disk: 'the disk',
  delivery: 'delivering alerts',
};
const ACTIONS: Record<Part, string> = {
  mail: 'Look at SMTP_URL, MAIL_FROM and the mail server. Nothing is lost: mail is tried again for a day.',
  calls: 'Look at the way out to the Internet. Nothing is lost: calls are tried again for a day.',
  polling: 'Look at the network, its proxy and name service. Sources are asked again by themselves.',
  disk: 'Free space, or mend the rights of the folder GRADEWATCH_DATA names.',
  delivery: 'Look at gradewatch doctor and gradewatch subscriptions show ID: what was tried, and what came back.',
};

export function operatorMessage(outage: OutageNotice): OperatorMessage {
  const { id, part, began, endedAt, says, state } = outage;
  const title = state === 'began' ? `Gradewatch: ${NAMES[part]} fails` : `Gradewatch: ${NAMES[part]} works again`;
  const span = `From ${momentWords(began)}${endedAt ? ` to ${momentWords(endedAt)}` : ', still'}.`;
  const paragraphs = [span, `${says}.`, ...(state === 'began' ? [ACTIONS[part]] : [])];
  return {
    key: `outage.${id}.${state}`,
    letter: {
      subject: title,
      title,
      blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
      footer: [],
    },
    // `text` is what chat services show of a webhook.
    json: JSON.stringify({
      ...{ type: 'operator.outage', id, part, state, began, ended: endedAt, says },
      text: [title, ...paragraphs].join('\n'),
    }),
  };
}
