import { oneLine, plain } from '../sending/safe.ts';
import type { BCubed } from './b-cubed.ts';
import type { Evaluation } from './evaluate.ts';
import type { Score } from './score.ts';
import type { ConfidenceCheck, Sureness } from './sureness.ts';

/** An evaluation as a person reads it in a terminal: the figures first, then every miss, then words without a spelling. */
export function renderEvaluation(evaluation: Evaluation, clusters?: BCubed, confidence?: ConfidenceCheck): string {
  const { articles, relevant, events, areas, history, direction, review, falseAlarms, misses, unknown } = evaluation;
  const sections = [
    `${articles} articles, ${relevant} of them relevant`,
    table([
      SCORE_HEAD,
      scoreRow('events', events),
      ...Object.entries(evaluation.byGrade).map(([grade, score]) => scoreRow(`  ${grade}`, score)),
      ...Object.entries(evaluation.byInspectorate).map(([inspectorate, score]) => scoreRow(`  ${inspectorate}`, score)),
      scoreRow('area grades', areas),
      scoreRow('history', history),
    ]),
    table([
      ['direction right', `${direction.right} of ${direction.labelled}`, percent(direction.share)],
      ['true events in review', `${review.inReview} of ${review.trueEvents}`, percent(review.share)],
      ...(clusters ? [['events told apart (B-cubed)', `${clusters.items} pairs`, `F1 ${clusters.f1.toFixed(3)}`]] : []),
      ['false alarms', `${falseAlarms.alarms} of ${falseAlarms.articles}`, ''],
      ...Object.entries(falseAlarms.byKind)
        .sort()
        .map(([kind, count]) => [`  ${kind}`, `${count.alarms} of ${count.articles}`, '']),
    ]),
    ...(confidence ? [renderConfidence(confidence)] : []),
    misses.length ? `Misses (${misses.length})\n${misses.map(renderMiss).join('\n')}` : 'No misses.',
    ...(unknown.areas.length ? [`Area words without a spelling, not scored: ${unknown.areas.join('; ')}`] : []),
    ...(unknown.authorities.length
      ? [`Authorities the register does not know: ${unknown.authorities.join('; ')}`]
      : []),
  ];
  return plain(sections.join('\n\n'));
}

const renderConfidence = (check: ConfidenceCheck): string => {
  const row = (name: string, of: Sureness) => [name, ...[of.auc, of.findingsAuc, of.brier].map((n) => n.toFixed(4))];
  return table([
    [
      'confidence',
      `AUC of ${check.news} in ${check.candidates}`,
      `of ${check.rightFindings} in ${check.findings} findings`,
      'Brier',
    ],
    row('  by the rules alone', check.byRules),
    row('  with the relevance model', check.withRelevance),
  ]);
};

const renderMiss = ({ id, title, about, expected, got }: Evaluation['misses'][number]): string =>
  [
    `  ${id} ${about}: ${oneLine(title)}`,
    ...(expected.length ? [`    expected ${expected.join(', ')}`] : []),
    ...(got.length ? [`    got      ${got.join(', ')}`] : []),
  ].join('\n');

const SCORE_HEAD = ['', 'right', 'expected', 'got', 'precision', 'recall', 'F1'];

const scoreRow = (name: string, { right, expected, got, precision, recall, f1 }: Score): string[] => [
  name,
  ...[right, expected, got].map(String),
  ...[precision, recall, f1].map((share) => share.toFixed(3)),
];

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Columns under one another: the first to the left, the others to the right. */
function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const cell = (text: string, column: number) =>
    column ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[0] ?? 0);
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}
