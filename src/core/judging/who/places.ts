/** Which of the names found in a text mean an authority: masks, risky names, acronyms, trusts, one wrong letter. */
import { dayOf, daysBetween } from '../../dates.ts';
import { squeeze } from '../rules/authorities.ts';
import { fires } from '../rules/fires.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { type Reading, startsClass, textOf } from '../text/reading.ts';
import type { Token } from '../text/tokens.ts';
import type { Mention } from '../text/trie.ts';
import { entriesIn } from './entries.ts';
import { hasSecondSignal, speaksOfCouncils } from './risky-names.ts';
import { halvesOfNames, namedBefore, otherHalves } from './short-names.ts';

interface Candidate extends Mention {
  strength: 'strong' | 'bare' | 'acronym';
}

/** @returns mentions of class `authority`; names refused are noted in `reading.refusals`. */
export function authoritiesIn(reading: Reading, rulebook: Rulebook): Mention[] {
  const day = dayOf(reading.article.published);
  const candidates = longestNames(reading).map((c) => ({ ...c, id: rulebook.index.bearer(c.id, day) }));
  const strong = new Set(candidates.filter((c) => c.strength === 'strong' || isInFull(c, reading)).map((c) => c.id));
  const several = new Set(candidates.map(({ id }) => id)).size > FEWEST_OTHERS;
  const entries = entriesIn(reading, ({ cls }) => cls.startsWith('authority_'));
  const taken: Mention[] = [];
  for (const candidate of candidates) {
    const refusal =
      refuse(candidate, reading, rulebook, { strong, several, entries }) ?? outOfForce(candidate, rulebook, day);
    if (refusal) reading.refusals.push({ ...refusal, from: candidate.from, to: candidate.to, authority: candidate.id });
    else taken.push({ cls: 'authority', id: candidate.id, from: candidate.from, to: candidate.to });
  }
  for (const refusal of namedBefore(reading.refusals, taken, reading)) {
    reading.refusals.splice(reading.refusals.indexOf(refusal), 1);
    taken.push({ cls: 'authority', id: refusal.authority as string, from: refusal.from, to: refusal.to });
  }
  dropElsewhere(taken, reading, strong);
  dropGone(taken, reading, rulebook, strong);
  dropWhereTheyLie(taken, reading);
  taken.push(...halvesOfNames(taken, reading, rulebook));
  taken.push(...otherHalves(taken, reading, rulebook));
  taken.push(...misspelt(reading, rulebook, candidates), ...throughTrusts(reading, rulebook, taken, day));
  return taken;
}

/** "Northshire, Ohio" once, and every bare Northshire of the article is that place; so with a person's surname. */
function dropElsewhere(taken: Mention[], reading: Reading, strong: Set<string>): void {
  const elsewhere = new Set(
    reading.refusals.filter((r) => r.code === 'elsewhere' || r.code === 'surname').map((r) => r.authority),
  );
  for (let n = taken.length - 1; n >= 0; n--) {
    const { id, from, to } = taken[n] as Mention;
    if (!elsewhere.has(id) || strong.has(id)) continue;
    taken.splice(n, 1);
    reading.refusals.push({
      code: 'elsewhere',
      reason: 'the article means a place or person of that name',
      rule: 'place.elsewhere',
      from,
      to,
      authority: id,
    });
  }
}

/** "Children in part of Cheshire … Halton Borough Council": a council that is gone, named as a place beside one that is not. */
function dropGone(taken: Mention[], reading: Reading, rulebook: Rulebook, strong: Set<string>): void {
  const day = dayOf(reading.article.published);
  const isGone = (id: string) => {
    const end = rulebook.index.get(id)?.validTo ?? null;
    return !strong.has(id) && end !== null && (day === null || daysBetween(end, day) > LONG_GONE);
  };
  const living = new Set(
    taken.flatMap(({ id }) => (strong.has(id) && rulebook.index.get(id)?.validTo == null ? [id] : [])),
  );
  const home = reading.article.homeAuthority;
  if (living.size === 0 && home === null) return;
  for (let n = taken.length - 1; n >= 0; n--) {
    const { id, from, to } = taken[n] as Mention;
    const heirs = rulebook.index.get(id)?.successors ?? [];
    // "Both halves of Oldmere": what took its place is spoken of by its name; on an heir's own page it is the place.
    if (!isGone(id) || heirs.some((heir) => living.has(heir) && heir !== home)) continue;
    if (living.size === 0 && !heirs.some((heir) => heir === home)) continue;
    taken.splice(n, 1);
    reading.refusals.push({
      code: 'elsewhere',
      reason: 'the name of a council that is gone, and here of a place',
      rule: 'place.gone',
      from,
      to,
      authority: id,
    });
  }
}

/** Days after which a name that stays in use is that of a place: later news tells of what took its place. */
const LONG_GONE = 730;

/** "Southshire council in Northshire": where the one named first lies. */
function dropWhereTheyLie(taken: Mention[], reading: Reading): void {
  const ends = new Map(taken.map((m) => [m.to, m]));
  for (let n = taken.length - 1; n >= 0; n--) {
    const { id, from, to } = taken[n] as Mention;
    if (reading.tokens[from - 1]?.w !== 'in') continue;
    const called = startsClass(reading, from - 2, 'council_word') ? ends.get(from - 2) : undefined;
    const named = COUNCIL_NAMES.has(reading.tokens[from - 2]?.w ?? '') ? ends.get(from - 1) : undefined;
    const council = called ?? named;
    if (!council || council.id === id) continue;
    taken.splice(n, 1);
    reading.refusals.push({
      code: 'elsewhere',
      reason: 'the text says where the council named before lies',
      rule: 'place.where',
      from,
      to,
      authority: id,
    });
  }
}
const COUNCIL_NAMES = new Set(['council', 'borough', 'mbc', 'bc', 'cc']);

/** Councils that some place of the article names in full; whether it names several others than any one. */
interface Named {
  strong: ReadonlySet<string>;
  several: boolean;
  /** Lines that each open with a name. */
  entries: ReadonlyMap<number, Mention>;
}
/** So many more make an article one of several councils. */
const FEWEST_OTHERS = 3;

type Refused = { code: string; reason: string; rule: string } | null;

function longestNames(reading: Reading): Candidate[] {
  const all = reading.mentions.filter(
    (m) => m.cls.startsWith('authority_') || m.cls === 'mask' || m.cls === 'not_a_council' || m.cls === 'trust',
  );
  const found: Candidate[] = [];
  let end = 0;
  // What is no council counts before a council of the same words ("Durham City Council" was a district).
  const isName = ({ cls }: Mention) => Number(cls.startsWith('authority_'));
  all.sort((a, b) => a.from - b.from || b.to - a.to || isName(a) - isName(b));
  for (const [n, m] of all.entries()) {
    if (m.from < end || (isName(m) && runsIntoMask(all, n))) continue;
    // The council in the name of its trust is not named: whether it is meant, the trust's dates tell.
    if (m.cls === 'mask' || m.cls === 'not_a_council' || m.cls === 'trust') {
      end = m.to;
      if (m.cls === 'mask')
        reading.refusals.push({
          code: 'other_thing',
          reason: 'the name is part of the name of something else',
          rule: `mask.${m.id}`,
          from: m.from,
          to: m.to,
          authority: m.id,
        });
      continue;
    }
    end = pastInitials(m.to, reading);
    found.push({
      ...m,
      to: end,
      cls: 'authority',
      strength: m.cls.slice('authority_'.length) as Candidate['strength'],
    });
  }
  return found;
}

/** "Northshire County Council (NCC)": with the initials that a page gives once. */
function pastInitials(at: number, reading: Reading): number {
  const [open, , close] = reading.tokens.slice(at, at + 3).map(({ w }) => w);
  return open === '(' && close === ')' && /^[A-Z]{2,5}$/.test(textOf(reading, at + 1, at + 2)) ? at + 3 : at;
}

/** "the council in Bedford, Nova Scotia": what starts inside the name and goes on past it is what is meant. */
function runsIntoMask(all: readonly Mention[], at: number): boolean {
  const name = all[at] as Mention;
  for (let n = at + 1; n < all.length && (all[n] as Mention).from < name.to; n++) {
    const { cls, from, to } = all[n] as Mention;
    if (cls === 'mask' && from > name.from && to > name.to) return true;
  }
  return false;
}

function refuse(
  candidate: Candidate,
  reading: Reading,
  rulebook: Rulebook,
  { strong, several, entries }: Named,
): Refused {
  const bounds = boundsOf(reading, candidate);
  for (const rule of rulebook.rules) {
    if (rule.effect.does !== 'not_authority') continue;
    if (candidate.strength === 'strong' && !rule.id.endsWith('.any')) continue;
    if (fires(rule, reading, candidate, bounds) === 'fired')
      return { code: rule.effect.code, reason: rule.effect.reason, rule: rule.id };
  }
  if (candidate.strength === 'strong' || strong.has(candidate.id) || entries.has(candidate.from)) return null;
  const risky = candidate.strength === 'acronym' || rulebook.index.entries.get(candidate.id)?.risky;
  if (!risky || hasSecondSignal(candidate, reading, bounds, several)) return null;
  return {
    code: 'risky_name',
    reason: 'the name is also an ordinary word or another place and nothing nearby says that the council is meant',
    rule: 'second-signal',
  };
}

/** "Reading borough council was told": the kind of council in small letters, as some papers write it. "Derby City's were good." */
function isInFull({ to }: Candidate, reading: Reading): boolean {
  const [kind, council, next] = reading.tokens.slice(to, to + 3).map(({ w }) => w);
  const owned = council === "'s" && startsClass(reading, to + 2, 'be');
  return COUNCIL_KINDS.has(kind ?? '') && (owned || (council === 'council' && next !== 'tax'));
}
const COUNCIL_KINDS = new Set(['borough', 'city', 'county', 'metropolitan', 'district']);

function outOfForce(candidate: Candidate, rulebook: Rulebook, day: string | null): Refused {
  if (rulebook.index.inForce(candidate.id, day)) return null;
  // An abolished council may still be spoken of; one that does not exist yet holds no duties.
  const from = rulebook.index.get(candidate.id)?.validFrom ?? null;
  if (from !== null && day !== null && day < from)
    return { code: 'not_yet', reason: `the council takes up its duties on ${from}`, rule: 'dates-in-force' };
  return null;
}

/** One wrong letter in a long name, when the sentence speaks of a council's services. */
function misspelt(reading: Reading, rulebook: Rulebook, known: Candidate[]): Mention[] {
  const covered = new Uint8Array(reading.tokens.length);
  for (const { from, to } of reading.mentions.filter((m) => ['mask', 'service', 'trust'].includes(m.cls)))
    covered.fill(1, from, to);
  for (const { from, to } of known) covered.fill(1, from, to);
  const found: Mention[] = [];
  for (let i = 0; i < reading.tokens.length; i++) {
    const first = reading.tokens[i] as Token;
    if (covered[i] || !first.cap || first.w.length < 4) continue;
    let letters = '';
    for (let n = 0; n < 4 && i + n < reading.tokens.length && letters.length < 30; n++) {
      const token = reading.tokens[i + n] as Token;
      if (covered[i + n] || !token.word) break;
      letters += squeeze(token.w);
      if (letters.length < 8) continue;
      const slug = rulebook.index.byNearName(letters);
      const { from, to } = boundsOf(reading, { from: i, to: i + n + 1 });
      if (!slug || !speaksOfCouncils(reading, from, to)) continue;
      found.push({ cls: 'authority', id: slug, from: i, to: i + n + 1 });
      break;
    }
  }
  return found;
}

/** A trust stands for its council inside its dates; one that serves several needs the council named too. */
function throughTrusts(reading: Reading, rulebook: Rulebook, named: Mention[], day: string | null): Mention[] {
  const found: Mention[] = [];
  for (const mention of reading.mentions.filter((m) => m.cls === 'trust')) {
    const slugs = rulebook.index.runBy(mention.id, day);
    const meant = slugs.length === 1 ? slugs : slugs.filter((s) => named.some((n) => n.id === s));
    const { from, to } = mention;
    if (meant.length === 0)
      reading.refusals.push({
        code: 'trust',
        reason:
          slugs.length === 0
            ? 'the body ran no council’s services at the time'
            : 'the body serves several councils and none of them is named',
        rule: 'trust',
        ...{ from, to, authority: null },
      });
    if (meant.length === 1) found.push({ cls: 'authority', id: meant[0] as string, from, to });
    // Several of its councils are named: whoever judges it judges them together.
    else if (meant.length > 1) found.push({ cls: 'trust_of_several', id: mention.id, from, to });
  }
  return found;
}

function boundsOf(reading: Reading, { from }: { from: number; to: number }): { from: number; to: number } {
  const s = reading.sentences[reading.sentenceOf[from] ?? 0];
  return s ? { from: s.from, to: s.to } : { from: 0, to: reading.tokens.length };
}
