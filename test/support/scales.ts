import type { Scales } from '../../src/core/register-line.ts';

/** Scales as the register takes them, from scale id → grade ids, best first. */
export const scalesOf = (grades: Record<string, string[]>): Scales =>
  new Map(Object.entries(grades).map(([id, ids]) => [id, { grades: ids.map((grade) => ({ id: grade })) }]));
