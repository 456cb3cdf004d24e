/** Evidence: the words a claim rests on, as they stand in the text. */
import { withItsMarks } from '../../quotation.ts';
import type { Evidence } from '../../types.ts';
import type { Reading } from './reading.ts';
import type { Token } from './tokens.ts';

const LONGEST_QUOTE = 600;

/** Evidence for tokens `from` to `to` (exclusive) of one sentence; a quotation in it keeps both its marks. */
export function evidenceAt({ tokens, article }: Reading, rule: string, from: number, to: number): Evidence {
  const { field, start: begin } = tokens[from] as Token;
  const last = tokens[to - 1] as Token;
  const text = article[field];
  const { start, end } = withItsMarks(text, begin, Math.min(last.end, begin + LONGEST_QUOTE));
  return { rule, field, start, end, quote: text.slice(start, end) };
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
