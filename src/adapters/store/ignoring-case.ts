/**
 * A filter for text that is the same but for its case. Prisma has the database compare patterns (ILIKE) for it, in which `_`
 * and `%` stand for other characters and a `\` at the end is a fault: escaped.
 */
export const ignoringCase = (text: string) => ({
  equals: text.replaceAll(/[\\%_]/g, '\\$&'),
  mode: 'insensitive' as const,
});
