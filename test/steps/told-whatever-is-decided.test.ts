/**
 * Whatever is reported and decided, what a reader believes in the end is so: told at once and told by day. A few stories each
 * time; more, and others, by `STORIES=200 SEED=7 npx vitest run test/steps/told-whatever-is-decided.test.ts`.
 */
import { expect, test } from 'vitest';
import { live, stories } from '../support/told-stories.ts';

const { STORIES = '4', SEED = '1' } = process.env;

test.each(stories(Number(SEED), Number(STORIES)).map((story) => [story.map(({ kind }) => kind).join(', '), story]))(
  '%s',
  async (_kinds, story) => expect(await live(story as Parameters<typeof live>[0])).toEqual([]),
  120_000,
);
