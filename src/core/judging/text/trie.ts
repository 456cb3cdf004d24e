/** Phrases over words. Looking up costs at most the longest phrase per word, whatever the text holds. */
import { type Token, wordsOf } from './tokens.ts';

/** What a phrase stands for: a class of words, and which one of the class (`grade` / `good`). */
export interface Meaning {
  cls: string;
  id: string;
}

interface Ending extends Meaning {
  /** Places in the phrase that must start with a capital in the text. */
  caps: number[];
}

/** Most of the many nodes are the last of one phrase: those carry nothing they do not need. */
interface Node {
  next: Map<string, Node> | null;
  endings: Ending[] | null;
}

/** A phrase found: tokens `from` to `to` (exclusive). */
export interface Mention extends Meaning {
  from: number;
  to: number;
}

export interface Meter {
  /** Comparisons made; tests hold it against the length of the text. */
  steps: number;
}

const node = (): Node => ({ next: null, endings: null });

type Words = ReturnType<typeof wordsOf>;

export class Trie {
  private readonly root = node();
  /** Phrases have most of their words in common; each is folded once. */
  private readonly folded = new Map<string, Words>();

  /** @param cased capitals in the phrase must be capitals in the text. */
  add(phrase: string, meaning: Meaning, cased = false): void {
    const words = phrase.split(' ').flatMap((part) => this.fold(part));
    if (words.length === 0) return;
    let at = this.root;
    for (const { w } of words) {
      at.next ??= new Map();
      let next = at.next.get(w);
      if (!next) {
        next = node();
        at.next.set(w, next);
      }
      at = next;
    }
    const caps = cased ? words.flatMap(({ cap }, i) => (cap ? [i] : [])) : [];
    at.endings ??= [];
    if (!at.endings.some((e) => e.cls === meaning.cls && e.id === meaning.id && e.caps.length <= caps.length))
      at.endings.push({ ...meaning, caps });
  }

  /** All phrases that start at token `from` and stay within one field, shortest first. */
  at(tokens: Token[], from: number, meter: Meter): Mention[] {
    const found: Mention[] = [];
    const field = tokens[from]?.field;
    let here: Node | undefined = this.root;
    for (let i = from; i < tokens.length; i++) {
      const token = tokens[i] as Token;
      meter.steps++;
      // A phrase may run over one line break, never over an empty line.
      if (token.field !== field || (i > from && token.nl > 1)) break;
      here = here.next?.get(token.w);
      if (!here) break;
      for (const { cls, id, caps } of here.endings ?? [])
        if (caps.every((k) => tokens[from + k]?.cap)) found.push({ cls, id, from, to: i + 1 });
    }
    return found;
  }

  private fold(part: string): Words {
    let words = this.folded.get(part);
    if (!words) {
      words = wordsOf(part);
      this.folded.set(part, words);
    }
    return words;
  }
}
