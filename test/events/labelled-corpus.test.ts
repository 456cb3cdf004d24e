/** How well correlation groups the labelled articles given perfect judging. The corpus is not part of the project. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bCubed } from '../../src/core/evaluation/b-cubed.ts';
import { readLabelledRecords } from '../../src/core/evaluation/labels.ts';
import { correlate } from '../../src/core/events/correlate.ts';
import { makeRegister } from '../../src/core/register.ts';
import type { Claim, Report } from '../../src/core/types.ts';
import { aReport, families } from './builders.ts';

const CORPUS = '../shared/corpus/dev.jsonl';

function reportsOf(jsonLines: string): { report: Report; item: string; truth: string }[] {
  return readLabelledRecords(jsonLines, CORPUS).flatMap(({ id, published, publisher, labels, event_key }) =>
    labels.events.map(({ authority, inspectorate, service, grade, judgements, direction }) => {
      const claim = { authority, inspectorate, service, grade, direction: direction ?? null } as Partial<Claim>;
      const earlier = labels.history.flatMap((entry) =>
        entry.authority === authority ? [`${entry.grade} ${entry.year ?? ''}`.trim()] : [],
      );
      const report = aReport(`${id}.${authority}.${service}`, {
        articleId: id,
        articleDay: published ?? null,
        publisher: publisher ?? null,
        claim: { ...claim, judgements: judgements.map((judgement) => ({ ...judgement, evidence: [] })) },
        earlier,
      });
      const slug = authority.toLowerCase().replaceAll(' ', '-');
      const keys = event_key!.split('+');
      const key = keys.find((candidate) => candidate.startsWith(slug)) ?? keys[0]!;
      return { report, item: `${id}|${authority}`, truth: `${key}|${authority}` };
    }),
  );
}

const clustersOf = (pairs: [string, string][]) => {
  const clusters = new Map<string, Set<string>>();
  for (const [item, cluster] of pairs) clusters.set(item, (clusters.get(item) ?? new Set()).add(cluster));
  return clusters;
};

test.skipIf(!existsSync(CORPUS))(
  'labelled articles, judged perfectly, are grouped with B-cubed F1 of 0.97 or more',
  () => {
    const labelled = reportsOf(readFileSync(CORPUS, 'utf8'));
    const groups = new Map<string, Report[]>();
    for (const { report } of labelled) {
      const { authority, inspectorate, service } = report.claim;
      const name = `${authority}|${inspectorate}|${service}`;
      groups.set(name, [...(groups.get(name) ?? []), report]);
    }
    const itemOf = new Map(labelled.map(({ report, item }) => [report.findingId, item]));
    const found = [...groups.values()].flatMap((reports) => correlate(reports, makeRegister(), { families }).events);
    const predicted = clustersOf(
      found.flatMap(({ key, reports }) =>
        reports.map(({ findingId }): [string, string] => [itemOf.get(findingId)!, key]),
      ),
    );
    const truth = clustersOf(labelled.map(({ item, truth }) => [item, truth]));
    const scored = bCubed(predicted, truth);
    expect(scored.items).toBeGreaterThan(80);
    expect(scored.f1, JSON.stringify(scored)).toBeGreaterThanOrEqual(0.97);
  },
);
