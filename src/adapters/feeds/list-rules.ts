/** `config/list-pages.yaml`: how the list pages of known content systems are read. Data, checked when loaded. */
import { z } from 'zod';
import { loadYaml } from '../config/files.ts';

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

/** @throws WrongUse naming every fault by line */
export const loadListRules = (configFolder: string): ListRule[] =>
  loadYaml(configFolder, 'list-pages.yaml', file).lists;
