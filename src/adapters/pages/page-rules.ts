/** `config/pages.yaml`: where known content systems keep their articles. Data, checked when loaded. */
import { parse } from 'yaml';
import { z } from 'zod';
import { WrongUse } from '../../errors.ts';

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

/** @throws WrongUse naming every fault with its place in the file */
export function readPageRules(text: string, name = 'config/pages.yaml'): PageRule[] {
  const read = file.safeParse(parse(text));
  if (read.success) return read.data.pages;
  throw new WrongUse(
    read.error.issues.map(({ path, message }) => `${name}, ${path.join('.') || 'the file'}: ${message}`),
  );
}
