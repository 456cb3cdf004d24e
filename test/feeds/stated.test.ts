/** What a feed states is what is read, whatever the age and habit of whoever wrote it: one statement a row. */
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readFeed } from '../../src/adapters/feeds/parse-feed.ts';

const rss = (item: string, declared = '') => `<rss version="2.0"${declared}><channel><item>${item}</item></channel></rss>`;
const atom = (entry: string, declared = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${declared}><entry>${entry}</entry></feed>`;
const atom03 = (entry: string) => `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>${entry}</entry></feed>`;
const XHTML = 'xmlns="http://www.w3.org/1999/xhtml"';
const base64 = (text: string) => Buffer.from(text).toString('base64');

const statements: [statement: string, document: string | Buffer, read: Record<string, unknown>][] = [
  // links
  ['content may stand elsewhere', atom('<title>A</title><content type="text/html" src="/c"/>'), { link: 'https://n.example/c' }],
  [
    'a relation may be written as its registered address',
    atom('<title>A</title><link rel="http://www.iana.org/assignments/relation/alternate" href="/a"/>'),
    { link: 'https://n.example/a' },
  ],
  ['a feed’s own address is no entry’s', atom('<title>A</title><link rel="self" href="/s"/>'), { link: null }],
  ['bases add up', atom('<link xml:base="c/" href="d"/>', ' xml:base="https://b.example/a/"'), { link: 'https://b.example/a/c/d' }],
  ['a broken base is passed over', atom('<link href="/d"/>', ' xml:base="http://[x/"'), { link: 'https://n.example/d' }],
  ['a false permalink is no link', rss('<title>A</title><guid isPermaLink="false">https://g.example/1</guid>'), { link: null }],
  ['an enclosure is no link', rss('<title>A</title><enclosure url="https://e.example/a.mp3"/>'), { link: null }],
  ['an ampersand in a link is one', rss('<link>https://n.example/?a=1&b=2</link>'), { link: 'https://n.example/?a=1&b=2' }],
  // links in carried mark-up
  [
    'mark-up states a base of its own',
    atom(`<content type="xhtml"><div ${XHTML} xml:base="https://b.example/a/"><a href="r">x</a></div></content>`),
    { content: '<a href="https://b.example/a/r">x</a>' },
  ],
  [
    'an address without quotes is one',
    atom('<content type="html">&lt;a href=r.html&gt;x&lt;/a&gt; action = none</content>'),
    { content: '<a href="https://n.example/news/r.html">x</a> action = none' },
  ],
  [
    'a quotation names its source',
    atom('<content type="html">&lt;q cite="r"&gt;x&lt;/q&gt;</content>'),
    { content: '<q cite="https://n.example/news/r">x</q>' },
  ],
  // texts
  ['XHTML stands beside RSS', rss(`<title>A</title><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>Body</h:p></h:div>`), { content: '<p>Body</p>' }],
  ['Atom 0.3 codes text', atom03(`<title mode="base64" type="text/html">${base64('<b>A</b> report')}</title>`), { title: 'A report' }],
  ['Atom 0.3 escapes mark-up', atom03('<title mode="escaped">A &lt;b&gt;bold&lt;/b&gt; word</title>'), { title: 'A bold word' }],
  [
    'escaped mark-up may stand in an element written out',
    atom(`<content type="html"><div ${XHTML}>&lt;p&gt;A &amp;amp; B&lt;/p&gt;</div></content>`),
    { content: '<div><p>A &amp; B</p></div>' },
  ],
  [
    'what is escaped in mark-up written out is text where no tag comes of it',
    atom('<content type="html"><p>fewer &lt; more</p></content>'),
    { content: '<p>fewer &lt; more</p>' },
  ],
  ['an unknown reference is kept', rss('<title>A &nosuch; B</title>'), { title: 'A &nosuch; B' }],
  ['a title in another vocabulary is second', rss('<title>A</title><x:title xmlns:x="https://x.example/">No</x:title>'), { title: 'A' }],
  ['mark-up may stand unescaped', rss('<description><p>Some <b>bold</b></p> words</description>'), { summary: 'Some bold words' }],
  // people and dates
  ['a known vocabulary has any prefix', rss('<d:creator>Ann</d:creator>', ' xmlns:d="http://purl.org/dc/elements/1.1/"'), { authors: ['Ann'] }],
  ['an author may be an address alone', atom('<title>A</title><author><email>ann@n.example</email></author>'), { authors: ['ann@n.example'] }],
  [
    'an address alone is an author in a feed with bases too',
    atom('<title>A</title><author><email>ann@n.example</email></author>', ' xml:base="https://b.example/"'),
    { authors: ['ann@n.example'] },
  ],
  [
    'a name goes before its address, and before loose words',
    atom('<author><email>a@n.example</email><name>Ann</name><uri>https://n.example/ann</uri> staff</author>', ' xml:base="https://b.example/"'),
    { authors: ['Ann'] },
  ],
  ['an author’s name may be marked up', rss('<title>A</title><author><p>Ann Other</p></author>'), { authors: ['Ann Other'] }],
  ['a contributor is no author', atom('<title>A</title><contributor><name>Con</name></contributor>'), { authors: [] }],
  ['a quoted source keeps its dates', atom('<title>A</title><source><updated>2001-01-01T00:00:00Z</updated></source>'), { published: null }],
  // old kinds
  ['items may follow their channel', '<rss version="0.90"><channel><title>C</title></channel><item><title>A</title></item></rss>', { title: 'A' }],
  ['CDF may give addresses apart', '<CHANNEL><ITEM><TITLE>A</TITLE><A HREF="https://n.example/2"/></ITEM></CHANNEL>', { link: 'https://n.example/2' }],
  // charsets
  [
    'UTF-8 with a stray byte stays UTF-8',
    Buffer.concat([Buffer.from('<rss><channel><item><title>Caf\u00e9 children'), Buffer.from([0x92]), Buffer.from('s</title></item></channel></rss>')]),
    { title: 'Café children’s' },
  ],
  ['one accented letter of windows-1252 is that', iconv.encode(rss('<title>Café</title>'), 'windows-1252'), { title: 'Café' }],
];

for (const [statement, document, read] of statements)
  test(statement, async () => {
    const { entries } = await readFeed(Buffer.from(document as string), { headers: {}, base: 'https://n.example/news/feed' }, []);
    expect(entries[0]).toMatchObject(read);
  });
