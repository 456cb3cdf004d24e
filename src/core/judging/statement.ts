/** What the engine says of one grade word: how it stands, what it is of, whose it is and when. */
import type { Inspectorate, Service } from '../types.ts';
import type { Standing } from './rules/rulebook.ts';
import type { Sentence } from './text/sentences.ts';
import type { Mention } from './text/trie.ts';

/** A grade word of the text, and whether it rates anything. */
export interface Rating {
  mention: Mention;
  sentence: Sentence;
  grade: string;
  /** "lowest rating" and the like: counts only where no grade word stands in the sentence. */
  paraphrase: boolean;
  quoted: boolean;
  standing: Standing;
  /** Rules that fired, the one that licensed it first. */
  rules: string[];
  spoilt: string[];
  movement: 'up' | 'down' | 'same' | null;
  /** Licensed by a rule; list items and areas may still license it later. */
  licensed: boolean;
  /** Not a rating at all, and why. */
  refused: { code: string; reason: string; rule: string } | null;
}

/** What of a service a grade is given to. */
export interface Target {
  /** Area ids; `overall` among them where the text says so. */
  areas: Mention[];
  overall: boolean;
  /** The grade applies to every area ("in all areas"). */
  everywhere: boolean;
  /** Only to some areas, unnamed or counted: says nothing of the whole. */
  partial: boolean;
}

/** A rating with its owner: this authority had this grade of this, standing so. */
export interface Statement {
  rating: Rating;
  target: Target;
  authorities: string[];
  /** Where they are named; empty when they follow from the subject. */
  names: Mention[];
  service: Service;
  inspectorate: Inspectorate | null;
  standing: Standing;
  year: number | null;
  month: number | null;
  /** Sentences of the text before it; -1 in the title. */
  depth: number;
}

/** Of the service as a whole, not of some of its areas. */
export const isWhole = ({ target }: Statement): boolean => target.areas.length === 0 || target.overall;

/** A rating that is nobody's judgement, and why. */
export interface Refused {
  rating: Rating;
  authorities: string[];
  code: string;
  reason: string;
  rule: string;
}
