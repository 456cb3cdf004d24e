import { raw } from 'hono/html';
import { oneLine, plain } from '../sending/safe.ts';
import { FINDING_KINDS, type Finding, type FindingKind, HEADINGS, type Piece } from './findings.ts';
import type { Weighing } from './weighing.ts';

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1.25rem 3rem; font: 16px/1.6 system-ui, sans-serif; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
mark { color: #111; padding: 0 .1em; border-radius: .15em; }
mark.event { background: #8fdca0; } mark.review { background: #ffd666; } mark.notice { background: #8ed8e6; }
mark.history { background: #d6d9de; } mark.rejected { background: transparent; color: inherit; border-bottom: 2px dotted; }
sup { font-size: .7em; } dt { font-weight: 600; margin-top: .8rem; } dd, li { overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin: 1.8rem 0 .2rem; } .why { opacity: .75; font-size: .9em; }
details { margin-top: 1rem; } summary { font-weight: 600; cursor: pointer; }
 dd { margin: 0 0 0 1.5rem; } code { font-size: .9em; }
`;

const UNTITLED = 'How this article was judged';

/** The explanation as a complete HTML page. JSX escapes every value; no script, no outside resource. */
export function explanationPage(
  verdict: string,
  title: readonly Piece[],
  text: readonly Piece[],
  findings: readonly Finding[],
  weighing: Weighing,
): string {
  const heading = oneLine(title.map((piece) => piece.text).join(''));
  const page = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{heading || UNTITLED}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <h1>{heading === '' ? UNTITLED : <Marked pieces={title} />}</h1>
        <p>
          <strong>{oneLine(verdict)}</strong>
        </p>
        <div class="text">
          <Marked pieces={text} />
        </div>
        {FINDING_KINDS.map((kind) => (
          <Section kind={kind} findings={findings.filter((finding) => finding.kind === kind)} weighing={weighing} />
        ))}
        {weighing.sections.map(({ heading: of, lines }) => (
          <details>
            <summary>{of}</summary>
            <ul>
              {lines.map((line) => (
                <li>{oneLine(line)}</li>
              ))}
            </ul>
          </details>
        ))}
      </body>
    </html>
  );
  return `<!doctype html>\n${String(page)}\n`;
}

const Marked = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>
    {pieces.map(({ text, kind, on, ends }) => (
      <>
        {kind === null ? (
          plain(text)
        ) : (
          <mark class={kind} title={on.join(', ')}>
            {plain(text)}
          </mark>
        )}
        {ends.length ? <sup>{ends.join(',')}</sup> : null}
      </>
    ))}
  </>
);

const Section = ({
  kind,
  findings,
  weighing,
}: {
  kind: FindingKind;
  findings: readonly Finding[];
  weighing: Weighing;
}) =>
  findings.length === 0 ? null : (
    <section>
      <h2>{HEADINGS[kind]}</h2>
      <dl>
        {findings.map(({ label, headline, details, evidence }) => (
          <>
            <dt>
              {label} {oneLine(headline)}
            </dt>
            {details.map((detail) => (
              <dd>{oneLine(detail)}</dd>
            ))}
            {evidence.map(({ rule, field, quote }) => (
              <dd>
                “{oneLine(quote)}”{' '}
                <span class="why">
                  ({field}) <code>{oneLine(rule)}</code>
                  {kind !== 'rejected' && weighing.ruleWords(rule)
                    ? `: ${oneLine(weighing.ruleWords(rule) ?? '')}`
                    : ''}
                </span>
              </dd>
            ))}
          </>
        ))}
      </dl>
    </section>
  );
