import { Option } from 'commander';
import { provenance } from '../core/articles.ts';
import { type Evaluation, evaluate, figures } from '../core/evaluation/evaluate.ts';
import { folds, type LabelledRecord, readLabelledRecords } from '../core/evaluation/labels.ts';
import { renderEvaluation } from '../core/evaluation/render-evaluation.ts';
import { assess } from '../core/judging/assess.ts';
import { withRegister } from '../core/register.ts';
import type { Assessment } from '../core/types.ts';
import type { Knowledge } from '../steps/deps.ts';
import { jsonOption, readInput } from './arguments.ts';
import type { AddCommand } from './cli.ts';

interface Options {
  register: 'none' | 'shipped';
  folds?: boolean;
  json?: boolean;
}

export const addEvaluate: AddCommand = (program, cli) => {
  program
    .command('evaluate <corpus>')
    .addOption(
      new Option('--register <which>', 'whether the published judgements may help')
        .choices(['none', 'shipped'])
        .default('none'),
    )
    .option('--folds', 'also by fold: the articles rules were tuned on, and every third event kept aside')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch evaluate corpus.jsonl')
    .action(async (corpus: string, options: Options) => {
      const records = readLabelledRecords(readInput(cli.io, corpus).toString('utf8'), corpus);
      const knowledge = await cli.knowledge();
      const parts: [string, LabelledRecord[]][] = options.folds
        ? [
            ['tuned', folds(records).tuned],
            ['aside', folds(records).aside],
            ['all', records],
          ]
        : [['all', records]];
      const evaluations = parts.map(([name, some]) => [name, measure(some, knowledge, options.register)] as const);
      cli.result(
        Object.fromEntries(
          evaluations.map(([name, evaluation]) => [name, { figures: figures(evaluation), ...evaluation }]),
        ),
        () =>
          evaluations
            .map(
              ([name, evaluation]) =>
                `${evaluations.length > 1 ? `== ${name} ==\n` : ''}${renderEvaluation(evaluation)}`,
            )
            .join('\n\n'),
        options,
      );
    });
};

/** Judges every labelled article as `classify` would and compares. */
export function measure(
  records: readonly LabelledRecord[],
  knowledge: Knowledge,
  which: Options['register'],
): Evaluation {
  const { rulebook, register, proposals } = knowledge;
  const judge = (record: LabelledRecord): Assessment => {
    const { homeAuthority } = provenance(record.url ?? null, rulebook.authorities, proposals);
    const { id, title, text } = record;
    const verdict = assess(
      {
        id,
        title,
        text,
        url: record.url ?? null,
        publisher: record.publisher ?? null,
        published: record.published ?? null,
        homeAuthority,
      },
      rulebook,
    );
    return which === 'none' ? verdict : withRegister(verdict, record.published ?? null, register);
  };
  return evaluate(records, judge, {
    authority: (name) => {
      const found = rulebook.index.find(name);
      return found.authority?.slug ?? null;
    },
    area: (phrase) => rulebook.areaOf(phrase),
  });
}
