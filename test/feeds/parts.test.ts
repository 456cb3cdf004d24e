import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { decode } from '../../src/adapters/decode.ts';
import { cleanXml } from '../../src/adapters/feeds/clean-xml.ts';
import { readDate } from '../../src/adapters/feeds/dates.ts';
import { finish } from '../../src/adapters/feeds/finish.ts';
import { loadListRules } from '../../src/adapters/feeds/list-rules.ts';
import { readPlainly } from '../../src/adapters/feeds/plain.ts';
import { isPlain } from '../../src/adapters/feeds/is-plain.ts';
import { makeFeedReader } from '../../src/adapters/feeds/read-feed.ts';
import { readTolerantly } from '../../src/adapters/feeds/tolerant.ts';
import { WrongUse } from '../../src/errors.ts';

describe('windows-1252, byte by byte', () => {
  // WHATWG Encoding, index windows-1252: five bytes have no character and are shown as unreadable.
  const table = [0x20ac, 0xfffd, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0xfffd, 0x17d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0xfffd, 0x17e, 0x178];
  for (const label of ['windows-1252', 'iso-8859-1', 'latin1', 'us-ascii', 'ISO_8859-1', '"cp1252"'])
    test(`labelled ${label}, bytes 0x80 to 0x9F are the characters they were typed as`, () => {
      const bytes = Uint8Array.from(table, (_, i) => 0x80 + i);
      expect([...decode(bytes, `text/html; charset=${label}`).text].map((c) => c.codePointAt(0))).toEqual(table);
    });
  test('above them it is Latin-1', () => {
    const bytes = Uint8Array.from({ length: 96 }, (_, i) => 0xa0 + i);
    expect([...decode(bytes, 'text/html; charset=latin1').text].map((c) => c.codePointAt(0))).toEqual([...bytes]);
  });
});

describe('no charset is declared', () => {
  const item = (words: string) => `<rss version="2.0"><channel><item><title>${words}</title></item></channel></rss>`;
  const undeclared = [
    ['big5', '督察人員評定該市兒童服務為不足'],
    ['euc-kr', '감사관은 시의 아동 서비스를 부적절하다고 평가했다'],
    ['euc-jp', '検査官は市の児童サービスを不十分と評価した'],
    ['shift_jis', '検査官は市の児童サービスを不十分と評価した'],
    ['gb2312', '督察人员评定该市儿童服务为不足'],
    ['windows-1255', 'המפקחים דירגו את שירותי הילדים'],
    ['windows-1251', 'Инспекторы оценили детские службы города'],
    ['koi8-r', 'Инспекторы оценили детские службы города'],
    ['iso-8859-7', 'Οι επιθεωρητές αξιολόγησαν τις υπηρεσίες'],
    ['windows-1256', 'قام المفتشون بتقييم خدمات الأطفال'],
    ['windows-874', 'ผู้ตรวจการประเมินบริการเด็ก'],
    ['windows-1250', 'Rada miasta zatwierdziła nowy budżet, a mieszkańcy będą mogli korzystać z odnowionych placówek już w przyszłym roku'],
    ['iso-8859-2', 'Źródło: rada miasta zatwierdziła nowy budżet, a mieszkańcy będą mogli korzystać z odnowionych placówek'],
    ['windows-1250', 'Městská rada schválila rozpočet, obyvatelé budou moci využívat obnovená zařízení již příští rok'],
    ['iso-8859-2', 'A városi tanács jóváhagyta az új költségvetést, a lakosok már jövőre használhatják a felújított épületeket'],
    ['windows-1252', 'Invånarna kan använda de förnyade lokalerna redan nästa år, inspektörerna bedömde tjänsterna för barn som bra'],
    ['windows-1252', 'Élèves déçus, élus fâchés, été gâché à Évian'],
    ['windows-1252', 'Inspectors’ “outstanding” grade – £5m for Northshire’s café'],
  ] as const;
  for (const [charset, words] of undeclared)
    test(`${charset} is told by its letters: ${words}`, () =>
      expect(decode(iconv.encode(item(words), charset), undefined).text).toBe(item(words)));
});

describe('dates as they are written', () => {
  const dates = [
    // written                                            UTC
    ['Thu, 01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21'],
    ['Thu, 01 Jan 04 19:48:21 GMT', '2004-01-01T19:48:21'],
    ['1 Jan 2004 19:48 GMT', '2004-01-01T19:48:00'],
    ['Wed, 5 Jul 2023 09:00:00 BST', '2023-07-05T08:00:00'],
    ['Wed, 5 Jul 2023 09:00:00 MEST', '2023-07-05T07:00:00'],
    ['2023-007-05T09:00:00+01:00', '2023-07-05T08:00:00'],
    ['Wed, 5 Jul 2023 09:00:00 +0100', '2023-07-05T08:00:00'],
    ['Wed, 05 July 2023 09:00:00 EDT', '2023-07-05T13:00:00'],
    ['Sun, 4 Jan 2004 16:29:06 +0000 (UTC)', '2004-01-04T16:29:06'],
    ['Wed Jul 05 2023 10:15:00 GMT+0100 (British Summer Time)', '2023-07-05T09:15:00'],
    ['Sun Jan  4 16:29:06 PST 2004', '2004-01-05T00:29:06'],
    ['Sat, 01 Jan 2000 24:00:00 GMT', '2000-01-02T00:00:00'],
    ['Fri, 2006/09/15 08:19:53 EDT', '2006-09-15T12:19:53'],
    ['2023-07-05T09:00:00Z', '2023-07-05T09:00:00'],
    ['2023-07-05T09:00:00+01:00', '2023-07-05T08:00:00'],
    ['2023-07-05 09:00:00', '2023-07-05T09:00:00'],
    ['2023-07-05T09:00:00.123456+0100', '2023-07-05T08:00:00'],
    ['2023-07-05', '2023-07-05T00:00:00'],
    ['20230705', '2023-07-05T00:00:00'],
    ['2023-7-5', '2023-07-05T00:00:00'],
    ['2023-186', '2023-07-05T00:00:00'],
    ['2004-02', '2004-02-01T00:00:00'],
    ['03-12-31', '2003-12-31T00:00:00'],
    ['2003335', '2003-12-01T00:00:00'],
    ['Thu, 1 Jan 2004 9:8:1 GMT', '2004-01-01T09:08:01'],
    ['2003-12-31T18Z', '2003-12-31T18:00:00'],
    ['20031231T101455Z', '2003-12-31T10:14:55'],
    ['Mon, 26 January 2004 16:31:00 ET', '2004-01-26T21:31:00'],
    ['Tue, 31 Feb 2004 10:00:00 GMT', null],
    ['05/07/2023', '2023-07-05T00:00:00'],
    ['05/07/2023 14:30', '2023-07-05T14:30:00'],
    ['5.7.2023', '2023-07-05T00:00:00'],
    ['07/25/2023', '2023-07-25T00:00:00'],
    ['Tuesday 5 July 2023', '2023-07-05T00:00:00'],
    ['5th July 2023', '2023-07-05T00:00:00'],
    ['July 5, 2023', '2023-07-05T00:00:00'],
    ['Wednesday, July 5th, 2023 at 3:15pm', '2023-07-05T15:15:00'],
    ['Published: 5 July 2023', '2023-07-05T00:00:00'],
    ['16:04, 27 JUN 2023', '2023-06-27T16:04:00'],
    ['1672531200', '2023-01-01T00:00:00'],
    ['Κυρ, 11 Ιούλ 2021 12:00:00 EST', '2021-07-11T17:00:00'],
    ['Τετ, 6 Μάι 2015 10:00:00 +0300', '2015-05-06T07:00:00'],
    ['Παρ, 5 Ιουν 2015 10:00:00 GMT', '2015-06-05T10:00:00'],
    ['2021-július-13T9:15-05:00', '2021-07-13T14:15:00'],
    ['2021-szeptember-30T23:59+02:00', '2021-09-30T21:59:00'],
    ['2021년 05월 28일  01:31:15', '2021-05-27T16:31:15'],
    ['2021-05-25 오후 11:23:17', '2021-05-25T14:23:17'],
    ['2021-05-25 오전 12:03:17', '2021-05-24T15:03:17'],
    ['Mer, 5 Gorffennaf 2023 09:00:00 +0100', '2023-07-05T08:00:00'],
    ['mer., 05 août 2015 10:00:00 +0200', '2015-08-05T08:00:00'],
    ['Di, 03 Mär 2015 10:00:00 +0100', '2015-03-03T09:00:00'],
    ['99년 99월', null],
    ['31/02/2023', null],
    ['5 July', null],
    ['July 2023', null],
    ['yesterday', null],
    ['0000-00-00T00:00:00', null],
    ['12345678901234567890', null],
    ['Tue, 99 Foo 2023 09:00:00 GMT', null],
    ['', null],
  ] as const;
  for (const [written, utc] of dates)
    test(`${written || 'nothing'} is ${utc ?? 'no date'}`, () => expect(readDate(written)?.toISOString().slice(0, 19) ?? null).toBe(utc));

  const onPages = [
    ['5 July 2023 09:00', '2023-07-05T08:00:00'],
    ['5 January 2023 09:00', '2023-01-05T09:00:00'],
    ['yesterday', '2023-07-04T00:00:00'],
    ['2 hours ago', '2023-07-05T10:00:00'],
    ['2023', null],
  ] as const;
  for (const [written, utc] of onPages)
    test(`on a page read at noon on 5 July 2023, ${written} is ${utc ?? 'no date'}`, () => {
      const read = readDate(written, { zone: 'Europe/London', reference: new Date('2023-07-05T12:00:00Z') });
      expect(read?.toISOString().slice(0, 19) ?? null).toBe(utc);
    });
});

test('a date that cannot be read is told as it was written, with where it stood', async () => {
  const item = (date: string) => `<item><title>A</title><link>https://n.example/a</link>${date}</item>`;
  const feed = `<rss version="2.0"><channel><title>N</title>${item('<dc:date>2023-07-05</dc:date>')}${item('<pubDate>soon</pubDate>')}</channel></rss>`;
  const { entries, warnings } = await makeFeedReader().parse(Buffer.from(feed), { headers: {}, base: null });
  expect(entries.map(({ published, publishedFrom }) => [published, publishedFrom])).toEqual([['2023-07-05T00:00:00Z', 'dc:date'], [null, null]]);
  expect(warnings).toEqual([{ code: 'bad_date', message: '1 date(s) could not be read, the first "soon" in pubDate' }]);
});

describe('both readers read a plain feed alike', () => {
  const feeds = {
    rss: '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title><![CDATA[News & views]]></title><atom:link href="https://n.example/rss" rel="self"/><link>https://n.example/</link><ttl>60</ttl><sy:updatePeriod>hourly</sy:updatePeriod><skipDays><day>Saturday</day><day>Sunday</day></skipDays><image><title>Logo</title><link>https://n.example/logo</link></image><item><title>One &amp;amp; two</title><link>https://n.example/1</link><guid isPermaLink="false">g1</guid><description><![CDATA[<p>Praised &amp; thanked</p>]]></description><content:encoded><![CDATA[<p>Long <a href="/r">text</a></p>]]></content:encoded><pubDate>Wed, 05 Jul 2023 09:00:00 GMT</pubDate><dc:creator>Ada</dc:creator><category>x</category><source url="https://o.example/rss">Other</source></item><item><title/><link>https://n.example/2</link><guid>https://n.example/2</guid></item></channel></rss>',
    rdf: '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="c"><title>N</title><link>https://n.example/</link></channel><item rdf:about="https://n.example/1"><title>One</title><link>https://n.example/1</link><dc:date>2023-07-05</dc:date></item></rdf:RDF>',
    atom: '<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">N &lt;b&gt;</title><link href="https://n.example/"/><entry><id>1</id><title type="html">A &lt;b&gt;bold&lt;/b&gt; &amp;amp; good</title><link href="https://n.example/1" rel="alternate"/><link rel="replies" href="https://n.example/1/c"/><published>2023-07-05T09:00:00Z</published><updated>2023-07-06T09:00:00Z</updated><author><name>Ada</name></author><author><name>Bo</name></author><summary type="html">&lt;p&gt;Short&lt;/p&gt;</summary><content type="html">&lt;p&gt;Long&lt;/p&gt;</content></entry></feed>',
  } as const;
  for (const [format, xml] of Object.entries(feeds))
    test(format, async () => {
      expect(isPlain(xml)).toBe(true);
      const plain = await readPlainly(xml, format as 'rss');
      if ('refused' in plain) throw new Error(plain.refused);
      const hints = { base: 'https://n.example/feed' };
      expect(finish(plain, hints)).toEqual(finish(readTolerantly(xml), hints));
    });
});

describe('documents built to harm are read or refused, and hold nothing up', () => {
  const reader = makeFeedReader();
  afterAll(() => reader.close?.());
  const rss = (inside: string) => `<rss version="2.0"><channel><title>N</title>${inside}</channel></rss>`;
  const first = '<item><title>First</title><link>https://n.example/1</link></item>';
  const documents: [what: string, text: string, entries: number | null][] = [
    ['100,000 nested elements after the first entry', rss(`${first}${'<a>'.repeat(100_000)}`), 1],
    ['100,000 nested elements and nothing else', `<rss version="2.0">${'<a>'.repeat(100_000)}`, null],
    ['100,000 nested elements of HTML', `<!doctype html><body>${'<div>'.repeat(100_000)}`, null],
    ['a title of ten megabytes', rss(`<item><title>${'x'.repeat(10_000_000)}</title></item>`), 1],
    ['fifty thousand attributes', rss(`<item ${Array.from({ length: 50_000 }, (_, i) => `a${i}="1"`).join(' ')}><title>First</title></item>`), 1],
    ['four hundred thousand bare ampersands', rss(`<item><title>${'&'.repeat(400_000)}</title></item>`), 1],
    ['an entity of 300 letters named three million times', `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(300)}">]>${rss(`<item><title>First</title><description>${'&a;'.repeat(3_000_000)}</description></item>`)}`, 1],
    ['three million ampersands', rss(`<item><title>First</title><description>${'& '.repeat(3_000_000)}</description></item>`), 1],
    ['two million references', rss(`<item><title>First</title><description>${'&amp;'.repeat(2_000_000)}</description></item>`), 1],
    ['broken JSON of two million strings', `[${'"",'.repeat(2_000_000)}`, null],
    ['a million opening brackets', rss(`${first}${'<'.repeat(1_000_000)}`), 1],
    ['opened CDATA sections', rss(`<item><title>${'<![CDATA['.repeat(200_000)}`), 1],
    ['twenty thousand entries', rss(first.repeat(20_000)), 5_000],
    ['nested mark-up in a description', rss(`<item><title>First</title><description>${'&lt;b&gt;'.repeat(100_000)}</description></item>`), 1],
    ['a DOCTYPE that never ends', `<!DOCTYPE rss [${'<!ENTITY a "'.repeat(100_000)}`, null],
    ['JSON nested a hundred thousand deep', '['.repeat(100_000), null],
    ['a list page of fifty thousand links', `<!doctype html><body>${'<li><a href="/news/a">Council rated good by inspectors</a> 5 July 2023</li>'.repeat(20_000)}`, null],
    ['a date of a megabyte', rss(`<item><title>First</title><pubDate>${'1 '.repeat(500_000)}</pubDate></item>`), 1],
  ];
  // On a busy machine the thread may answer before the first turn: what is read in it gets one in three tries, what is not in none.
  for (const [what, text, entries] of documents)
    test(what, { retry: 2 }, async () => {
      await reader.parse(Buffer.from(' '.repeat(300_000)), { headers: {}, base: null }).catch(() => {}); // the thread is up
      let turns = 0;
      let turning = setImmediate(function turn() {
        turns++;
        turning = setImmediate(turn);
      });
      const outcome = await reader.parse(Buffer.from(text), { headers: {}, base: 'https://n.example/' }).then((feed) => feed.entries.length, (error: Error) => (error.name === 'GiveUp' ? null : error));
      clearImmediate(turning);
      expect(outcome).toBe(entries);
      // Read in the thread that does everything else, it would give that no turn until it is done; a refusal may be at once.
      if (entries !== null) expect(turns).toBeGreaterThan(0);
    });

  test('no element name reaches the prototype of anything', async () => {
    await makeFeedReader().parse(Buffer.from(rss('<__proto__><polluted>1</polluted></__proto__><item><title>a</title><__proto__ polluted="1"/></item>')), { headers: {}, base: null });
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });
});

describe('references are repaired outside CDATA only', () => {
  const references = [
    ['<a>R&D &amp; &pound; &unknown; &#38; &#x26;</a>', '<a>R&amp;D &amp; £ &amp;unknown; &#38; &#x26;</a>'],
    ['<a><![CDATA[R&D &pound;]]> &</a>', '<a><![CDATA[R&D &pound;]]> &amp;</a>'],
    ['<a>&#55296;&#xFFFF;&#0;x</a>', '<a>\ufffd\ufffd\ufffdx</a>'],
    ['<a>&LT;b&GT; &AMP;</a>', '<a>&lt;b> &amp;</a>'],
  ] as const;
  for (const [written, repaired] of references) test(written, () => expect(cleanXml(written).xml).toBe(repaired));
});

const faulty = (text: string): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'gradewatch-lists-'));
  writeFileSync(join(folder, 'list-pages.yaml'), text);
  try {
    return loadListRules(folder).map(() => 'no fault');
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    return error.faults;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test('a faulty rule file names every fault with its line, once', () => {
  const rule = '  - id: Bad Id\n    source: a public theme\n    item: li\n    link: a\n    colour: red\n';
  expect(faulty(`lists:\n${rule}  - id: good\n    source: short\n    item: li\n`)).toEqual([
    expect.stringMatching(/^list-pages\.yaml line 2: lists\.0\.id: /),
    expect.stringMatching(/^list-pages\.yaml line 6: unknown key "colour" in lists\.0; known are id, source, /),
    expect.stringMatching(/^list-pages\.yaml line 8: lists\.1\.source: /),
    expect.stringMatching(/^list-pages\.yaml line 7: lists\.1\.link: /),
  ]);
  expect(faulty('lists:\n  - id: a\n   b: [\n')[0]).toMatch(/^list-pages\.yaml line 3: (?!.*line)[A-Z]/);
});

test('a rule file that is not there is a fault with its remedy', () => {
  expect(() => loadListRules('src')).toThrow(/^list-pages\.yaml: is missing from the config folder; copy it/);
});
