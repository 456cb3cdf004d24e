import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';

/** One style sheet, inline: a page is one response, works without script, and survives being saved. */
const CSS = `
:root{--ink:#17212b;--soft:#5a6772;--line:#d8dee3;--back:#fff;--panel:#f5f7f8;--link:#0b5394;
--outstanding:#0a6b4b;--good:#1f6fb2;--requires_improvement:#9a5b00;--adequate:#6b5a00;--inadequate:#a3211f;--none:#5a6772}
@media (prefers-color-scheme:dark){:root{--ink:#e8edf1;--soft:#a3b0ba;--line:#36424d;--back:#12181e;--panel:#1b232b;--link:#7fb8ee;
--outstanding:#58c99c;--good:#79b8ee;--requires_improvement:#e6ad55;--adequate:#d8c365;--inadequate:#f08a86;--none:#a3b0ba}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
a{color:var(--link)} a:focus-visible,button:focus-visible{outline:3px solid #f5b700;outline-offset:2px}
header,main,footer{max-width:62rem;margin:0 auto;padding:0 1.25rem}
header{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;padding-top:1.25rem;padding-bottom:.75rem;border-bottom:1px solid var(--line)}
header .name{font-weight:700;font-size:1.15rem;color:inherit;text-decoration:none} nav{display:flex;gap:1rem}
nav a[aria-current]{color:inherit;text-decoration:none;font-weight:600}
footer{color:var(--soft);font-size:.875rem;border-top:1px solid var(--line);padding-top:.75rem;padding-bottom:2rem;margin-top:2.5rem}
h1{font-size:1.6rem;line-height:1.25;margin:1.5rem 0 .5rem} h2{font-size:1.15rem;margin:2rem 0 .5rem}
.soft{color:var(--soft)} .small{font-size:.875rem} .sample{background:#f5b700;color:#17212b;text-align:center;padding:.4rem 1rem;font-weight:600}
ol.events{list-style:none;padding:0;margin:1rem 0} ol.events>li{padding:1rem 0;border-bottom:1px solid var(--line)}
.event-head{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline}
.event-head a{font-weight:650;font-size:1.08rem}
.grade{font-weight:650} ${['outstanding', 'good', 'requires_improvement', 'adequate', 'inadequate', 'none'].map((grade) => `.grade-${grade}{color:var(--${grade})}`).join(' ')}
blockquote{margin:.5rem 0;padding:.1rem 0 .1rem .9rem;border-left:3px solid var(--line);color:var(--ink)}
table{border-collapse:collapse;width:100%;font-size:.925rem} th,td{text-align:left;vertical-align:top;padding:.45rem .75rem .45rem 0;border-bottom:1px solid var(--line)}
th{font-weight:600;color:var(--soft)} .wide{overflow-x:auto} dl{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1.25rem} dt{color:var(--soft)} dd{margin:0}
.panel{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:.75rem 1rem;margin:1rem 0}
.tally{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;padding:0;margin:.5rem 0;list-style:none}
.status-bad{color:var(--inadequate)} .status-ok{color:var(--outstanding)} button{font:inherit;padding:.55rem 1.1rem;border-radius:6px;border:1px solid var(--link);background:var(--link);color:var(--back);cursor:pointer}
mark{background:#fff3bf;color:#17212b;padding:0 .1em} td.wrap{overflow-wrap:anywhere;min-width:14rem}
@media (max-width:36rem){dl{grid-template-columns:1fr;gap:0} dd{margin-bottom:.6rem} table.stack thead{display:none} table.stack tr{display:block;padding:.6rem 0;border-bottom:1px solid var(--line)} table.stack td{display:block;border:0;padding:.1rem 0;min-width:0}}
`;

export interface PageProps {
  title: string;
  sample: boolean;
  path: string;
  version: string;
  children?: Child;
}

const LINKS = [
  ['/', 'Judgements'],
  ['/sources', 'Sources'],
] as const;

export const Page: FC<PageProps> = ({ title, sample, path, version, children }) => (
  <>
    {raw('<!doctype html>')}
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{title === 'Gradewatch' ? title : `${title} – Gradewatch`}</title>
        <link rel="icon" href="data:," />
        <style>{raw(CSS)}</style>
      </head>
      <body>
        {sample ? <div class="sample">Sample: invented councils and papers, for demonstration</div> : null}
        <header>
          <a class="name" href="/">
            Gradewatch
          </a>
          <nav aria-label="Pages">
            {LINKS.map(([href, label]) => (
              <a href={href} aria-current={href === path ? 'page' : undefined}>
                {label}
              </a>
            ))}
          </nav>
        </header>
        <main>{children}</main>
        <footer>
          Gradewatch {version}. Grades are as reported; follow the links to the sources. Times are London time.
        </footer>
      </body>
    </html>
  </>
);
