import { oneLine, plain } from '../sending/safe.ts';
import { FINDING_KINDS, type Finding, type FindingKind, HEADINGS, type Piece } from './findings.ts';
import type { Weighing } from './weighing.ts';

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
  weighing: Weighing,
  colour: boolean,
): string {
  const marked = (pieces: readonly Piece[]) => pieces.map((piece) => markedPiece(piece, colour)).join('');
  const sections = [
    marked(title),
    marked(text),
    oneLine(verdict),
    ...FINDING_KINDS.flatMap((kind) => {
      const some = findings.filter((finding) => finding.kind === kind);
      return underHeading(
        HEADINGS[kind],
        some.map((one) => describe(one, weighing, colour)),
        colour,
      );
    }),
    ...weighing.sections.flatMap(({ heading, lines }) =>
      underHeading(heading, [lines.map((line) => `   ${oneLine(line)}`).join('\n')], colour),
    ),
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

function underHeading(heading: string, [first, ...rest]: string[], colour: boolean): string[] {
  if (first === undefined) return [];
  const head = colour ? `\u001b[1m${heading}${END}` : `${heading}\n${'-'.repeat(heading.length)}`;
  return [`${head}\n${first}`, ...rest];
}

function describe(
  { kind, label, headline, details, evidence }: Finding,
  { ruleWords }: Weighing,
  colour: boolean,
): string {
  const head = colour ? `${COLOURS[kind]}${label}${END}` : label;
  return [
    `${head} ${oneLine(headline)}`,
    ...details.map((detail) => `   ${oneLine(detail)}`),
    ...evidence.flatMap(({ rule, field, quote }) => {
      // Of what was not taken the headline says why already.
      const words = kind === 'rejected' ? null : ruleWords(rule);
      return [`   ${oneLine(rule)} (${field}): “${oneLine(quote)}”`, ...(words ? [`      ${oneLine(words)}`] : [])];
    }),
  ].join('\n');
}
