/** Numbers that a text writes as words. */

const WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** @returns the number that a count word or numeral stands for; null for "most", "several" and above twelve in words */
export function numberOf(word: string): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const at = WORDS.indexOf(word);
  return at > 0 ? at : null;
}
