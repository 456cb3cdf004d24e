/**
 * How a judgement is told that no longer stands: `retracted`, as we were wrong, or `withdrawn`, as the inspectorate took its
 * report back. Its grade is what had been said, never what is; nothing of it reads like news.
 */
import type { JudgementEvent } from '../types.ts';
import { oneLine } from './safe.ts';

type Ending = 'retracted' | 'withdrawn';
const ENDINGS: Record<Ending, { mark: string; said: string; label: string; sources: string; means: string }> = {
  retracted: {
    mark: 'Retracted',
    said: 'where we had said',
    label: 'We had said',
    sources: 'What we had read, for you to look at',
    means: 'Retracted: we were wrong, no such judgement was made.',
  },
  withdrawn: {
    mark: 'Withdrawn by the inspectorate',
    said: 'whose report had said',
    label: 'The report had said',
    sources: 'What had been reported, for you to look at',
    means: 'Withdrawn: the inspectorate has taken its report back, so what it said no longer stands.',
  },
};

export type TakenBack = (typeof ENDINGS)[Ending] & {
  /** Why, in the words of the person who decided it, as a sentence; null where nobody did. */
  reason: string | null;
};

/** How it is told that it stands no longer; null where it stands. */
export function takenBackWords({
  status,
  takenBackReason,
}: Pick<JudgementEvent, 'status' | 'takenBackReason'>): TakenBack | null {
  if (status !== 'retracted' && status !== 'withdrawn') return null;
  const reason = oneLine(takenBackReason ?? '').replace(/[.\s]+$/, '');
  return { ...ENDINGS[status], reason: reason === '' ? null : `The reason: ${reason}.` };
}
