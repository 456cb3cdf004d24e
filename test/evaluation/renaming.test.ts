/** The judging generalises over names: the same articles about other councils are judged as well. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measure } from '../../src/cli/evaluate.ts';
import { figures } from '../../src/core/evaluation/evaluate.ts';
import { readLabelledRecords } from '../../src/core/evaluation/labels.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import { renamed } from '../support/renamed.ts';

const CORPUS = '../shared/corpus/dev.jsonl';
const records = existsSync(CORPUS) ? readLabelledRecords(readFileSync(CORPUS, 'utf8'), 'corpus') : [];

for (const shift of [1, 5])
  test.skipIf(records.length === 0)(
    `other names of the same kind (${shift} on) move a score by less than a point`,
    async () => {
      const knowledge = await loadKnowledge({ configDir: null, reviewBelow: null }, null);
      const unsigned = records.map((record) => ({ ...record, url: null, publisher: null }));
      const before = figures(measure(unsigned, knowledge, 'none'));
      const after = figures(measure(renamed(records, knowledge.rulebook, shift), knowledge, 'none'));
      for (const figure of ['eventsF1', 'areasF1', 'historyF1'])
        expect(Math.abs((after[figure] ?? 0) - (before[figure] ?? 1)), figure).toBeLessThan(0.01);
    },
  );

test('renaming puts names, aliases and capitals of another council of the kind in text and labels', async () => {
  const { rulebook } = await loadKnowledge({ configDir: null, reviewBelow: null }, null);
  const [one, two] = [...rulebook.index.entries.values()].filter(
    ({ authority, risky }) => authority.type === 'county' && !risky,
  );
  const { shortName, officialName } = one!.authority;
  const record = {
    id: 'a',
    title: `${shortName.toUpperCase()} news`,
    text: `${officialName} and ${shortName}shire.`,
    labels: {
      relevant: true,
      events: [
        { authority: shortName, inspectorate: 'ofsted', service: 'childrens_services', grade: 'good', judgements: [] },
      ],
      history: [],
    },
  };
  expect(renamed([record], rulebook, 1)[0]).toMatchObject({
    title: `${two!.authority.shortName.toUpperCase()} news`,
    text: `${two!.authority.officialName} and ${shortName}shire.`,
    labels: { events: [{ authority: two!.authority.slug }] },
  });
});
