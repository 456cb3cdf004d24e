/** `config/list-pages.yaml`: how the list pages of known content systems are read. Data, checked when loaded. */
import { parse } from 'yaml';
import { z } from 'zod';
import { WrongUse } from '../../errors.ts';

const selector = z.string().trim().min(1).max(300);
const rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** The public theme or template the selectors were read from. */
  source: z.string().min(10),
  /** The rule applies where this selector finds something ... */
  when: selector.optional(),
  /** ... and, if given, only on hosts that end so. */
  hosts: z.array(z.string().min(3)).optional(),
  item: selector,
  link: selector,
  title: selector.optional(),
  date: selector.optional(),
  summary: selector.optional(),
  next: selector.optional(),
});
const file = z.strictObject({ lists: z.array(rule) });

export type ListRule = z.infer<typeof rule>;

/** @throws WrongUse naming every fault with its place in the file */
export function readListRules(text: string, name = 'config/list-pages.yaml'): ListRule[] {
  const read = file.safeParse(parse(text));
  if (read.success) return read.data.lists;
  throw new WrongUse(
    read.error.issues.map(({ path, message }) => `${name}, ${path.join('.') || 'the file'}: ${message}`),
  );
}
