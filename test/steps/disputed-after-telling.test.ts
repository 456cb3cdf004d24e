/** Reports that differ, one after another: who was told one side hears of the other when it has more weight, and not before. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asks, both, close, heard, here, hook, open, pass } from '../support/changing-world.ts';
import { anArticle, publish } from '../support/told.ts';

beforeEach(async () => {
  await open('5');
  await asks('--email', 'desk@paper.example');
  await asks('--webhook', hook.url);
}, 120_000);
afterEach(close);

type Said = [paper: string, grade: string, day: string];
const say = async ([paper, grade, published]: Said) => {
  await publish(
    here,
    anArticle({
      ...{ id: paper, publisher: paper, url: `https://${paper}.example/wading`, published },
      title: `Wading care rated ${grade}`,
      text: `${paper} reports: the Care Quality Commission has rated Wading Council's adult social care as ${grade}.`,
    }),
  );
  await pass(1);
};

const A: Said = ['Argus', 'good', '2026-03-16'];
const B: Said = ['Bugle', 'inadequate', '2026-03-17'];
const C: Said = ['Courier', 'inadequate', '2026-03-18'];
const D: Said = ['Dispatch', 'good', '2026-03-18'];
test.each<[string, Said[], string[]]>([
  ['the older article first', [A, B], ['good']],
  ['the newer article first', [B, A], ['inadequate']],
  ['two against one, then two against two', [A, B, C, D], ['good', 'Correction: inadequate or good, reports differ']],
  ['two that agree, and one that does not', [B, C, A], ['inadequate']],
])('%s', async (_what, said, told) => {
  for (const one of said) await say(one);
  expect(heard('Wading')).toEqual(both(...told));
});
