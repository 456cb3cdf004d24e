/** Evidence: the words a claim rests on, as they stand in the text. */
import type { Evidence } from '../../types.ts';
import type { Reading } from './reading.ts';
import { textOf } from './reading.ts';
import type { Token } from './tokens.ts';

const LONGEST_QUOTE = 600;

/** Evidence for tokens `from` to `to` (exclusive) of one sentence. */
export function evidenceAt(reading: Reading, rule: string, from: number, to: number): Evidence {
  const first = reading.tokens[from] as Token;
  const last = reading.tokens[to - 1] as Token;
  const end = Math.min(last.end, first.start + LONGEST_QUOTE);
  return {
    rule,
    field: first.field,
    start: first.start,
    end,
    quote: textOf(reading, from, to).slice(0, end - first.start),
  };
}

/** A list of evidence without repeats; `add` gives the index. */
export class EvidenceList {
  readonly items: Evidence[] = [];
  add(evidence: Evidence): number {
    const at = this.items.findIndex(
      (e) =>
        e.field === evidence.field && e.start === evidence.start && e.end === evidence.end && e.rule === evidence.rule,
    );
    return at >= 0 ? at : this.items.push(evidence) - 1;
  }
}
