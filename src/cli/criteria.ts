/** What a subscription asks for, as people write it: flags of a command, cells of a file. */
import type { Command } from 'commander';
import { type Criteria, type Direction, INSPECTORATES, SERVICES } from '../core/types.ts';
import { WrongUse } from '../errors.ts';
import type { Knowledge } from '../steps/deps.ts';
import { authoritiesNamed, gathered, knownWords, repeated } from './arguments.ts';

export interface CriteriaWords {
  authority: string[];
  region: string[];
  inspectorate: string[];
  service: string[];
  grade: string[];
  direction: string[];
}

const DIRECTIONS: Direction[] = ['up', 'down', 'same', 'first'];

/** The flags that say what a subscription asks for. */
export const criteriaOptions = (command: Command) =>
  command
    .addOption(repeated('--authority <name>', 'slug, name, alias or code; may be repeated'))
    .addOption(repeated('--region <name>', 'may be repeated'))
    .addOption(repeated('--inspectorate <id>', 'may be repeated'))
    .addOption(repeated('--service <id>', 'may be repeated'))
    .addOption(repeated('--grade <id>', 'any headline grade; may be repeated'))
    .addOption(repeated('--direction <way>', 'up, down, same or first; may be repeated'));

/** @throws WrongUse naming every word that is not known */
export function criteriaOf(options: CriteriaWords, { rulebook }: Pick<Knowledge, 'rulebook'>): Criteria {
  const faults: string[] = [];
  const gather = <T>(read: () => T[]): T[] => gathered(faults, read);
  const grades = [...new Set([...rulebook.scales.values()].flatMap((scale) => scale.grades.map(({ id }) => id)))];
  const criteria: Criteria = {
    authorities: gather(() => authoritiesNamed(options.authority, rulebook)),
    regions: gather(() =>
      knownWords(options.region, [...new Set(rulebook.authorities.map(({ region }) => region))], 'region'),
    ),
    inspectorates: gather(() => knownWords(options.inspectorate, INSPECTORATES, 'inspectorate')),
    services: gather(() => knownWords(options.service, SERVICES, 'service')),
    grades: gather(() =>
      knownWords(
        options.grade.map((word) => word.toLowerCase().replaceAll(/[ -]/g, '_')),
        [...grades, 'none'],
        'grade',
      ),
    ),
    directions: gather(() => knownWords(options.direction, DIRECTIONS, 'direction')) as Direction[],
  };
  if (faults.length > 0) throw new WrongUse(faults);
  return criteria;
}
