import { raw } from 'hono/html';
import { oneLine, plain } from '../sending/safe.ts';
import { FINDING_KINDS, type Finding, type FindingKind, type Piece } from './findings.ts';

const HEADINGS: Record<FindingKind, string> = {
  event: 'New judgements',
  review: 'For a person to decide',
  notice: 'Inspection activity without a grade',
  history: 'Earlier judgements it states',
  rejected: 'Looked at and not taken',
};

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1.25rem 3rem; font: 16px/1.6 system-ui, sans-serif; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
mark { color: #111; padding: 0 .1em; border-radius: .15em; }
mark.event { background: #8fdca0; } mark.review { background: #ffd666; } mark.notice { background: #8ed8e6; }
mark.history { background: #d6d9de; } mark.rejected { background: transparent; color: inherit; border-bottom: 2px dotted; }
sup { font-size: .7em; } dt { font-weight: 600; margin-top: .8rem; } dd { margin: 0 0 0 1.5rem; } code { font-size: .9em; }
`;

/** The explanation as a complete HTML page. JSX escapes every value; no script, no outside resource. */
export function explanationPage(
  verdict: string,
  title: readonly Piece[],
  text: readonly Piece[],
  findings: readonly Finding[],
): string {
  const heading = oneLine(title.map((piece) => piece.text).join(''));
  const page = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{heading}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <h1>
          <Marked pieces={title} />
        </h1>
        <p>
          <strong>{oneLine(verdict)}</strong>
        </p>
        <div class="text">
          <Marked pieces={text} />
        </div>
        {FINDING_KINDS.map((kind) => (
          <Section kind={kind} findings={findings.filter((finding) => finding.kind === kind)} />
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

const Section = ({ kind, findings }: { kind: FindingKind; findings: readonly Finding[] }) =>
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
                <code>{oneLine(rule)}</code> ({field}): “{oneLine(quote)}”
              </dd>
            ))}
          </>
        ))}
      </dl>
    </section>
  );
