/** Reads the rule files: patterns compiled, classes checked, examples kept with their lines. */
import { DISTINCTION_CLASSES } from '../../core/judging/rules/distinction-words.ts';
import type { Effect, Example, Rule } from '../../core/judging/rules/rulebook.ts';
import { classesOf, type Pattern, parsePattern } from '../../core/judging/text/pattern.ts';
import { type Faults, nearest, type Read, readYaml } from './files.ts';
import { type RuleShape, rulesFile } from './schemas.ts';

/** Classes the engine makes itself, beside those of the lexicon. */
const BUILT_IN = [
  ...['authority', 'inspectorate', 'service', 'area', 'grade', 'framework', 'year', 'number', 'mask'],
  ...DISTINCTION_CLASSES,
];
const ANCHORS: Record<Effect['does'], string> = {
  licence: 'GRADE',
  standing: 'GRADE',
  not_rating: 'GRADE',
  movement: 'GRADE',
  move: 'CUE',
  not_authority: 'PLACE',
  bystander: 'AUTHORITY',
  joint: 'CUE',
  signal: 'CUE',
  notice: 'CUE',
  distinction: 'CUE',
}; // prettier-ignore

/** Words that rules may speak of; null where the file that holds them could not be read and has its own fault. */
export interface Words {
  classes: string[] | null;
  grades: string[] | null;
}

export function readRules(root: string, files: string[], words: Words, faults: Faults): Rule[] {
  const known = { classes: words.classes && [...words.classes, ...BUILT_IN], grades: words.grades };
  const seen = new Map<string, string>();
  return files.flatMap((file) => {
    const read = readYaml(root, file, rulesFile, faults);
    return (read?.value.rules ?? []).flatMap((shape, n) => {
      const line = read?.lineOf(['rules', n]) ?? 1;
      const where = seen.get(shape.id);
      if (where) faults.add(file, line, `rule "${shape.id}" stands already in ${where}; ids are unique`);
      seen.set(shape.id, `${file} line ${line}`);
      return (
        ruleOf(shape, n, read as Read<{ does?: RuleShape['does'] | undefined; rules: RuleShape[] }>, known, faults) ??
        []
      );
    });
  });
}

function ruleOf(
  shape: RuleShape,
  n: number,
  read: Read<{ does?: RuleShape['does'] | undefined; rules: RuleShape[] }>,
  known: Words,
  faults: Faults,
): Rule | null {
  const line = read.lineOf(['rules', n]);
  const does = shape.does ?? read.value.does;
  const fault = (message: string, key?: string) =>
    faults.add(read.file, key ? read.lineOf(['rules', n, key]) : line, `rule ${shape.id}: ${message}`);
  if (!does) {
    fault('says neither here nor for the file what it `does`');
    return null;
  }
  const effect = effectOf(does, shape, fault);
  const compilePatterns = (sources: string[] | undefined, key: string): Pattern[] =>
    (sources ?? []).flatMap((source) => {
      try {
        const pattern = parsePattern(source);
        if (pattern.anchor !== ANCHORS[does])
          fault(`"${source}" must name ${ANCHORS[does]}, not ${pattern.anchor}`, key);
        checkClasses(classesOf(pattern), key);
        return [pattern];
      } catch (cause) {
        fault((cause as Error).message, key);
        return [];
      }
    });
  const check = (names: string[], all: string[] | null, unknown: (name: string) => string, key: string) => {
    for (const name of names)
      if (all !== null && !all.includes(name)) {
        const meant = nearest(name, all);
        fault(`${unknown(name)}${meant ? `; did you mean "${meant}"?` : ''}`, key);
      }
  };
  const checkClasses = (names: string[], key: string) =>
    check(names, known.classes, (name) => `class "${name}" is in no lexicon`, key);
  check(shape.grades ?? [], known.grades, (name) => `grade "${name}" has no words in rules/grades.yaml`, 'grades');
  checkClasses(shape.needs ?? [], 'needs');
  checkClasses(shape.holds ?? [], 'holds');
  checkClasses(shape.lacks ?? [], 'lacks');
  if (shape.cue) checkClasses([shape.cue], 'cue');
  if (ANCHORS[does] === 'CUE' && !shape.cue) fault('needs a `cue`: the class of words that CUE stands for');
  const patterns = compilePatterns(shape.pattern, 'pattern');
  const unless = compilePatterns(shape.unless, 'unless');
  if (!effect) return null;
  const examples = (key: 'match' | 'noMatch') =>
    shape[key].map((e, i) => exampleOf(e, read.lineOf(['rules', n, key, i]), key));
  return {
    id: shape.id,
    file: read.file,
    line,
    effect,
    patterns,
    unless,
    needs: shape.needs ?? [],
    near: shape.near ?? false,
    holds: shape.holds ?? [],
    lacks: shape.lacks ?? [],
    grades: shape.grades ?? [],
    cue: shape.cue ?? null,
    quoted: shape.quoted ?? false,
    unquoted: shape.unquoted ?? false,
    titleOnly: shape.in === 'title',
    match: examples('match'),
    noMatch: examples('noMatch'),
  }; // prettier-ignore
}

function effectOf(does: Effect['does'], shape: RuleShape, fault: (message: string) => void): Effect | null {
  const need = <T>(value: T | undefined, key: string): T | null => {
    if (value !== undefined) return value;
    fault(`needs \`${key}\``);
    return null;
  };
  switch (does) {
    case 'licence':
    case 'bystander':
    case 'joint':
      return { does };
    case 'standing': {
      const standing = need(shape.standing, 'standing');
      return standing && { does, standing, priority: shape.priority ?? 0 };
    }
    case 'not_rating':
    case 'not_authority': {
      const code = need(shape.code, 'code');
      const reason = need(shape.reason, 'reason');
      return code && reason ? { does, code, reason } : null;
    }
    case 'movement':
    case 'move': {
      const direction = need(shape.direction, 'direction');
      return direction && { does, direction };
    }
    case 'signal': {
      const weight = need(shape.weight, 'weight');
      const where = need(shape.where, 'where');
      return weight !== null && where
        ? { does, weight, where, yields: shape.yields ?? null, subject: shape.subject ?? null }
        : null;
    }
    case 'notice': {
      const kind = need(shape.kind, 'kind');
      return kind && { does, kind, outcome: shape.outcome ?? null };
    }
    case 'distinction': {
      const rank = need(shape.rank, 'rank');
      return rank && { does, rank };
    }
  }
}

function exampleOf(shape: RuleShape['match'][number], line: number, key: 'match' | 'noMatch'): Example {
  const e: Partial<Example> & { text: string } = { ...shape } as Partial<Example> & { text: string };
  return {
    text: e.text,
    title: e.title ?? '',
    published: e.published ?? null,
    home: e.home ?? null,
    // An example that must match and names no event promises that there is none.
    events: e.events ?? (key === 'match' ? [] : null),
    areas: e.areas ?? null,
    history: e.history ?? null,
    notices: e.notices ?? null,
    direction: e.direction ?? null,
    joint: e.joint ?? null,
    distinctions: e.distinctions ?? null,
    line,
  };
}
