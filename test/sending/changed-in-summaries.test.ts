/** A judgement that changes while a summary or the message of a day waits for another try. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  asks,
  both,
  close,
  heard,
  hook,
  judged,
  mail,
  open,
  pass,
  recovers,
  world,
} from '../support/changing-world.ts';

describe('in a summary', () => {
  beforeAll(async () => {
    await open('1');
    await asks('--email', 'desk@paper.example');
    await asks('--webhook', hook.url);
  }, 120_000);
  afterAll(close);

  test('what changed since a summary that surely was not taken is told as it is', async () => {
    world.mood = 'refuses';
    await judged('Wading', 'inadequate');
    await judged('Kelbury', 'good');
    await pass(1);
    await judged('Wading', 'good');
    world.mood = 'takes';
    await pass(60);
    await pass(120);
    expect(hook.got.map(({ subject }) => subject.split('\n').sort())).toEqual([
      [expect.stringContaining('Kelbury: good'), expect.stringContaining('Wading: good')],
    ]);
    expect(mail.got.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/2 judgements: (Wading and Kelbury|Kelbury and Wading)/),
    ]);
  });

  test('what changed since one that may have been taken is corrected, and the rest sent as the same summary', async () => {
    for (const { got } of [mail, hook]) got.length = 0;
    world.mood = 'unclear';
    await judged('Southshire', 'inadequate');
    await judged('Northshire', 'good');
    await pass(60);
    await judged('Southshire', 'good');
    world.mood = 'takes';
    await pass(60);
    await pass(120);
    expect(heard('Southshire')[1]).toEqual(['(inadequate)', 'Correction: good']);
    expect(heard('Northshire')[1]).toEqual(['(good)', 'good']);
    for (const { got } of [mail, hook]) {
      const summaries = got.filter(({ subject }) => !subject.includes('Correction'));
      expect(summaries).toHaveLength(2);
      expect(new Set(summaries.map(({ id }) => id)).size).toBe(1);
    }
  });
});

describe('in one message a day', () => {
  beforeAll(async () => {
    await open('1000');
    await asks('--email', 'desk@paper.example', '--every', 'day');
    await asks('--webhook', hook.url, '--every', 'day');
  }, 120_000);
  afterAll(close);
  const DAY = 24 * 60;

  test('that was late, what changed before it left is told as it is, and corrected by no later one', async () => {
    await judged('Wading', 'inadequate');
    world.mood = 'refuses';
    await pass(DAY);
    await judged('Wading', 'good');
    await recovers();
    await pass(DAY);
    await pass(DAY);
    expect(heard('Wading')).toEqual(both('good'));
  });

  test('that may have arrived, what changed since is left out and corrected the day after', async () => {
    await judged('Kelbury', 'inadequate');
    await judged('Southshire', 'good');
    world.mood = 'unclear';
    await pass(DAY);
    await judged('Kelbury', 'good');
    world.mood = 'takes';
    await pass(120);
    await pass(DAY);
    await pass(DAY);
    expect(heard('Kelbury')[1]).toEqual(['(inadequate)', 'Correction: good']);
    expect(heard('Southshire')[1]).toEqual(['(good)', 'good']);
  });

  test('that was late, a correction says what is so when it leaves', async () => {
    await judged('Northshire', 'inadequate');
    await pass(DAY);
    await judged('Northshire', 'good');
    world.mood = 'refuses';
    await pass(DAY);
    await judged('Northshire', 'outstanding');
    await recovers();
    await pass(DAY);
    await pass(DAY);
    expect(heard('Northshire')).toEqual(both('inadequate', 'Correction: outstanding'));
  });
});
