import { Option } from 'commander';
import { provenance } from '../core/articles.ts';
import { type Evaluation, evaluate, figures } from '../core/evaluation/evaluate.ts';
import { folds, type LabelledRecord, readLabelledRecords } from '../core/evaluation/labels.ts';
import { renderEvaluation } from '../core/evaluation/render-evaluation.ts';
import { judge } from '../core/judge.ts';
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
  const judgeOne = ({ id, title, text, url, publisher, published }: LabelledRecord): Assessment => {
    const { homeAuthority } = provenance(url ?? null, rulebook.authorities, proposals);
    const known = { url: url ?? null, publisher: publisher ?? null, published: published ?? null, homeAuthority };
    return judge({ id, title, text, ...known }, rulebook, which === 'none' ? null : register);
  };
  return evaluate(records, judgeOne, {
    authority: (name) => rulebook.index.find(name).authority?.slug ?? null,
    area: (phrase) => rulebook.areaOf(phrase),
  });
}
