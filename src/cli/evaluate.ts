import { Option } from 'commander';
import { provenance } from '../core/articles.ts';
import type { BCubed } from '../core/evaluation/b-cubed.ts';
import { measureClusters } from '../core/evaluation/cluster.ts';
import { type Evaluation, evaluate, figures } from '../core/evaluation/evaluate.ts';
import { folds, type LabelledRecord, readLabelledRecords } from '../core/evaluation/labels.ts';
import { renderEvaluation } from '../core/evaluation/render-evaluation.ts';
import { type Candidate, type ConfidenceCheck, checkConfidence } from '../core/evaluation/sureness.ts';
import { judgeTraced } from '../core/judge.ts';
import { makeRegister } from '../core/register.ts';
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
                `${evaluations.length > 1 ? `== ${name} ==\n` : ''}${renderEvaluation(evaluation, evaluation.clusters, evaluation.confidence)}`,
            )
            .join('\n\n'),
        options,
      );
    });
};

/** Judges every labelled article as `classify` would, joins them into events as `ingest` would, and compares both. */
export function measure(
  records: readonly LabelledRecord[],
  knowledge: Knowledge,
  which: Options['register'],
): Evaluation & { clusters: BCubed; confidence: ConfidenceCheck } {
  const { rulebook, register, proposals, families } = knowledge;
  const { authorities } = rulebook;
  const slugOf = (name: string, published: string | null) => {
    const slug = rulebook.index.find(name).authority?.slug;
    return slug === undefined ? null : rulebook.index.bearer(slug, published);
  };
  const verdicts = new Map<LabelledRecord, Assessment>();
  const candidates: Candidate[] = [];
  const judgeOne = (record: LabelledRecord): Assessment => {
    const { id, title, text, url = null, publisher = null, published = null } = record;
    const { homeAuthority } = provenance(url, authorities, proposals);
    const article = { id, title, text, url, publisher, published, homeAuthority };
    const { assessment, trace } = judgeTraced(article, rulebook, which === 'none' ? null : register);
    verdicts.set(record, assessment);
    const relevance = rulebook.relevance(title, text);
    const news = new Set(record.labels.events.map((event) => `${slugOf(event.authority, published)} ${event.service}`));
    const found = new Set([...assessment.events, ...assessment.review].map((c) => `${c.authority} ${c.service}`));
    for (const { authority, service, points } of trace.points) {
      const about = `${authority} ${service}`;
      candidates.push({ points, relevance, isFinding: found.has(about), isNews: news.has(about) });
    }
    return assessment;
  };
  const evaluation = evaluate(records, judgeOne, { authority: slugOf, area: (phrase) => rulebook.areaOf(phrase) });
  const judged = [...verdicts].map(([record, assessment]) => ({ record, assessment }));
  const held = which === 'none' ? makeRegister() : register;
  const clusters = measureClusters(judged, { register: held, families, authorities, proposals, slugOf });
  return { ...evaluation, clusters, confidence: checkConfidence(candidates) };
}
