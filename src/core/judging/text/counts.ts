/** Numbers that a text writes as words. */

const WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** @returns the place that an ordinal stands for, 3 for "third"; null for other words */
export function placeOf(word: string): number | null {
  const at = ORDINALS.indexOf(word);
  return at > 0 ? at : null;
}

/** @returns the number that a count word or numeral stands for; null for "most", "several" and above twelve in words */
export function numberOf(word: string): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const at = WORDS.indexOf(word);
  return at > 0 ? at : null;
}
