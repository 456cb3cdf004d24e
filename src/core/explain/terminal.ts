import { oneLine, plain } from '../sending/safe.ts';
import type { Finding, FindingKind, Piece } from './findings.ts';

/** ANSI: bold on a colour for what counts, plain underline for what was looked at and not taken. */
const COLOURS: Record<FindingKind, string> = {
  event: '\u001b[1;30;42m',
  review: '\u001b[1;30;43m',
  notice: '\u001b[1;30;46m',
  history: '\u001b[30;47m',
  rejected: '\u001b[4m',
};
const END = '\u001b[0m';

/** The explanation for a terminal; evidence stands in `[[...]]E1` where there is no colour. */
export function explanationText(
  verdict: string,
  title: readonly Piece[],
  text: readonly Piece[],
  findings: readonly Finding[],
  colour: boolean,
): string {
  const marked = (pieces: readonly Piece[]) => pieces.map((piece) => markedPiece(piece, colour)).join('');
  const sections = [
    marked(title),
    marked(text),
    oneLine(verdict),
    ...findings.map((finding) => describe(finding, colour)),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

function markedPiece({ text, kind, ends }: Piece, colour: boolean): string {
  // A line of text must not be taken for one of ours: cleaned piece by piece, before the marks go in.
  const clean = plain(text);
  const labels = ends.length ? `${colour ? '' : ']]'}${ends.join(',')}` : '';
  if (kind === null) return `${clean}${labels}`;
  if (colour) return `${COLOURS[kind]}${clean.replaceAll('\n', `${END}\n${COLOURS[kind]}`)}${END}${labels}`;
  return `[[${clean}${labels || ']]'}`;
}

function describe({ kind, label, headline, details, evidence }: Finding, colour: boolean): string {
  const head = colour ? `${COLOURS[kind]}${label}${END}` : label;
  return [
    `${head} ${oneLine(headline)}`,
    ...details.map((detail) => `   ${oneLine(detail)}`),
    ...evidence.map(({ rule, field, quote }) => `   ${oneLine(rule)} (${field}): “${oneLine(quote)}”`),
  ].join('\n');
}
