/** `config/pages.yaml`: where known content systems keep their articles. Data, checked when loaded. */
import { z } from 'zod';
import { loadYaml } from '../config/files.ts';

const selector = z.string().trim().min(1).max(300);
const rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** The public theme or template the selectors were read from. */
  source: z.string().min(10),
  /** The rule applies where this finds something. */
  when: selector,
  body: selector,
  title: selector.optional(),
  byline: selector.optional(),
  published: selector.optional(),
  remove: z.array(selector).optional(),
});
const file = z.strictObject({ pages: z.array(rule) });

export type PageRule = z.infer<typeof rule>;

/** @throws WrongUse naming every fault by line */
export const loadPageRules = (configFolder: string): PageRule[] => loadYaml(configFolder, 'pages.yaml', file).pages;
