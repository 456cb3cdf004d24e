/**
 * A letter as one HTML page for mail and browser: no image, no script, no outside resource, one column that fits a
 * phone, colours for light and dark. It reads in order with all styles removed. JSX escapes every value.
 */
import { raw } from 'hono/html';
import { inMarks } from '../quotation.ts';
import type { Block, Letter, Linked } from './letter.ts';
import { oneLine, safeUrl } from './safe.ts';

/**
 * Of a list of many columns these stand beside each other, and the others, which are long, below them: beside each other all
 * would be narrow and high on the widest screen. On phones they stand one under another. Columns are told apart by classes,
 * as mail programs know them.
 */
const FIRST_COLUMNS = 5;

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 0; background: #ffffff; color: #1b1f24; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
main { max-width: 640px; margin: 0 auto; padding: 24px 20px 40px; overflow-wrap: anywhere; }
main.wide { max-width: 1000px; }
h1 { font-size: 22px; line-height: 1.3; margin: 0 0 16px; }
h2 { font-size: 17px; margin: 32px 0 8px; padding-top: 12px; border-top: 1px solid #d5dae0; }
p { margin: 0 0 12px; }
a { color: #0b57a4; }
.banner { margin: 0 0 16px; padding: 10px 14px; border-left: 4px solid #b45309; background: #fff6e5; font-weight: 600; }
.verdict { margin: 0 0 16px; padding: 12px 16px; border: 1px solid #d5dae0; border-left: 6px solid #24527a; border-radius: 4px; }
.verdict span { display: block; font-size: 14px; color: #59636e; }
.verdict strong { font-size: 24px; line-height: 1.3; }
table { border-collapse: collapse; width: 100%; margin: 0 0 16px; }
th, td { text-align: left; vertical-align: top; padding: 6px 12px 6px 0; border-bottom: 1px solid #e6e9ed; overflow-wrap: break-word; }
.facts th { font-weight: 400; color: #59636e; width: 9.5em; }
.facts.named th { width: 65%; }
.list th { font-size: 14px; color: #59636e; }
blockquote { margin: 0 0 12px; padding: 4px 0 4px 16px; border-left: 4px solid #c3cad2; font-style: italic; }
blockquote cite { display: block; font-size: 14px; font-style: normal; color: #59636e; }
ul { margin: 0 0 12px; padding-left: 20px; }
li { margin: 0 0 6px; }
.detail { font-size: 15px; }
li:has(.detail) { margin-bottom: 16px; }
.note { color: #59636e; font-size: 14px; }
.action a { display: inline-block; padding: 10px 18px; border-radius: 4px; background: #24527a; color: #ffffff; text-decoration: none; }
footer { margin-top: 32px; padding-top: 12px; border-top: 1px solid #d5dae0; font-size: 14px; color: #59636e; }
@media (min-width: 700px) {
  .many, .many thead, .many tbody, .many tr { display: block; }
  .many tr { padding: 8px 0; border-bottom: 1px solid #d5dae0; font-size: 13px; line-height: 1.45; }
  .many th, .many td { display: inline-block; box-sizing: border-box; width: 20%; padding: 0 10px 4px 0; border: 0; font-size: 15px; line-height: 1.35; }
  .many th { font-size: 13px; vertical-align: bottom; }
  .many td:first-child { font-weight: 600; }
  .many th.more { display: none; }
  .many td.more { display: inline; padding: 0 14px 0 0; font-size: 13px; line-height: 1.45; color: #59636e; }
  .many td.more:empty { display: none; }
  .many td.more::before { content: attr(data-label) ": "; }
}
@media (max-width: 699px) {
  .list thead { display: none; }
  .list, .list tbody, .list tr, .list td { display: block; }
  .list tr { padding: 10px 0; border-bottom: 1px solid #d5dae0; }
  .list td { border: 0; padding: 0 0 2px; }
  .list td:empty { display: none; }
  .list td:first-child { font-weight: 600; }
  .list td[data-label]:not(:first-child)::before { content: attr(data-label) ": "; color: #59636e; }
}
@media (max-width: 600px) {
  .facts th { width: 7.5em; }
  .facts.named th { width: 60%; }
}
@media (prefers-color-scheme: dark) {
  body { background: #14181d; color: #e6e9ed; }
  a { color: #8cc0f5; }
  h2, footer { border-color: #39424c; }
  .banner { background: #3a2a0c; border-color: #f0b429; }
  .verdict { border-color: #39424c; border-left-color: #6ea8dc; }
  th, td, .list tr { border-color: #2a323a; }
  blockquote { border-color: #4a5561; }
  .facts th, .list th, .note, .verdict span, footer, blockquote cite, .list td[data-label]:not(:first-child)::before, .many td.more { color: #a4afba; }
}
`;

const Text = ({ text, url, note }: Linked) => {
  const address = safeUrl(url);
  return (
    <>
      {address === null ? (
        oneLine(text)
      ) : (
        <a href={address} rel="noopener nofollow ugc">
          {oneLine(text)}
        </a>
      )}
      {note ? <span class="note"> ({oneLine(note)})</span> : null}
    </>
  );
};

const Cell = ({ cell }: { cell: string | Linked }) => (typeof cell === 'string' ? oneLine(cell) : <Text {...cell} />);

/** Names of areas are long and their grades short: the wider column is for what is longer. */
const lettersOf = (rows: Extract<Block, { kind: 'facts' }>['rows'], part: 'label' | 'value'): number =>
  rows.reduce((sum, row) => sum + row[part].length, 0);

const View = ({ block }: { block: Block }) => {
  switch (block.kind) {
    case 'banner':
      return <p class="banner">{oneLine(block.text)}</p>;
    case 'section':
      return <h2>{oneLine(block.title)}</h2>;
    case 'paragraph':
      return <p>{oneLine(block.text)}</p>;
    case 'verdict':
      return (
        <p class="verdict">
          <span>{oneLine(block.label)}</span> <strong>{oneLine(block.text)}</strong>
        </p>
      );
    case 'facts':
      return (
        <table class={lettersOf(block.rows, 'label') > lettersOf(block.rows, 'value') ? 'facts named' : 'facts'}>
          <tbody>
            {block.rows.map(({ label, value }) => (
              <tr>
                <th scope="row">{oneLine(label)}</th>
                <td>{oneLine(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'quote':
      return (
        <blockquote>
          {inMarks(oneLine(block.text))}
          {block.source ? <cite>{oneLine(block.source)}</cite> : null}
        </blockquote>
      );
    case 'items':
      return (
        <ul>
          {block.items.map((item) => (
            <li>
              <Text {...item} />
              {(item.details ?? []).map((detail) => (
                <div class="detail">
                  <Text {...detail} />
                </div>
              ))}
            </li>
          ))}
        </ul>
      );
    case 'table': {
      const isMany = block.columns.length > FIRST_COLUMNS;
      const place = (index: number) => (isMany && index >= FIRST_COLUMNS ? 'more' : undefined);
      return (
        <table class={isMany ? 'list many' : 'list'}>
          <thead>
            <tr>
              {block.columns.map((column, index) => (
                <th scope="col" class={place(index)}>
                  {oneLine(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row) => (
              <tr>
                {row.map((cell, index) => (
                  <td data-label={block.columns[index] ?? ''} class={place(index)}>
                    <Cell cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    }
    case 'action':
      return (
        <p class="action">
          <a href={safeUrl(block.url) ?? '#'}>{oneLine(block.label)}</a>
        </p>
      );
  }
};

/** Blocks of a letter inside a page of ours. */
export const Blocks = ({ blocks }: { blocks: readonly Block[] }) => (
  <>
    {blocks.map((block) => (
      <View block={block} />
    ))}
  </>
);

/** The letter as a complete HTML document; wide where it holds a table of many columns. */
export function letterHtml(letter: Letter): string {
  const wide = letter.blocks.some((block) => block.kind === 'table' && block.columns.length > 4);
  const page = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{oneLine(letter.title)}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <main class={wide ? 'wide' : ''}>
          <h1>{oneLine(letter.title)}</h1>
          <Blocks blocks={letter.blocks} />
          {letter.footer.length > 0 ? (
            <footer>
              {letter.footer.map((item) => (
                <p>
                  <Text {...item} />
                </p>
              ))}
            </footer>
          ) : null}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${String(page)}\n`;
}
