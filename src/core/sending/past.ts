/** What there was to tell in the past, strand by strand, and what of it one reader was told. */
import type { Change } from '../events/notices.ts';
import type { Correcting } from '../events/strands.ts';
import type { JudgementEvent } from '../types.ts';
import type { Askable } from './route.ts';

export interface Past {
  /** What any reader was told in these days or, where it was put right in them, before. */
  strands: readonly Known[];
  corrections: readonly PutRight[];
}

/** A judgement that was news on its own once. */
export interface Known {
  /** Under which it first was news. */
  key: string;
  /** What it is, or is a part of, now. */
  event: JudgementEvent;
  /** How it stood from when on, oldest first, the first from the moment it could first be told: nothing held it back. */
  stood: readonly Standing[];
}

export interface Standing {
  at: Date;
  event: Stood;
  /** Whether whoever it concerned by then, and not before, was told: it was news, and no reassessment made it. */
  tells: boolean;
}

type Stood = Askable & Omit<JudgementEvent, 'reports'>;

export interface PutRight extends Correcting {
  /** When it was promised to whom the event had been told. */
  at: Date;
}

/** A strand as one reader looks at it. */
export interface Strand extends Known {
  /** When it was what is asked for, and still was when the message that could tell it left. */
  moments: readonly Date[];
}

/** A correction in these days, with what it changes of each strand. */
export interface Mended extends PutRight {
  of: { strand: Strand; changes: Change[] }[];
}

/** First news as it was told, and when it was promised. */
export interface Hit {
  strand: Strand;
  at: Date;
}

export interface Sent {
  hits: readonly Hit[];
  corrections: number;
  messages: number;
}
