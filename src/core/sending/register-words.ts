/** What the register of published judgements has on a judgement, and from whom, in words. */
import type { ReadElsewhere, RegisterView } from '../types.ts';

const MATCHES: Record<RegisterView['match'], string> = {
  confirmed: 'the register holds this judgement, and its grades agree',
  contradicting: 'the register holds this judgement with other grades',
  recycled: 'the register holds this judgement as an older one',
  unpublished: 'not in the register yet',
  none: 'nothing to compare with',
};
const READ_FROM: Record<ReadElsewhere, string> = { council: 'a council’s page', press: 'the press' };

/** `read from the press, not from the inspectorate`; null for what the inspectorate itself published. */
export const readFromWords = (readFrom: ReadElsewhere | undefined): string | null =>
  readFrom === undefined ? null : `read from ${READ_FROM[readFrom]}, not from the inspectorate`;

/** `the register holds this judgement, and its grades agree`; of a row from elsewhere with where it was read. */
export function registerMatchWords({ match, readFrom }: RegisterView): string {
  const elsewhere = readFromWords(readFrom);
  return elsewhere === null ? MATCHES[match] : `no official record; ${MATCHES[match]}, ${elsewhere}`;
}
