import { raw } from 'hono/html';
import type { Child, FC, PropsWithChildren } from 'hono/jsx';
import { CSS } from './style.ts';

export interface PageProps {
  title: string;
  sample: boolean;
  path: string;
  version: string;
  /** Address of the page's feed without its ending. */
  feed: string;
  children?: Child;
}

/** What every page of a site stands in, but for its title, its place in the menu and its feed. */
export type Shell = FC<PropsWithChildren<{ title: string; path?: string; feed?: string }>>;

const LINKS = [
  ['/', 'Judgements'],
  ['/authorities', 'Authorities'],
  ['/weeks', 'Weeks'],
  ['/sources', 'Sources'],
  ['/subscribe', 'Get alerts'],
] as const;

export const Page: FC<PageProps> = ({ title, sample, path, version, feed, children }) => (
  <>
    {raw('<!doctype html>')}
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${title} – Gradewatch`}</title>
        <link rel="icon" href="data:," />
        <link rel="alternate" type="application/atom+xml" title="Atom" href={`${feed}.atom`} />
        <link rel="alternate" type="application/feed+json" title="JSON Feed" href={`${feed}.json`} />
        <style>{raw(CSS)}</style>
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        {sample ? (
          <aside class="sample" aria-label="Sample">
            Sample: invented councils and papers, for demonstration
          </aside>
        ) : null}
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
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <footer>
          Gradewatch {version}. Grades are as reported; follow the links to the reports. Times are London time.
        </footer>
      </body>
    </html>
  </>
);
