/** One rulebook for all tests of judging: the shipped authorities and the invented ones of `config/demo` together. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadRulebook } from '../../src/adapters/config/rulebook.ts';
import { assess } from '../../src/core/judging/assess.ts';
import type { Rulebook } from '../../src/core/judging/rules/rulebook.ts';
import type { ArticleText, Assessment } from '../../src/core/types.ts';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const CONFIG = join(ROOT, 'config');

function bothWorlds(): Rulebook {
  const folder = mkdtempSync(join(tmpdir(), 'gradewatch-judging-'));
  const file = join(folder, 'authorities.csv');
  const joined = (name: string) => {
    const invented = readFileSync(join(CONFIG, 'demo', name), 'utf8')
      .split('\n')
      .slice(1)
      .join('\n');
    writeFileSync(join(folder, name), `${readFileSync(join(CONFIG, name), 'utf8').trimEnd()}\n${invented}`);
  };
  joined('authorities.csv');
  joined('delivery.csv');
  cpSync(join(CONFIG, 'masks.csv'), join(folder, 'masks.csv'));
  try {
    return loadRulebook(CONFIG, { authorities: file });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
export const rulebook = bothWorlds();

export const anArticle = (article: Partial<ArticleText>): ArticleText => ({
  id: 'article',
  url: null,
  publisher: null,
  published: null,
  title: '',
  text: '',
  homeAuthority: null,
  ...article,
});

/** The day on which the articles below are published. */
export const PUBLISHED = '2024-06-14';
export const aReport = (text: string) => ({ title: 'Ofsted report on Northshire', text, published: PUBLISHED });
/** An article whose news is told; what else it says is the test's. */
export const goodReport = (text: string) =>
  aReport(`Ofsted has rated Northshire's children's services good, in a report published today. ${text}`);

export const badReport = (text: string) =>
  aReport(`Ofsted has rated Northshire's children's services inadequate, in a report published today. ${text}`);

/** The same with a grade of which history and direction may go either way. */
export const riReport = (text: string) =>
  aReport(
    `Ofsted has told Northshire Council that its children's services require improvement, in a report published today. ${text}`,
  );
/** A visit that gives no grade. */
export const visitReport = (text: string) => ({
  title: 'Inspectors go back to Northshire',
  text: `Ofsted has published a letter on its monitoring visit to children's services in Northshire. ${text}`,
  published: PUBLISHED,
});
/** Of that day, with a title of its own. */
export const dated = (title: string, text: string) => ({ title, text, published: PUBLISHED });
export const NO_HISTORY = { history: [] };
export const upFrom = (earlier: string) => ({ history: [earlier], direction: 'up' });

/** What an article is expected to say; what is left out is not asked. */
export interface Says {
  /** `"northshire good"`; `"northshire null"` where no headline is given. */
  events?: string[];
  /** `"leaders outstanding"`, of all events together. */
  areas?: string[];
  /** `"northshire inadequate 2018"`; the year may be left out. */
  history?: string[];
  direction?: string | null;
  notices?: string[];
}

const sorted = (list: string[]) => [...list].sort();

/** What it says, in the words of `Says`. */
export function saying(assessment: Assessment, asked: Says): Says {
  const said: Says = {};
  if (asked.events) said.events = sorted(assessment.events.map((e) => `${e.authority} ${e.grade}`));
  if (asked.areas)
    said.areas = sorted(assessment.events.flatMap((e) => e.judgements.map((j) => `${j.area} ${j.grade}`)));
  if (asked.history) {
    const dated = asked.history.some((h) => /\d{4}$/.test(h));
    said.history = sorted(
      assessment.history.map((h) => `${h.authority} ${h.grade}${dated && h.year ? ` ${h.year}` : ''}`),
    );
  }
  if (asked.direction !== undefined) said.direction = assessment.events[0]?.direction ?? null;
  if (asked.notices) said.notices = sorted(assessment.notices.map((n) => `${n.authority} ${n.kind}`));
  return said;
}

const sortedSays = (says: Says): Says => ({
  ...says,
  ...(says.events && { events: sorted(says.events) }),
  ...(says.areas && { areas: sorted(says.areas) }),
  ...(says.history && { history: sorted(says.history) }),
  ...(says.notices && { notices: sorted(says.notices) }),
});

/** A row: what it is about, the article (or only its text), what it says. */
export type Row = readonly [string, string | Partial<ArticleText>, Says];

/** Makes a test of each row. */
export function says(rows: readonly Row[]): void {
  for (const [what, article, expected] of rows)
    test(what, () => {
      const assessment = assess(anArticle(typeof article === 'string' ? { text: article } : article), rulebook);
      expect(saying(assessment, expected)).toEqual(sortedSays(expected));
    });
}
