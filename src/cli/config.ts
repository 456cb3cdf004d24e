import { checkExamples } from '../core/judging/check-examples.ts';
import { checkMasks } from '../core/judging/check-masks.ts';
import { giveUp } from '../errors.ts';
import { jsonOption } from './arguments.ts';
import type { AddCommand } from './cli.ts';

export const addConfig: AddCommand = (program, cli) => {
  const config = program.command('config');
  config
    .command('check')
    .description('validate every file of the config folder and run every rule’s examples, without starting anything')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExample: gradewatch config check\nAnother folder: GRADEWATCH_CONFIG=./my-config gradewatch config check',
    )
    .action(async (options: { json?: boolean }) => {
      const { rulebook, proposals, register } = await cli.knowledge();
      const failures = [...checkExamples(rulebook), ...checkMasks(rulebook)];
      const judgements = [...register.byAuthority.values()].reduce((sum, rows) => sum + rows.length, 0);
      const examples = rulebook.rules.reduce((sum, rule) => sum + rule.match.length + rule.noMatch.length, 0);
      const counts = {
        rules: rulebook.rules.length,
        examples,
        masks: rulebook.masks.length,
        authorities: rulebook.authorities.length,
        sources: proposals.length,
        judgements,
      };
      cli.result(
        { ok: failures.length === 0, version: rulebook.version, ...counts, failures },
        () =>
          failures.length > 0
            ? failures
                .map(
                  ({ rule, file, line, example, expected, got }) =>
                    `${file} line ${line}: rule ${rule}: "${example}" should give ${expected}, gives ${got}`,
                )
                .join('\n')
            : `Config is sound: ${counts.rules} rules with ${counts.examples} examples, ${counts.masks} masks, ${counts.authorities} authorities, ${counts.sources} sources, ${counts.judgements} published judgements (rules ${rulebook.version}).`,
        options,
      );
      if (failures.length > 0)
        throw giveUp(`${failures.length} examples fail; mend the rule, or the example where it is wrong`);
    });
};
