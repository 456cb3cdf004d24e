import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadRulebook } from '../../src/adapters/config/rulebook.ts';
import { assess } from '../../src/core/judging/assess.ts';
import { checkExamples } from '../../src/core/judging/check-examples.ts';
import type { Rulebook } from '../../src/core/judging/rules/rulebook.ts';
import { WrongUse } from '../../src/errors.ts';
import { anArticle, CONFIG, rulebook } from './support.ts';

const shipped = loadRulebook(CONFIG);
const demo = loadRulebook(CONFIG, { authorities: join(CONFIG, 'demo/authorities.csv') });

describe('rules', () => {
  test('every example comes out as promised, for real councils', () => expect(checkExamples(shipped)).toEqual([]));
  test('every example comes out as promised, for invented councils', () => expect(checkExamples(demo)).toEqual([]));

  test('without any one rule some example comes out differently', () => {
    const idle = shipped.rules.filter((rule) => !isMissed(shipped, rule.id)).map((rule) => rule.id);
    expect(idle).toEqual([]);
  });

  test('no two rules prove themselves by one sentence that must not match', () => {
    const holders = new Map<string, string[]>();
    for (const { id, noMatch } of shipped.rules)
      for (const { title, text } of noMatch) {
        const said = title ? `${title} / ${text}` : text;
        holders.set(said, [...(holders.get(said) ?? []), id]);
      }
    expect([...holders].filter(([, ids]) => ids.length > 1)).toEqual([]);
  });
});

/** Whether dropping a rule changes an outcome that its own examples promise; that it fired does not count. */
function isMissed(book: Rulebook, id: string): boolean {
  // Only its own examples are asked, or every rule's would be run once for each rule.
  const rules = book.rules.map((r) =>
    r.id === id ? { ...r, patterns: [], unless: [] } : { ...r, match: [], noMatch: [] },
  );
  return checkExamples({ ...book, rules }).some((f) => !f.expected.startsWith('the rule'));
}

describe('the loader', () => {
  const folders: string[] = [];
  const broken = (file: string, change: (text: string) => string): string[] => {
    const folder = mkdtempSync(join(tmpdir(), 'gradewatch-config-'));
    folders.push(folder);
    cpSync(CONFIG, folder, { recursive: true });
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
    try {
      loadRulebook(folder);
      return [];
    } catch (failure) {
      expect(failure).toBeInstanceOf(WrongUse);
      return (failure as WrongUse).faults;
    }
  };
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  const faults: [string, string, (text: string) => string, RegExp][] = [
    [
      'an unknown key, with the one meant',
      'rules/licence.yaml',
      (t) => t.replace('    pattern:', '    patern:'),
      /^rules\/licence\.yaml line \d+: unknown key "patern" .*did you mean "pattern"\?/,
    ],
    [
      'a class no lexicon knows',
      'rules/licence.yaml',
      (t) => t.replace('<judged> ..8', '<judgd> ..8'),
      /line \d+: rule licence\.judged: class "judgd" is in no lexicon; did you mean "judged"\?/,
    ],
    [
      'a class that the engine reads and the lexicon lacks',
      'rules/lexicon.yaml',
      (t) => t.replace('  time_clause: [', '  time_clauses: ['),
      /^rules\/lexicon\.yaml: lacks the class "time_clause", which the engine reads; is it "time_clauses"\?/,
    ],
    [
      'a class that nothing reads',
      'rules/lexicon.yaml',
      (t) => `${t}  colours: [red, blue]\n`,
      /^rules\/lexicon\.yaml line \d+: class "colours" is read by no rule and not by the engine; take it out/,
    ],
    [
      'a pattern without an anchor',
      'rules/licence.yaml',
      (t) => t.replace('<judged> ..8 GRADE', '<judged> ..8'),
      /has no anchor/,
    ],
    [
      'a rule without an example that must match',
      'rules/roles.yaml',
      (t) => t.replace(/ match:\n(?: +- \{.*\}\n)+/, ' match: []\n'),
      /at least one example that must match/,
    ],
    [
      'a standing that does not exist',
      'rules/standing.yaml',
      (t) => t.replace('standing: current', 'standing: curent'),
      /must be one of current, background, previous, possible, denied/,
    ],
    [
      'a choice that does not exist, with the one meant',
      'rules/signals.yaml',
      (t) => t.replace('does: signal', 'does: signl'),
      /^rules\/signals\.yaml line \d+: does must be one of .*, not "signl"; did you mean "signal"\?/,
    ],
    [
      'a grade that no words stand for, with the one meant',
      'rules/masks.yaml',
      (t) => t.replace('grades: [inadequate, adequate]', 'grades: [inadequat, adequate]'),
      /^rules\/masks\.yaml line \d+: rule mask\.inadequate: grade "inadequat" .*; did you mean "inadequate"\?/,
    ],
    ['YAML that cannot be read', 'rules/roles.yaml', (t) => `${t}\n  - [`, /^rules\/roles\.yaml line \d+:/],
    [
      'a slug twice',
      'authorities.csv',
      (t) => `${t.trimEnd()}\n${t.split('\n')[1]}\n`,
      /^authorities\.csv line \d+: slug ".*" stands already in line 2/,
    ],
    [
      'an unknown column',
      'authorities.csv',
      (t) => t.replace(',aliases,', ',alias,'),
      /unknown column "alias"; did you mean "aliases"\?/,
    ],
    [
      'a trust for nobody',
      'delivery.csv',
      (t) => t.replace(',sandwell,', ',sandwel,'),
      /^delivery\.csv line \d+: authority "sandwel" is no slug.*did you mean "sandwell"\?/,
    ],
    [
      'a mask of nobody',
      'masks.csv',
      (t) => t.replace('bexley,Bexley Hall,', 'bexly,Bexley Hall,'),
      /^masks\.csv line \d+: authority "bexly" is no slug.*did you mean "bexley"\?/,
    ],
    [
      'a mask whose example is of something else',
      'masks.csv',
      (t) => t.replace('bexley,Bexley Hall,', 'bexley,Bexley Folly,'),
      /^masks\.csv line \d+: the example of the mask "Bexley Folly" must be a sentence that holds these very words/,
    ],
    [
      'a mask that stands twice',
      'masks.csv',
      (t) => `${t}bexley,Bexley Hall,They met at Bexley Hall.\n`,
      /^masks\.csv line \d+: the mask "Bexley Hall" stands already in line \d+/,
    ],
    [
      'a scale that is not defined',
      'inspectorates/cqc.yaml',
      (t) => t.replace('scale: cqc_four_point_2023', 'scale: cqc_four_point_2022'),
      /scale "cqc_four_point_2022" is defined nowhere; did you mean "cqc_four_point_2023"\?/,
    ],
    [
      'a spelling of two authorities',
      'authorities.csv',
      (t) => t.replace('Barnet Council|', 'Barnet Council|Bexley Council|'),
      /"Bexley Council" names both barnet and bexley/,
    ],
    [
      'a list of labelled sentences that is called otherwise',
      'relevance.yaml',
      (t) => t.replace('judgement:', 'judgment:'),
      /^relevance\.yaml line \d+: unknown key "judgment" .*did you mean "judgement"\?/,
    ],
    [
      'too few labelled sentences',
      'relevance.yaml',
      (t) => `${t.slice(0, t.indexOf('other:'))}other:\n  - only one sentence\n`,
      /^relevance\.yaml line \d+: other: needs at least 20 sentences/,
    ],
    [
      'a labelled sentence that stands twice',
      'relevance.yaml',
      (t) => `${t}  - Bin collections change over the bank holiday\n`,
      /^relevance\.yaml line \d+: "Bin collections .*" stands in line \d+ already/,
    ],
  ]; // prettier-ignore
  for (const [what, file, change, message] of faults)
    test(`names ${what}`, () => expect(broken(file, change).join('\n')).toMatch(new RegExp(message, 'm')));

  test('names every fault of every file at once', () => {
    const list = broken('rules/licence.yaml', (t) =>
      t.replace('    pattern:', '    patern:').replace('does: licence', 'dose: licence'),
    );
    expect(list.length).toBeGreaterThan(1);
  });

  test('names a broken lexicon alone, not every rule that speaks of its words', () => {
    const list = broken('rules/lexicon.yaml', (t) => t.replace('  judged: [', '  judged: [(oops, '));
    expect(list).toEqual([expect.stringMatching(/^rules\/lexicon\.yaml line \d+: .*without its other half/)]);
  });

  test('reads the same files to the same version, and other files to another', () => {
    expect(loadRulebook(CONFIG).version).toBe(shipped.version);
    expect(demo.version).not.toBe(shipped.version);
  });

  test('knows another labelled sentence by another version', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gradewatch-config-'));
    folders.push(folder);
    cpSync(CONFIG, folder, { recursive: true });
    appendFileSync(join(folder, 'relevance.yaml'), '  - A bridge over the river is painted green\n');
    expect(loadRulebook(folder).version).not.toBe(shipped.version);
  });
});

describe('authorities', () => {
  const words: [string, string | null][] = [
    ['bexley', 'bexley'],
    ['London Borough of Bexley', 'bexley'],
    ['Bexley Council', 'bexley'],
    ['BEXLEY', 'bexley'],
    ['E09000004', 'bexley'],
    ['303', 'bexley'],
    ['E08000016', 'barnsley'],
    ['Brighton & Hove', 'brighton-and-hove'],
    ['B&NES', 'bath-and-north-east-somerset'],
    ['St. Helens', 'st-helens'],
    ['Nowhere', null],
  ];
  for (const [word, slug] of words)
    test(`"${word}" is ${slug ?? 'nobody'}`, () => expect(shipped.index.find(word).authority?.slug ?? null).toBe(slug));
  test('a near miss suggests the right word', () =>
    expect(shipped.index.find('bexly')).toEqual({ authority: null, suggestion: 'bexley' }));
  test('so do two slips; of two equally near both are named, of many none', () => {
    const of = (word: string) => shipped.index.find(word);
    expect(of('brumle')).toMatchObject({ suggestion: 'bromley' });
    expect(of('noresumberland')).toMatchObject({ suggestion: 'northumberland' });
    expect(of('herdfordshire')).toMatchObject({ suggestion: 'herefordshire or hertfordshire' });
    expect(of('qqqqqqqq')).toMatchObject({ suggestion: null });
  });
});

test('a rulebook is not changed by being used', () => {
  const before = rulebook.rules.length;
  const first = assess(anArticle({ title: "Northshire's children's services good, says Ofsted" }), rulebook);
  const second = assess(anArticle({ title: "Northshire's children's services good, says Ofsted" }), rulebook);
  expect(second).toEqual(first);
  expect(rulebook.rules.length).toBe(before);
});
