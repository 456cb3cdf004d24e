import { z } from 'zod';
import { WrongUse } from '../../errors.ts';

const GRADE = z.string().min(1).nullable();

/** One labelled article: a line of the corpus format. Keys that the comparison does not need are let through unread. */
const RECORD = z.object({
  id: z.string().min(1),
  url: z.string().nullish(),
  publisher: z.string().nullish(),
  published: z.string().nullish(),
  title: z.string(),
  text: z.string(),
  labels: z.object({
    relevant: z.boolean(),
    events: z.array(
      z.object({
        authority: z.string().min(1),
        inspectorate: z.string().min(1),
        service: z.string().min(1),
        grade: GRADE,
        judgements: z.array(z.object({ area: z.string().min(1), grade: z.string().min(1) })).default([]),
        direction: z.enum(['up', 'down', 'same']).nullish(),
      }),
    ),
    history: z
      .array(z.object({ authority: z.string().min(1), grade: z.string().min(1), year: z.number().int().nullish() }))
      .default([]),
    negative_kind: z.string().nullish(),
  }),
  event_key: z.string().nullish(),
});

export type LabelledRecord = z.infer<typeof RECORD>;
export type LabelledEvent = LabelledRecord['labels']['events'][number];

/**
 * Reads labelled articles, one JSON object a line; blank lines are passed over.
 *
 * @param name what to call the text in a fault, usually its file name
 * @throws WrongUse naming every line that is no record, and every id that stands twice
 */
export function readLabelledRecords(jsonLines: string, name: string): LabelledRecord[] {
  const records: LabelledRecord[] = [];
  const faults: string[] = [];
  const lineOf = new Map<string, number>();
  for (const [index, line] of jsonLines.split('\n').entries()) {
    if (line.trim() === '') continue;
    const where = `${name} line ${index + 1}`;
    const parsed = parseJson(line);
    if (!parsed) {
      faults.push(`${where}: not a JSON object; write one labelled article a line`);
      continue;
    }
    const checked = RECORD.safeParse(parsed.value);
    if (!checked.success) {
      for (const { path, message } of checked.error.issues)
        faults.push(`${where}: ${path.join('.') || 'record'}: ${message}`);
      continue;
    }
    const before = lineOf.get(checked.data.id);
    if (before)
      faults.push(`${where}: id "${checked.data.id}" stands on line ${before} too; give each article its own`);
    lineOf.set(checked.data.id, index + 1);
    records.push(checked.data);
  }
  if (faults.length) throw new WrongUse(faults);
  return records;
}

/**
 * Splits labelled articles into those to tune on and every third kept aside. All articles of one `event_key` fall on
 * the same side, so that nothing kept aside has been read in another paper's words; articles without a key are
 * counted on their own.
 */
export function folds(records: readonly LabelledRecord[]): { tuned: LabelledRecord[]; aside: LabelledRecord[] } {
  const keys = [...new Set(records.flatMap(({ event_key }) => event_key ?? []))].sort();
  const keysAside = new Set(keys.filter((_, index) => index % 3 === 2));
  const tuned: LabelledRecord[] = [];
  const aside: LabelledRecord[] = [];
  let keyless = 0;
  for (const record of records) {
    const isAside = record.event_key ? keysAside.has(record.event_key) : keyless++ % 3 === 2;
    (isAside ? aside : tuned).push(record);
  }
  return { tuned, aside };
}

/** JSON.parse without its exception: a bad line is an ordinary answer here. */
function parseJson(line: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(line) };
  } catch {
    return null;
  }
}
