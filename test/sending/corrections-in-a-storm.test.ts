/** An article that is edited to and fro: its corrections come one after another, and are no mail a minute. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asks, both, close, heard, hook, judged, mail, open, pass } from '../support/changing-world.ts';

const WITHIN_HOUR = ['good', 'Correction: inadequate', 'Correction: good', 'Correction: inadequate'];

/** So many times, a minute apart; "good" to begin with. */
async function editedTo(times: number) {
  for (let time = 0; time < times; time += 1) {
    await judged('Wading', time % 2 === 0 ? 'good' : 'inadequate');
    await pass(1);
  }
}

beforeEach(async () => {
  await open('2');
  await asks('--email', 'desk@paper.example');
  await asks('--webhook', hook.url);
}, 120_000);
afterEach(close);

test('after as many as an hour may bring and one more, one correction comes when the hour is over', async () => {
  await editedTo(13);
  expect(heard('Wading')).toEqual(both(...WITHIN_HOUR));
  // Who was told nothing of it is not told that it was wrong.
  await asks('--email', 'late@paper.example');
  await pass(60);
  expect(heard('Wading')).toEqual(both(...WITHIN_HOUR, 'Correction: good'));
  await pass(120);
  expect(mail.got).toHaveLength(5);
});

test('nothing comes when its hour is over where it is again what was told last', async () => {
  await editedTo(14);
  await pass(120);
  expect(heard('Wading')).toEqual(both(...WITHIN_HOUR));
});

test('corrections of several at once are told in one summary, and judgements that come then as ever', async () => {
  const councils = ['Wading', 'Kelbury', 'Northshire'];
  for (const council of councils) {
    await judged(council, 'good');
    await pass(40);
  }
  await pass(60);
  for (const council of councils) await judged(council, 'inadequate');
  await pass(1);
  await judged('Southshire', 'good');
  await pass(1);
  for (const { got } of [mail, hook]) {
    expect(got.map(({ text }) => /More came within\s+an hour|judgement\.summary/.test(text))).toEqual([
      ...[false, false, false, true, false],
    ]);
    expect(got[3]?.subject).toMatch(/3 corrections|(Correction: \w+: inadequate.*\n?){3}/);
    expect(got[4]?.subject).toContain('Southshire: good');
  }
});
