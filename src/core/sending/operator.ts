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
  const span = `From ${momentWords(began)}${endedAt ? ` to ${momentWords(endedAt)}` : ', still'} (London).`;
  const paragraphs =
    state === 'began' ? [span, sentence(says), ACTIONS[part]] : [span, `What was wrong: ${sentence(says)}`];
  return written(`outage.${id}.${state}`, title, paragraphs, {
    ...{ type: 'operator.outage', id, part, state, began, ended: endedAt, says },
  });
}

/** The last word of a process that cannot go on, nor write down that it told so. @param says why, and what to do */
export const stoppedMessage = (at: Date, says: string): OperatorMessage =>
  written(
    `stopped.${at.toISOString()}`,
    'Gradewatch has stopped',
    [`At ${momentWords(at)} (London). Nothing is polled or sent until it is started again.`, sentence(says)],
    { type: 'operator.stopped', at, says },
  );

const sentence = (words: string): string => (/[.?!]$/.test(words) ? words : `${words}.`);

const written = (key: string, title: string, paragraphs: string[], fields: object): OperatorMessage => ({
  key,
  letter: { subject: title, title, blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })), footer: [] },
  // `text` is what chat services show of a webhook.
  json: JSON.stringify({ ...fields, text: [title, ...paragraphs].join('\n') }),
});
