import { describe, expect, test } from 'vitest';
import { extractPage } from '../../src/adapters/pages/extract.ts';

/** Every way a body is written, in every kind of container, among every kind of furniture. */
const prose = [
  'Children’s services in Northshire have been judged good in every area after a two-week visit by inspectors in May.',
  'The report says that social workers know the families they work with well, that plans are clear and that drift is rare.',
  '“This is down to people who stayed when it was hard,” said Cllr Mina Farrow, the cabinet member for children.',
  'Four years ago the same service was found to be inadequate, and a commissioner was sent in to oversee what followed.',
  'Inspectors asked the council to do more for care leavers over 21, some of whom wait too long for a settled home.',
  'An action plan will go before the scrutiny committee in September.',
];
const title = 'Inspectors praise Northshire for its turnaround';

const bodies: Record<string, string> = {
  paragraphs: prose.map((text) => `<p>${text}</p>`).join(''),
  'double breaks': prose.join('<br /><br>'),
  divisions: prose.map((text) => `<div>${text}</div>`).join(''),
  'paragraphs each in a division': prose.map((text) => `<div class="c-${text.length}"><p>${text}</p></div>`).join(''),
  'spans in paragraphs with links': prose.map((text) => `<p><span>${text.replace('Northshire', '<a href="/northshire">Northshire</a>')}</span></p>`).join('\n'),
  'blocks of a page builder': prose.map((text) => `<div class="elementor-widget elementor-widget-text-editor overflow-hidden"><div class="elementor-widget-container"><p>${text}</p></div></div>`).join(''),
  'a list of points': `<p>${prose[0]}</p><ul>${prose.slice(1, 5).map((text) => `<li>${text}</li>`).join('')}</ul><p>${prose[5]}</p>`,
  'paragraphs five wrappers deep': prose
    .map((text) => `<div class="row"><div class="col"><div class="box"><div class="inner"><div class="text"><p>${text}</p></div></div></div></div></div>`)
    .join(''),
  'custom elements': `<x-body>${prose.map((text) => `<x-paragraph><p>${text}</p></x-paragraph>`).join('')}</x-body>`,
  'paragraphs with bold lead-ins': prose.map((text) => `<p><strong>${text.slice(0, 20)}</strong>${text.slice(20)}</p>`).join(''),
  'two sections': `<section>${prose.slice(0, 3).map((text) => `<p>${text}</p>`).join('')}</section><section>${prose.slice(3).map((text) => `<p>${text}</p>`).join('')}</section>`,
};

const containers: Record<string, (body: string, after: string) => string> = {
  'an article': (body, after) => `<main><article><header><h1>${title}</h1></header><div class="article-body">${body}</div>${after}</article></main>`,
  'nameless divisions': (body, after) => `<div id="root"><div class="a1"><h1>${title}</h1><div class="a2">${body}</div></div><div class="a3">${after}</div></div>`,
  'a headline far above': (body, after) => `<div class="top"><div><div><h1>${title}</h1></div></div></div><div class="mid"><div class="left">${body}</div><div class="right">${after}</div></div>`,
  'a post of a category': (body, after) => `<div id="content"><div class="post type-post category-social-care tag-related-services hentry"><h2 class="title">${title}</h2><div class="entry">${body}</div></div><div id="secondary">${after}</div></div>`,
  'a table for layout': (body, after) => `<table><tr><td width="120"><a href="/">Home</a></td><td><h1>${title}</h1>${body}</td><td>${after}</td></tr></table>`,
  'a form around the page': (body, after) => `<form id="aspnetForm"><div class="wrapper has-sidebar"><h1>${title}</h1><div class="widget-content">${body}</div>${after}</div></form>`,
};

const links = (n: number) => Array.from({ length: n }, (_, i) => `<li><a href="/n/${i}">Southshire children’s home number ${i} rated inadequate by inspectors</a></li>`).join('');
const remark = (i: number) => `I have lived in Northshire for ${20 + i} years, and I do not believe a word of it, because my neighbour, who left in the spring, says that the place is inadequate.`;
const furniture: Record<string, string> = {
  nothing: '',
  'related links': `<div class="x7"><h3>Related articles</h3><ul>${links(8)}</ul></div>`,
  'headlines without links': '<h3>More on this topic</h3><p>Southshire told to improve after inadequate rating</p><p>Westhampton rated outstanding again</p>',
  'cards of other stories': `<div class="grid">${Array.from({ length: 6 }, (_, i) => `<div class="card"><a href="/n/${i}"><h3>Southshire home ${i} rated inadequate</h3><p>Inspectors found that children at the home were not safe, and gave it ${i} weeks to improve.</p></a></div>`).join('')}</div>`,
  'two dozen teasers': `<div class="x8">${Array.from({ length: 24 }, (_, i) => `<div class="x9"><a href="/n/${i}"><h3>Southshire home ${i} rated inadequate</h3></a><p>Inspectors found that children at the home, which opened in 2012, were not safe, and gave it ${i} weeks to improve.</p></div>`).join('')}</div>`,
  'tiles that open with a link': `<div class="x10">${Array.from({ length: 5 }, (_, i) => `<div class="x11"><a href="/n/${i}"><img src="x"><span>Southshire home ${i} rated inadequate</span></a><p>Inspectors found that children at the home, which opened in 2012, were not safe.</p></div>`).join('')}</div>`,
  'what AMP loads later': '<amp-list><div placeholder><p>Inspectors found that children at a home in Southshire were not safe, and rated it inadequate.</p></div></amp-list>',
  'a line about the author': '<p><em>Priya Lane is a reporter who covers social care, and was the first to tell of the inadequate home.</em></p>',
  'whole other articles': Array.from({ length: 2 }, (_, i) => `<article><h2>Southshire home ${i} rated inadequate</h2>${Array.from({ length: 5 }, (_, k) => `<p>Inspectors found ${k + 3} things that the home must do better, and gave its owner, who bought it in 2012, some weeks.</p>`).join('')}</article>`).join(''),
  'named comments': `<section id="comments" class="comments-area"><h2>12 comments</h2>${Array.from({ length: 12 }, (_, i) => `<div class="comment"><p>${remark(i)}</p></div>`).join('')}</section>`,
  'nameless comments': `<div>${Array.from({ length: 12 }, (_, i) => `<div class="q"><b>reader${i}</b><p>${remark(i)}</p><span>Reply</span><span>Report</span></div>`).join('')}</div>`,
  newsletter: '<div class="newsletter-signup"><h3>Get our email</h3><p>Sign up for the stories that matter in your part of the county, sent to you at seven every morning.</p><form><input><button>Sign up</button></form></div>',
  'share bar and tags': '<div class="share-bar"><a href="#">Facebook</a> <a href="#">Twitter</a></div><p>Tags: Ofsted, Northshire, outstanding</p><p>Share this article</p>',
  'an author box': '<div class="author-bio"><p>Priya Lane covers social care, and broke the story of the inadequate judgement in Southshire in 2018.</p></div>',
};
const page = (inside: string) =>
  `<!doctype html><html lang="en"><head><title>${title} | Northshire Courier</title><meta property="og:title" content="${title}"></head><body><div class="cookie-banner"><p>We use cookies to make this site work and to show you advertising that suits you, as our policy explains.</p></div><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>${inside}<footer><p>Registered office: 1 Market Square, Northshire. We adhere to a code of practice for editors of newspapers.</p></footer></body></html>`;

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
function overlap(got: string, want: string): { precision: number; recall: number } {
  const left = new Map<string, number>();
  for (const word of words(want)) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of words(got)) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      shared++;
      left.set(word, count - 1);
    }
  }
  return { precision: shared / Math.max(words(got).length, 1), recall: shared / words(want).length };
}

for (const [where, contain] of Object.entries(containers))
  describe(`a body in ${where}`, () => {
    for (const [how, body] of Object.entries(bodies))
      for (const [what, after] of Object.entries(furniture))
        test(`written as ${how}, beside ${what}`, () => {
          const read = extractPage(page(contain(body, after)), { url: null, rules: [] });
          const { precision, recall } = overlap(read.text, prose.join(' '));
          expect({ title: read.title, whole: recall >= 0.97, clean: precision >= 0.95 }, read.text).toEqual({ title, whole: true, clean: true });
        });
  });

test('a page drawn by scripts is read as those without scripts see it', () => {
  const html = `<!doctype html><html><head><title>${title}</title></head><body><div id="app"></div><noscript><article><h1>${title}</h1>${prose.map((text) => `<p>${text}</p>`).join('')}</article></noscript></body></html>`;
  expect(extractPage(html, { url: null, rules: [] }).text).toBe(prose.join('\n\n'));
  const bare = `<!doctype html><html><head><title>${title}</title><meta name="description" content="${prose[0]}"></head><body><noscript>Please turn scripts on.</noscript></body></html>`;
  expect(extractPage(bare, { url: null, rules: [] }).text).toContain(prose[0]);
});
