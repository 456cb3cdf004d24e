/**
 * Several phrases written as one in rule data: `top|highest (Ofsted|CQC)? rating|grade` stands for twelve.
 * `a|b` are alternatives of one word, `(a b|c)` of several words, and a question mark makes what it follows optional.
 */

/** More than anybody means by one line. */
const MOST_PHRASES = 600;

/** @throws Error with a sentence where a line stands for too many phrases or a bracket is not closed. */
export function expandPhrase(line: string): string[] {
  let phrases = [''];
  for (const { choices, optional } of partsOf(line)) {
    const all = optional ? [...choices, ''] : choices;
    phrases = phrases.flatMap((p) => all.map((choice) => `${p} ${choice}`.trim()));
    if (phrases.length > MOST_PHRASES)
      throw new Error(`"${line}" stands for more than ${MOST_PHRASES} phrases; write it as several lines`);
  }
  return [...new Set(phrases)].filter((p) => p !== '');
}

function partsOf(line: string): { choices: string[]; optional: boolean }[] {
  const parts: string[] = line.match(/\([^()]*\)\??|[^\s()]+|[()]/g) ?? [];
  if (parts.includes('(') || parts.includes(')')) throw new Error(`"${line}" has a bracket without its other half`);
  if (/\|\(|\)\|/.test(line))
    throw new Error(`"${line}" has an alternative beside a bracket; put all of them inside it`);
  return parts.map((part) => {
    const optional = part.length > 1 && part.endsWith('?');
    const plain = (optional ? part.slice(0, -1) : part).replace(/^\((.*)\)$/, '$1');
    return { choices: plain.split('|').map((choice) => choice.trim()), optional };
  });
}
