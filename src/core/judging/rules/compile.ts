/** From checked config to a rulebook: fills the trie, indexes names, fixes the order of rules. */
import { type RelevanceExample, relevanceGuess } from '../../relevance.ts';
import { SpellingIndex } from '../text/spelling.ts';
import { wordsOf } from '../text/tokens.ts';
import { Trie } from '../text/trie.ts';
import type { AuthorityEntry, DatedCode, Delivery, NameMask } from './authorities.ts';
import { AuthorityIndex, spellingsOf } from './authorities.ts';
import { addDistinctionWords, type DistinctionWords } from './distinction-words.ts';
import { type Framework, type InspectorateFacts, OFF_SCALE, type Rule, type Rulebook, type Scale } from './rulebook.ts';

export interface Knowledge {
  version: string;
  reviewBelow: number;
  authorities: AuthorityEntry[];
  deliveries: Delivery[];
  codes: DatedCode[];
  masks: NameMask[];
  inspectorates: (InspectorateFacts & {
    spellings: string[];
    areaSpellings: Map<string, string[]>;
    frameworkSpellings: Map<string, string[]>;
  })[];
  services: { id: string; name: string; spellings: string[] }[];
  grades: {
    spellings: Map<string, string[]>;
    paraphrases: Map<string, string[]>;
    offScale: string[];
    slips: { words: string[]; except: string[] };
    broken: string[];
  };
  classes: Map<string, string[]>;
  distinctionWords: DistinctionWords;
  /** Regions as they stand within a sentence. */
  regions: Map<string, string>;
  rules: Rule[];
  relevanceExamples: RelevanceExample[];
}

/** Words in capitals that open a sentence are no first names or titles unless written so. */
const CASED_CLASSES = new Set([
  'first_name',
  'person_title',
  'foreign_place',
  'institution',
  'institution_of',
  'part_of',
  'send_words',
  'compass',
]);

export function compile(k: Knowledge): Rulebook {
  const trie = new Trie();
  const index = new AuthorityIndex(k.authorities, k.deliveries, k.codes);
  addAuthorities(trie, k);
  addGrades(trie, k.grades);
  for (const i of k.inspectorates) {
    for (const spelling of [i.name, ...i.spellings])
      trie.add(spelling, { cls: 'inspectorate', id: i.id }, /^[A-Z]{2,4}$/.test(spelling));
    for (const [id, spellings] of i.areaSpellings) for (const s of spellings) trie.add(s, { cls: 'area', id });
    for (const [id, spellings] of i.frameworkSpellings)
      for (const s of spellings) trie.add(s, { cls: 'framework', id }, /^[A-Z]{3,6}$/.test(s));
  }
  for (const { id, name, spellings } of k.services)
    for (const s of [...(name.includes(' ') ? [name] : []), ...spellings])
      trie.add(s, { cls: 'service', id }, /^[A-Z]/.test(s) && id === 'send');
  for (const [cls, phrases] of k.classes)
    for (const phrase of phrases)
      trie.add(
        phrase,
        cls === 'unnamed_inspectorate'
          ? { cls: 'inspectorate', id: 'unnamed' }
          : { cls, id: cls === 'month' ? phrase.toLowerCase() : phrase },
        CASED_CLASSES.has(cls),
      );
  addDistinctionWords(trie, k.distinctionWords);
  const scales = new Map<string, Scale>();
  for (const { scales: own } of k.inspectorates) for (const scale of own) scales.set(scale.id, scale);
  const frameworks: Framework[] = k.inspectorates.flatMap((i) => i.frameworks);
  return {
    version: k.version,
    reviewBelow: k.reviewBelow,
    authorities: k.authorities.map((a) => a.authority),
    index,
    masks: k.masks,
    inspectorates: k.inspectorates,
    scales,
    frameworks,
    trie,
    slips: new SpellingIndex(k.grades.slips.words, k.grades.slips.except),
    rules: k.rules,
    relevance: relevanceGuess(k.relevanceExamples),
    areaOf: areaFinder(k),
    nameOf: nameFinder(k, scales, frameworks),
  };
}

function addAuthorities(trie: Trie, k: Knowledge): void {
  for (const entry of k.authorities)
    for (const { phrase, strength } of spellingsOf(entry))
      trie.add(phrase, { cls: `authority_${strength}`, id: entry.authority.slug }, true);
  for (const { authority, phrase } of k.masks) trie.add(phrase, { cls: 'mask', id: authority }, true);
  for (const { name } of k.deliveries) trie.add(name, { cls: 'trust', id: name }, true);
}

function addGrades(trie: Trie, grades: Knowledge['grades']): void {
  for (const [id, spellings] of grades.spellings)
    for (const s of spellings) trie.add(s, { cls: 'grade', id }, /^[A-Z]\d$/.test(s));
  for (const [id, spellings] of grades.paraphrases)
    for (const s of spellings) trie.add(s, { cls: 'grade', id: `~${id}` });
  for (const s of grades.offScale) trie.add(s, { cls: 'grade', id: `~${OFF_SCALE}` });
  // "outstand-ing": a word hyphenated within the line comes as two.
  for (const word of grades.broken)
    for (let i = 3; i < word.length - 1; i++) {
      const id = [...grades.spellings].find(([, all]) => all.includes(word))?.[0];
      if (id) trie.add(`${word.slice(0, i)} ${word.slice(i)}`, { cls: 'grade', id });
    }
}

function areaFinder(k: Knowledge): (phrase: string) => string | null {
  const fold = (s: string) =>
    wordsOf(s)
      .filter((w) => /[a-z0-9]/.test(w.w))
      .map((w) => w.w)
      .join(' ')
      .replace(/^the /, '');
  const byPhrase = new Map<string, string>();
  for (const i of k.inspectorates)
    for (const area of i.areas) {
      byPhrase.set(fold(area.id.replace(/_/g, ' ')), area.id);
      for (const s of [area.name, ...(i.areaSpellings.get(area.id) ?? [])])
        if (!byPhrase.has(fold(s))) byPhrase.set(fold(s), area.id);
    }
  return (phrase) => byPhrase.get(fold(phrase)) ?? null;
}

function nameFinder(k: Knowledge, scales: Map<string, Scale>, frameworks: Framework[]): Rulebook['nameOf'] {
  const names = {
    inspectorate: new Map(k.inspectorates.map((i): [string, string] => [i.id, i.name])),
    service: new Map(k.services.map((s): [string, string] => [s.id, s.name])),
    grade: new Map([...scales.values()].flatMap((s) => s.grades.map((g): [string, string] => [g.id, g.name]))),
    area: new Map(k.inspectorates.flatMap((i) => i.areas.map((a): [string, string] => [a.id, a.name]))),
    framework: new Map(
      frameworks.flatMap((f): [string, string][] => [
        [f.id, f.name],
        [f.family, f.name],
      ]),
    ),
    region: k.regions,
    place: new Map(Object.entries(k.distinctionWords.places).map(([id, { name }]): [string, string] => [id, name])),
  };
  return (kind, id) => names[kind].get(id) ?? id;
}
