/**
 * The small language in which rules say what must stand around a word.
 *
 *     <judged> ..6 GRADE            a word of the class `judged`, at most six words, the grade
 *     <service> was|were GRADE      alternatives of single words
 *     from ..2 GRADE ....6 to
 *
 * - `GRADE` (or another name in capitals) is the anchor: the mention asked about. It stands exactly once.
 * - The last words of the anchor are themselves the class after it where they are of that class: the "rating" of "the
 *   lowest rating" is the `<rating_word>` of `after GRADE <rating_word>`. A pattern with nothing before the anchor asks for more.
 * - `<class>` is a mention of a class of the lexicon, or of `authority inspectorate service area grade year number`.
 * - `word` and `one|two` are words as they stand, lower case; `^` and `$` are the ends of the sentence.
 * - `..N` is a gap of at most N tokens (a name or a title counts as one) that crosses neither punctuation nor another grade; `...N` crosses commas and
 *   brackets too; `....N` crosses grades as well. No gap leaves the sentence.
 * - `?` after an element makes it optional; `!` before a word or class says that it must not stand there.
 *
 * Matching keeps a set of places instead of backtracking, so its cost is at most elements times window per anchor.
 */
import type { Token } from './tokens.ts';
import type { Mention, Meter } from './trie.ts';
import { type Ask, holdsAll } from './vocabulary.ts';

type Element =
  | { kind: 'words'; words: Set<string>; not: boolean; optional: boolean }
  | { kind: 'class'; cls: string; not: boolean; optional: boolean }
  | { kind: 'gap'; most: number; reach: 1 | 2 | 3 }
  | { kind: 'edge' };

export interface Pattern {
  source: string;
  anchor: string;
  /** Nearest to the anchor first. */
  before: Element[];
  after: Element[];
  /** What has to stand somewhere in the sentence: one of the words, or a mention of the class. */
  asks: Ask[];
}

/** What patterns look at: tokens, and the mentions that start or end at each of them. */
export interface Scene {
  tokens: Token[];
  startsAt: Mention[][];
  endsAt: Mention[][];
  /** From each comma that opens or closes what is said in passing to the place beyond it. */
  beyond: Map<number, number>;
  meter: Meter;
}

/** @throws Error with a sentence that says what cannot be read; the loader adds file and line. */
export function parsePattern(source: string): Pattern {
  const before: Element[] = [];
  const after: Element[] = [];
  let anchor = '';
  for (const part of source.trim().split(/\s+/)) {
    if (/^[A-Z]+$/.test(part)) {
      if (anchor) throw new Error(`"${source}" names two anchors, ${anchor} and ${part}; name one`);
      anchor = part;
    } else (anchor ? after : before).push(parseElement(part, source));
  }
  if (!anchor) throw new Error(`"${source}" has no anchor; write GRADE (or AUTHORITY, PLACE, ARTICLE) where it stands`);
  return { source, anchor, before: before.reverse(), after, asks: [...before, ...after].flatMap(asksOf) };
}

/** What may be left out, and what must not stand there, asks for nothing. */
function asksOf(element: Element): Ask[] {
  if (element.kind === 'gap' || element.kind === 'edge' || element.not || element.optional) return [];
  return [element.kind === 'words' ? { words: [...element.words] } : { cls: element.cls }];
}

function parseElement(part: string, source: string): Element {
  const gap = /^(\.{2,4})(\d{1,2})$/.exec(part);
  if (gap) return { kind: 'gap', most: Number(gap[2]), reach: ((gap[1] ?? '').length - 1) as 1 | 2 | 3 };
  if (part === '^' || part === '$') return { kind: 'edge' };
  const element = /^(!?)(?:<([a-z_0-9]+)>|([\p{Ll}\p{N}'.,;:!?()–•/…%=|-]+?))(\??)$/u.exec(part);
  if (!element) throw new Error(`"${source}": "${part}" is neither <class>, word, one|two, ..N, ^ nor $`);
  const not = element[1] === '!';
  const optional = element[4] === '?';
  if (element[2]) return { kind: 'class', cls: element[2], not, optional };
  return { kind: 'words', words: new Set((element[3] ?? '').split('|')), not, optional };
}

/** Classes a pattern asks for: the loader checks that each exists. */
export function classesOf(pattern: Pattern): string[] {
  return [...pattern.before, ...pattern.after].flatMap((e) => (e.kind === 'class' ? [e.cls] : []));
}

const SOFT = new Set([',', '(', ')', '–', '/']);
const HARD = new Set([';', ':', '|', '.', '!', '?', '…', '•']);

/**
 * @param anchor tokens of the mention asked about
 * @param bounds tokens of its sentence
 * @returns the tokens the match spans, or null
 */
export function matches(
  pattern: Pattern,
  scene: Scene,
  anchor: { from: number; to: number },
  bounds: { from: number; to: number },
): { from: number; to: number } | null {
  if (!holdsAll(pattern.asks, scene, bounds)) return null;
  const own = pattern.anchor === 'GRADE' && pattern.before.length > 0 ? anchor.from : null;
  const right = walk(pattern.after, scene, anchor.to, bounds.to, 1, own);
  if (right === null) return null;
  const left = walk(pattern.before, scene, anchor.from, bounds.from, -1, null);
  if (left === null) return null;
  return { from: left, to: right };
}

/**
 * Places are boundaries between tokens; going right, the token at place p is p, going left it is p - 1.
 *
 * @param own where the anchor begins whose last words count, null where they do not
 */
function walk(
  elements: Element[],
  scene: Scene,
  start: number,
  bound: number,
  step: 1 | -1,
  own: number | null,
): number | null {
  let places = new Set([start]);
  for (const element of elements) {
    const next = new Set<number>();
    for (const place of places) {
      scene.meter.steps++;
      advance(element, scene, place, bound, step, next);
      if (own !== null && place === start && endsAs(element, scene, own, place)) next.add(place);
    }
    if (next.size === 0) return null;
    places = next;
  }
  // The shortest match is the one to show.
  return step === 1 ? Math.min(...places) : Math.max(...places);
}

function advance(element: Element, scene: Scene, place: number, bound: number, step: 1 | -1, next: Set<number>): void {
  const index = step === 1 ? place : place - 1;
  const atEdge = step === 1 ? place >= bound : place <= bound;
  if (element.kind === 'edge') {
    if (atEdge) next.add(place);
    return;
  }
  if (element.kind === 'gap') {
    advanceGap(element, scene, place, bound, step, next);
    return;
  }
  if (element.not) {
    // Looks at the word that follows in reading order, whichever way we walk, and takes none.
    const banned =
      element.kind === 'words'
        ? element.words.has(scene.tokens[place]?.w ?? '')
        : (scene.startsAt[place] ?? []).some((m) => m.cls === element.cls);
    if (!banned) next.add(place);
    return;
  }
  if (element.optional) next.add(place);
  if (atEdge) return;
  if (element.kind === 'words') {
    if (element.words.has(scene.tokens[index]?.w ?? '')) next.add(place + step);
    return;
  }
  for (const mention of (step === 1 ? scene.startsAt[index] : scene.endsAt[index]) ?? []) {
    scene.meter.steps++;
    if (mention.cls !== element.cls) continue;
    const end = step === 1 ? mention.to : mention.from;
    if (step === 1 ? end <= bound : end >= bound) next.add(end);
  }
}

/** "the lowest rating": the anchor's own last words are of the class asked for after it. */
const endsAs = (element: Element, { endsAt }: Scene, from: number, to: number): boolean =>
  element.kind === 'class' &&
  !element.not &&
  (endsAt[to - 1] ?? []).some((m) => m.cls === element.cls && m.from > from);

function advanceGap(
  gap: { most: number; reach: 1 | 2 | 3 },
  scene: Scene,
  place: number,
  bound: number,
  step: 1 | -1,
  next: Set<number>,
): void {
  walk(false);
  if (scene.beyond.size > 0) walk(true);

  /** @param leaps what is said in passing counts as one word: "its offer to care leavers, new this year, was found inadequate" */
  function walk(leaps: boolean): void {
    next.add(place);
    let at = place;
    for (let n = 0; n < gap.most; n++) {
      if (at === bound) return;
      const index = step === 1 ? at : at - 1;
      scene.meter.steps++;
      const beyond = leaps ? scene.beyond.get(index) : undefined;
      if (beyond !== undefined && (beyond - at) * step > 0) {
        if ((bound - beyond) * step < 0) return;
        at = beyond;
        next.add(at);
        continue;
      }
      if (stopsGap(gap.reach, scene, index)) return;
      at = stepOver(scene, at, index, bound, step);
      next.add(at);
    }
  }
}

/** Words that a gap of this reach does not cross. */
function stopsGap(reach: 1 | 2 | 3, scene: Scene, index: number): boolean {
  const w = scene.tokens[index]?.w ?? '';
  if (reach === 1 && (SOFT.has(w) || HARD.has(w))) return true;
  if (reach === 2 && HARD.has(w)) return true;
  return reach < 3 && (scene.startsAt[index] ?? []).some((m) => m.cls === 'grade' && !m.id.startsWith('~'));
}

/** A name or a title counts as one word, however long: "Bath and North East Somerset". */
const AS_ONE = new Set(['authority', 'service', 'inspectorate', 'area']);
function stepOver(scene: Scene, at: number, index: number, bound: number, step: 1 | -1): number {
  let to = at + step;
  for (const mention of (step === 1 ? scene.startsAt[index] : scene.endsAt[index]) ?? []) {
    if (!AS_ONE.has(mention.cls)) continue;
    const end = step === 1 ? mention.to : mention.from;
    if (step === 1 ? end > to && end <= bound : end < to && end >= bound) to = end;
  }
  return to;
}
