/** Loads the knowledge in a config folder, checks all of it, and compiles it into a `Rulebook`. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { z } from 'zod';
import { compile, type Knowledge } from '../../core/judging/rules/compile.ts';
import { OFF_SCALE, type Rule, type Rulebook } from '../../core/judging/rules/rulebook.ts';
import { ENGINE_CLASSES } from '../../core/judging/rules/word-classes.ts';
import { classesOf } from '../../core/judging/text/pattern.ts';
import { WrongUse } from '../../errors.ts';
import { besideAuthorities, readAuthorities } from './authorities.ts';
import { Faults, nearest, type Read, readYaml, yamlFiles } from './files.ts';
import { REGIONS_FILE, readRegions } from './regions.ts';
import { loadRelevanceExamples, RELEVANCE_FILE } from './relevance.ts';
import { readRules } from './rules.ts';
import {
  distinctionWordsFile,
  gradesFile,
  inspectorateFile,
  judgingFile,
  lexiconFile,
  servicesFile,
} from './schemas.ts';

export interface RulebookOptions {
  /** File with the authorities instead of `authorities.csv`: the demonstration has councils of its own. */
  authorities?: string;
}

/** Files under `rules/` that hold words and numbers; all others hold rules. */
const DISTINCTION_WORDS = 'rules/distinction-words.yaml';
const WORDS = [
  ...['rules/lexicon.yaml', 'rules/grades.yaml', 'rules/services.yaml', 'rules/judging.yaml'],
  DISTINCTION_WORDS,
];

/**
 * @param configDir a config folder
 * @throws WrongUse with every fault of every file, each with file and line
 */
export function loadRulebook(configDir: string, options: RulebookOptions = {}): Rulebook {
  const faults = new Faults();
  const authorityFile = options.authorities ?? 'authorities.csv';
  const inspectorateFiles = yamlFiles(configDir, 'inspectorates');
  const ruleFiles = yamlFiles(configDir, 'rules').filter((f) => !WORDS.includes(f));
  if (inspectorateFiles.length === 0)
    faults.add('inspectorates', null, 'holds no .yaml file; without inspectorates nothing can be judged');
  const inspectorates = inspectorateFiles.flatMap((f) => readYaml(configDir, f, inspectorateFile, faults) ?? []);
  checkInspectorates(inspectorates, faults);
  const lexicon = readYaml(configDir, 'rules/lexicon.yaml', lexiconFile, faults);
  const grades = readYaml(configDir, 'rules/grades.yaml', gradesFile, faults);
  const services = readYaml(configDir, 'rules/services.yaml', servicesFile, faults);
  const judging = readYaml(configDir, 'rules/judging.yaml', judgingFile, faults);
  const distinctionWords = readYaml(configDir, DISTINCTION_WORDS, distinctionWordsFile, faults);
  const classes = new Map(Object.entries(lexicon?.value.classes ?? {}));
  const rules = readRules(
    configDir,
    ruleFiles,
    { classes: lexicon ? [...classes.keys()] : null, grades: grades && gradeIds(grades.value) },
    faults,
  );
  if (lexicon) checkClasses(lexicon, rules, faults);
  const { entries, deliveries, codes, masks } = readAuthorities(configDir, authorityFile, faults);
  const regions = readRegions(configDir, faults);
  const relevanceExamples = loadRelevanceExamples(configDir, faults);
  if (faults.list.length > 0 || !grades || !services || !judging || !distinctionWords) throw new WrongUse(faults.list);
  const knowledge: Knowledge = {
    version: versionOf(configDir, [
      authorityFile,
      ...Object.values(besideAuthorities(authorityFile)),
      ...inspectorateFiles,
      ...ruleFiles,
      ...WORDS,
      RELEVANCE_FILE,
      REGIONS_FILE,
    ]),
    reviewBelow: judging.value.reviewBelow,
    authorities: entries,
    deliveries,
    codes,
    masks,
    inspectorates: inspectorates.map(({ value: v }) => ({
      ...v,
      frameworks: v.frameworks.map(({ when_named, graded_areas, ...framework }) => ({
        ...framework,
        whenNamed: when_named,
        gradedAreas: graded_areas,
      })),
      areas: v.areas.map(({ id, name, ...area }) => ({
        ...{ id, name },
        ...{ providersToo: area.providers_too, smallPart: area.small_part },
      })),
      areaSpellings: new Map(v.areas.map((a) => [a.id, [a.name, ...a.spellings]])),
      frameworkSpellings: spellingsByFamily(v.frameworks),
    })),
    services: Object.entries(services.value.services).map(([id, s]) => ({ id, ...s })),
    grades: {
      spellings: new Map(Object.entries(grades.value.spellings)),
      paraphrases: new Map(Object.entries(grades.value.paraphrases)),
      offScale: grades.value.off_scale,
      slips: grades.value.slips,
      broken: grades.value.broken,
    },
    classes,
    distinctionWords: distinctionWords.value,
    regions,
    rules,
    relevanceExamples,
  };
  return compile(knowledge);
}

const gradeIds = ({ spellings, paraphrases }: z.infer<typeof gradesFile>): string[] => [
  ...new Set([...Object.keys(spellings), ...Object.keys(paraphrases), OFF_SCALE]),
];

/** The engine's own classes must be there, and one that neither it nor a rule speaks of does nothing. */
function checkClasses({ value, file, lineOf }: Read<z.infer<typeof lexiconFile>>, rules: Rule[], faults: Faults): void {
  const known = Object.keys(value.classes);
  for (const name of ENGINE_CLASSES.filter((c) => !known.includes(c))) {
    const meant = nearest(name, known);
    faults.add(file, null, `lacks the class "${name}", which the engine reads${meant ? `; is it "${meant}"?` : ''}`);
  }
  // A rule that could not be read may be the one that speaks of it.
  if (faults.list.length > 0) return;
  const spokenOf = new Set<string>([
    ...ENGINE_CLASSES,
    ...rules.flatMap((r) => [
      ...r.needs,
      ...r.holds,
      ...r.lacks,
      ...(r.cue ? [r.cue] : []),
      ...[...r.patterns, ...r.unless].flatMap(classesOf),
    ]),
  ]);
  for (const name of known.filter((c) => !spokenOf.has(c)))
    faults.add(
      file,
      lineOf(['classes', name]),
      `class "${name}" is read by no rule and not by the engine; take it out`,
    );
}

/** Frameworks speak of scales, areas and headlines that must be defined. */
function checkInspectorates(files: Read<z.infer<typeof inspectorateFile>>[], faults: Faults): void {
  const scales = files.flatMap((f) => f.value.scales.map((s) => s.id));
  for (const { value, file, lineOf } of files) {
    const areas = value.areas.map((a) => a.id);
    const know = (word: string, known: string[], what: string, line: number) => {
      if (known.includes(word)) return;
      const meant = nearest(word, known);
      faults.add(file, line, `${what} "${word}" is defined nowhere${meant ? `; did you mean "${meant}"?` : ''}`);
    };
    value.frameworks.forEach((framework, n) => {
      const line = lineOf(['frameworks', n]);
      if (framework.scale !== null) know(framework.scale, scales, 'scale', line);
      for (const area of framework.areas) know(area, areas, 'area', line);
      for (const headline of framework.headlines) if (headline !== 'overall') know(headline, areas, 'headline', line);
      if (framework.until !== null && framework.until <= framework.from)
        faults.add(file, line, `framework ${framework.id} ends on ${framework.until}, before it begins`);
    });
  }
}

function spellingsByFamily(frameworks: { family: string; spellings: string[] }[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { family, spellings } of frameworks) found.set(family, [...(found.get(family) ?? []), ...spellings]);
  return found;
}

/** Short hash of everything that decides a verdict. */
function versionOf(configDir: string, files: string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const full = isAbsolute(file) ? file : join(configDir, file);
    if (existsSync(full)) hash.update(readFileSync(full));
  }
  return hash.digest('hex').slice(0, 12);
}
