/** The gazetteer: every way an authority is written, and finding one from a word a person typed. */
import { nearest } from '../../closest.ts';
import type { Authority, Day } from '../../types.ts';
import { SpellingIndex } from '../text/spelling.ts';

/** How a mention names its authority. */
export type Strength = 'strong' | 'bare' | 'acronym';

export interface AuthorityEntry {
  authority: Authority;
  aliases: string[];
  /** Bare name is also a common word, surname or other place: it needs a second signal. */
  risky: boolean;
}

/** Words that hold the name of an authority and mean something else: "Bromley-by-Bow". */
export interface NameMask {
  authority: string;
  phrase: string;
  /** A sentence in which an authority would be named by mistake without it. */
  example: string;
  file: string;
  line: number;
}

/** A body that runs services for councils: Ofsted judges the council. */
export interface Delivery {
  name: string;
  authority: string;
  from: Day | null;
  until: Day | null;
}

export interface DatedCode {
  authority: string;
  scheme: string;
  code: string;
  from: Day | null;
  until: Day | null;
}

const SUFFIXES = [
  'Council',
  'City Council',
  'County Council',
  'Borough Council',
  'District Council',
  'Metropolitan Borough Council',
  'Metropolitan Council',
  'Metropolitan Borough',
  'Borough',
  'Unitary Authority',
  'local authority',
  'LA',
  'MBC',
  'LBC',
  'MDC',
  'BC',
  'CC',
  'CBC',
  'City council',
  'county council',
  'council',
  'councils',
]; // prettier-ignore
const PREFIXES = [
  'London Borough of',
  'Borough of',
  'City of',
  'County of',
  'council in',
  'Metropolitan Borough of',
  'Royal Borough of',
];

/** @returns phrase and strength of every spelling of one authority. Case matters in all of them. */
export function spellingsOf({ authority, aliases }: AuthorityEntry): { phrase: string; strength: Strength }[] {
  const found = new Map<string, Strength>();
  const put = (phrase: string, strength: Strength) => {
    if (!found.has(phrase) || strength === 'strong') found.set(phrase, strength);
  };
  const name = authority.shortName;
  for (const stem of new Set([name, stemOf(authority.officialName)]))
    for (const suffix of SUFFIXES) put(`${stem} ${suffix}`, 'strong');
  for (const prefix of PREFIXES) put(`${prefix} ${name}`, 'strong');
  put(authority.officialName, 'strong');
  for (const alias of aliases) put(alias, strengthOf(alias, name));
  put(name, strengthOf(name, name));
  return [...found].map(([phrase, strength]) => ({ phrase, strength }));
}

/** "Stow-on-Fell Borough Council": "Stow-on-Fell", which other words for a council may follow too. */
function stemOf(officialName: string): string {
  const [longest] = SUFFIXES.filter((s) => officialName.endsWith(` ${s}`)).sort((a, b) => b.length - a.length);
  return longest ? officialName.slice(0, -longest.length - 1) : officialName;
}

function strengthOf(alias: string, name: string): Strength {
  if (/^[A-Z&]{2,5}$/.test(alias)) return 'acronym';
  return alias === name || !/\s/.test(alias) ? 'bare' : 'strong';
}

export class AuthorityIndex {
  readonly entries: Map<string, AuthorityEntry>;
  readonly deliveries: Delivery[];
  readonly codes: DatedCode[];
  private readonly byWord = new Map<string, string>();
  private readonly slips: SpellingIndex;
  /** Names of nine letters or more, for one wrong letter in a text. */
  readonly longNames: SpellingIndex;
  private readonly byLongName = new Map<string, string>();
  private readonly byHost = new Map<string, string>();

  constructor(entries: AuthorityEntry[], deliveries: Delivery[], codes: DatedCode[]) {
    this.entries = new Map(entries.map((e) => [e.authority.slug, e]));
    this.deliveries = deliveries;
    this.codes = codes;
    for (const entry of entries) this.learn(entry);
    for (const { authority, code } of codes) this.byWord.set(fold(code), authority);
    this.slips = new SpellingIndex(
      [...this.byWord.keys()].filter((w) => w.length > 3),
      [],
    );
    this.longNames = new SpellingIndex([...this.byLongName.keys()], []);
  }

  private learn({ authority, aliases }: AuthorityEntry): void {
    const { slug, officialName, shortName, gssCode, laCode, website } = authority;
    // A word two authorities share (a trust of several councils) names neither.
    for (const word of [slug, officialName, shortName, ...aliases, gssCode, laCode])
      if (word && !(this.byWord.has(fold(word)) && word !== slug)) this.byWord.set(fold(word), slug);
    for (const name of [shortName, ...aliases])
      if (!/council|borough|trust/i.test(name) && squeeze(name).length >= 9) this.byLongName.set(squeeze(name), slug);
    if (website) this.byHost.set(new URL(website).hostname.replace(/^www\./, ''), slug);
  }

  get(slug: string): Authority | undefined {
    return this.entries.get(slug)?.authority;
  }

  /**
   * @param word slug, official or short name, alias or code
   * @returns the authority, or the slug likely meant, or two of them (`northshire or southshire`)
   */
  find(word: string): { authority: Authority } | { authority: null; suggestion: string | null } {
    const slug =
      this.byWord.get(fold(word)) ?? this.byWord.get(fold(word).replace(/ (council|borough|city council)$/, ''));
    const authority = slug === undefined ? undefined : this.get(slug);
    if (authority) return { authority };
    const near = this.slips.near(fold(word));
    const words = near
      ? [near]
      : nearest(
          fold(word),
          [...this.byWord.keys()].filter((one) => one.length > 3),
        );
    const meant = [...new Set(words.flatMap((one) => this.byWord.get(one) ?? []))];
    // Of many equally near none was likely meant.
    return { authority: null, suggestion: meant.length > 0 && meant.length <= 2 ? meant.join(' or ') : null };
  }

  /**
   * Authority meant by a name with one wrong letter, null when none or several are within one. A name that is itself one
   * letter from another authority's (Herefordshire, Hertfordshire) is never guessed.
   */
  byNearName(letters: string): string | null {
    const near = this.longNames.near(letters);
    const slug = near === null ? undefined : this.byLongName.get(near);
    if (near === null || slug === undefined) return null;
    return this.longNames.around(near).some((other) => this.byLongName.get(other) !== slug) ? null : slug;
  }

  /**
   * Authorities whose services a trust ran on a day, on any day where that is null.
   *
   * @param name of the trust, as `delivery.csv` has it, in capitals or not
   */
  runBy(name: string, day: string | null): string[] {
    const run = this.deliveries.filter(
      (d) =>
        fold(d.name) === fold(name) &&
        (day === null || ((d.from === null || day >= d.from) && (d.until === null || day < d.until))),
    );
    return [...new Set(run.map(({ authority }) => authority))];
  }

  /** Authority whose own site an address belongs to. */
  byAddress(url: string | null): string | null {
    const host = /^https?:\/\/([^/:?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? '';
    for (let at = host; at.includes('.'); at = at.slice(at.indexOf('.') + 1)) {
      const slug = this.byHost.get(at);
      if (slug) return slug;
    }
    return null;
  }

  /**
   * Who bore the name on that day: "Dorset" before April 2019 was the county council that the later one took over from.
   *
   * @returns the authority itself where no other of that name held its duties
   */
  bearer(slug: string, day: Day | null): string {
    const named = this.get(slug);
    if (!named || this.inForce(slug, day)) return slug;
    const before = [...this.entries.values()].find(
      ({ authority: { slug: other, officialName, successors } }) =>
        successors.includes(slug) && stemOf(officialName) === named.shortName && this.inForce(other, day),
    );
    return before?.authority.slug ?? slug;
  }

  /** Whether the authority held its duties on that day; an unknown day excludes none. */
  inForce(slug: string, day: Day | null): boolean {
    const authority = this.get(slug);
    if (!authority) return false;
    if (day === null) return true;
    return (
      (authority.validFrom === null || day >= authority.validFrom) &&
      (authority.validTo === null || day <= authority.validTo)
    );
  }
}

const fold = (word: string) =>
  word
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[’'.]/g, '')
    .replace(/[\s-]+/g, ' ')
    .trim();
export const squeeze = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
