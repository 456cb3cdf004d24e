/** Runs the examples that rules carry as their own proof. */
import { distinctionKey } from '../distinctions.ts';
import type { Assessment } from '../types.ts';
import { assessTraced } from './assess.ts';
import { EVEN_RELEVANCE } from './confidence.ts';
import type { Example, Rule, Rulebook } from './rules/rulebook.ts';

export interface ExampleFault {
  rule: string;
  file: string;
  line: number;
  example: string;
  expected: string;
  got: string;
}

/** @returns one entry per example that does not come out as promised; empty when all do. */
export function checkExamples(rulebook: Rulebook): ExampleFault[] {
  const faults: ExampleFault[] = [];
  // Examples prove the rules: the relevance model says nothing either way.
  const rulesAlone: Rulebook = { ...rulebook, relevance: () => EVEN_RELEVANCE };
  for (const rule of rulebook.rules) {
    for (const example of rule.match) faults.push(...check(rule, example, true, rulesAlone));
    for (const example of rule.noMatch) faults.push(...check(rule, example, false, rulesAlone));
  }
  return faults;
}

function check(rule: Rule, example: Example, must: boolean, rulebook: Rulebook): ExampleFault[] {
  const faults: ExampleFault[] = [];
  for (const [a, b] of fillings(example, rulebook)) {
    const fill = (text: string) => text.replaceAll('{A}', a.name).replaceAll('{a}', a.name).replaceAll('{B}', b.name);
    const fillSlug = (text: string) => text.replaceAll('{A}', a.slug).replaceAll('{B}', b.slug);
    const article = {
      id: rule.id,
      url: null,
      publisher: null,
      published: example.published,
      title: fill(example.title),
      text: fill(example.text),
      homeAuthority: example.home && fillSlug(example.home),
    }; // prettier-ignore
    const { assessment, trace } = assessTraced(article, rulebook);
    const fired = trace.reading.firings.some((f) => f.rule === rule.id && !f.spoilt);
    const wanted = expectation(example, fillSlug);
    const got = outcome(assessment, example);
    const said = `${article.title ? `${article.title} / ` : ''}${article.text}`;
    const fault = (expected: string, was: string) =>
      faults.push({ rule: rule.id, file: rule.file, line: example.line, example: said, expected, got: was });
    if (wanted !== got) fault(wanted, got);
    if (fired !== must)
      fault(must ? 'the rule fires' : 'the rule does not fire', fired ? 'it fires' : 'it does not fire');
  }
  return faults;
}

const sorted = (list: string[]) => [...list].sort().join(', ') || 'none';

function expectation(example: Example, fill: (text: string) => string): string {
  const parts: string[] = [];
  if (example.events) parts.push(`events ${sorted(example.events.map(fill))}`);
  if (example.areas) parts.push(`areas ${sorted(example.areas.map(fill))}`);
  if (example.history) parts.push(`history ${sorted(example.history.map(fill))}`);
  if (example.notices) parts.push(`notices ${sorted(example.notices.map(fill))}`);
  if (example.direction) parts.push(`direction ${example.direction}`);
  if (example.joint) parts.push(`joint ${sorted(example.joint.map(fill))}`);
  if (example.distinctions) parts.push(`distinctions ${sorted(example.distinctions.map(fill))}`);
  return parts.join('; ');
}

/** What came out, of the things the example speaks of. */
function outcome(a: Assessment, example: Example): string {
  const withYear = example.history?.some((h) => /\d{4}$/.test(h)) ?? false;
  const parts: string[] = [];
  if (example.events) parts.push(`events ${sorted(a.events.map((e) => `${e.authority} ${e.grade}`))}`);
  if (example.areas)
    parts.push(`areas ${sorted(a.events.flatMap((e) => e.judgements.map((j) => `${j.area} ${j.grade}`)))}`);
  if (example.history)
    parts.push(
      `history ${sorted(a.history.map((h) => `${h.authority} ${h.grade}${withYear && h.year ? ` ${h.year}` : ''}`))}`,
    );
  if (example.notices) parts.push(`notices ${sorted(a.notices.map((n) => `${n.authority} ${n.kind}`))}`);
  if (example.direction) parts.push(`direction ${a.events[0]?.direction ?? 'none'}`);
  if (example.joint)
    parts.push(`joint ${sorted(a.events.flatMap((e) => e.jointWith.map((other) => `${e.authority} ${other}`)))}`);
  if (example.distinctions)
    parts.push(
      `distinctions ${sorted(a.events.flatMap((e) => (e.distinctions ?? []).map((d) => `${e.authority} ${distinctionKey(d)}`)))}`,
    );
  return parts.join('; ');
}

interface Name {
  slug: string;
  name: string;
}

/**
 * Pairs of names to put for `{A}` and `{B}`: an ordinary, a risky and the longest one, each with another beside it.
 * `{a}` stands for a short ordinary name only: nobody is called Helen Bath and North East Somerset.
 */
function fillings(example: Example, rulebook: Rulebook): [Name, Name][] {
  const whole = `${example.title} ${example.text}`;
  const names = kindsOfName(rulebook);
  const [ordinary, other] = names as [Name, Name];
  if (whole.includes('{a}')) return [[ordinary, other]];
  if (!whole.includes('{A}')) return [[ordinary, other]];
  return names
    .slice(0, 1)
    .concat(names.slice(2))
    .map((name): [Name, Name] => [name, name === other ? ordinary : other]);
}

/** Ordinary, another ordinary, risky, longest; in that order, as far as there are such. */
function kindsOfName(rulebook: Rulebook): Name[] {
  const now = [...rulebook.index.entries.values()].filter(
    (e) => e.authority.validTo === null && e.authority.validFrom === null,
  );
  const all = (now.length > 1 ? now : [...rulebook.index.entries.values()]).map((e) => ({
    slug: e.authority.slug,
    name: e.authority.shortName,
    risky: e.risky,
    masks: rulebook.masks.filter((m) => m.authority === e.authority.slug).length,
  }));
  const plain = all
    .filter((n) => !n.risky && !/\s/.test(n.name))
    .sort((a, b) => a.masks - b.masks || (a.slug < b.slug ? -1 : 1));
  const risky = all.filter((n) => n.risky).sort((a, b) => b.masks - a.masks)[0];
  const longest = [...all].sort((a, b) => b.name.length - a.name.length)[0];
  return [plain[0] ?? all[0], plain[1] ?? all[1], risky, longest].filter(
    (n): n is (typeof all)[number] => n !== undefined,
  );
}
