/** What the YAML files of a config folder may hold. Unknown keys are faults. */
import { z } from 'zod';
import { expandPhrase } from '../../core/judging/text/phrases.ts';
import { INSPECTORATES, SERVICES, SUBJECTS } from '../../core/types.ts';

const texts = z.array(z.string().min(1));
/** Phrases, some of which stand for several. */
const phrases = z.array(z.string().min(1)).transform((lines, context) =>
  lines.flatMap((line) => {
    try {
      return expandPhrase(line);
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
      return [];
    }
  }),
);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'must be a day such as "2026-04-01"');
const one = z.union([z.string().min(1), texts]).transform((v) => (typeof v === 'string' ? [v] : v));

const example = z.union([
  z
    .string()
    .min(1)
    .transform((text) => ({ text })),
  z.strictObject({
    text: z.string(),
    title: z.string().optional(),
    published: day.optional(),
    home: z.string().optional(),
    events: texts.optional(),
    areas: texts.optional(),
    history: texts.optional(),
    notices: texts.optional(),
    direction: z.enum(['up', 'down', 'same']).optional(),
    joint: texts.optional(),
    distinctions: texts.optional(),
  }),
]);

const DOES = [
  'licence',
  'standing',
  'not_rating',
  'not_authority',
  'bystander',
  'joint',
  'signal',
  'notice',
  'movement',
  'move',
  'distinction',
] as const;

const rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9.-]+$/, 'must be small letters, digits, dots and hyphens'),
  does: z.enum(DOES).optional(),
  pattern: one,
  unless: one.optional(),
  needs: texts.optional(),
  near: z.literal(true).optional(),
  holds: texts.optional(),
  lacks: texts.optional(),
  grades: texts.optional(),
  cue: z.string().optional(),
  in: z.literal('title').optional(),
  quoted: z.literal(true).optional(),
  unquoted: z.literal(true).optional(),
  standing: z.enum(['current', 'background', 'previous', 'possible', 'denied']).optional(),
  priority: z.number().int().min(0).max(9).optional(),
  direction: z.enum(['up', 'down', 'same']).optional(),
  code: z.string().optional(),
  reason: z.string().optional(),
  weight: z.number().min(-10).max(10).optional(),
  yields: z.enum(['title', 'parts', 'news']).optional(),
  subject: z.enum(SUBJECTS).optional(),
  where: z.enum(['title', 'lead', 'body']).optional(),
  kind: z.enum(['focused_visit', 'monitoring_visit', 'send_outcome', 'jtai', 'withdrawn_report']).optional(),
  outcome: z.string().optional(),
  rank: z.enum(['nth', 'only', 'one_of']).optional(),
  match: z.array(example).min(1, 'a rule needs at least one example that must match'),
  noMatch: z.array(example).min(1, 'a rule needs at least one example that must not match'),
});
export type RuleShape = z.infer<typeof rule>;
export const rulesFile = z.strictObject({ does: z.enum(DOES).optional(), rules: z.array(rule).min(1) });

export const lexiconFile = z.strictObject({ classes: z.record(z.string().regex(/^[a-z_0-9]+$/), phrases) });
export const gradesFile = z.strictObject({
  spellings: z.record(z.string(), phrases),
  paraphrases: z.record(z.string(), phrases),
  off_scale: phrases,
  slips: z.strictObject({ words: texts, except: texts }),
  broken: texts,
});
export const servicesFile = z.strictObject({
  services: z.partialRecord(z.enum(SERVICES), z.strictObject({ name: z.string(), spellings: phrases })),
});
export const distinctionWordsFile = z.strictObject({
  ordinals: texts,
  counts: texts,
  few: phrases,
  only_one: phrases,
  one_of: phrases,
  places: z.record(z.string().regex(/^[a-z_]+$/), z.strictObject({ name: z.string().min(1), words: phrases })),
  repeats: z.record(z.string().regex(/^[2-9]$/, 'must be a number of times from 2 to 9'), phrases),
  this_grade: phrases,
  regime: phrases,
});
export const judgingFile = z.strictObject({ reviewBelow: z.number().min(0).max(1) });

export const inspectorateFile = z.strictObject({
  id: z.enum(INSPECTORATES),
  name: z.string(),
  service: z.enum(SERVICES),
  spellings: phrases,
  scales: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      source: z.string(),
      grades: z.array(z.strictObject({ id: z.string(), name: z.string(), order: z.number().int() })).min(2),
    }),
  ),
  areas: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      spellings: phrases,
      providers_too: z.boolean().default(false),
      small_part: z.boolean().default(false),
    }),
  ),
  frameworks: z.array(
    z.strictObject({
      id: z.string(),
      family: z.string(),
      name: z.string(),
      service: z.enum(SERVICES),
      scale: z.string().nullable(),
      from: day,
      until: day.nullable(),
      when_named: z.boolean().default(false),
      headlines: z.array(z.string()),
      areas: z.array(z.string()),
      graded_areas: z.array(z.string()).min(1).nullable().default(null),
      spellings: phrases,
      source: z.string(),
    }),
  ),
});
