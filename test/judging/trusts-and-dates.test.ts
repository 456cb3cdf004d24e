/** Who is meant where bodies, councils and names come and go: only the mention is asked, no grade is said of anybody. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assess, assessTraced } from '../../src/core/judging/assess.ts';
import type { ArticleText } from '../../src/core/types.ts';
import { anArticle, CONFIG, rulebook } from './support.ts';

const namedIn = (article: Partial<ArticleText>): string[] => {
  const { mentions } = assessTraced(anArticle(article), rulebook).trace.reading;
  return [...new Set(mentions.filter(({ cls }) => cls === 'authority').map(({ id }) => id))].sort();
};
const visited = (body: string) => `Ofsted inspectors visited ${body} and its children’s services.`;

describe('a trust stands for its council inside its dates', () => {
  const trusts: [name: string, slugs: string[], inside: string[], outside: string[]][] = [
    ['Doncaster Children’s Services Trust', ['doncaster'], ['2014-10-01', '2022-08-31'], ['2014-09-30', '2022-09-01']],
    ['Slough Children’s Services Trust', ['slough'], ['2015-10-01', '2021-03-31'], ['2015-09-30', '2021-04-01']],
    ['Slough Children First', ['slough'], ['2021-04-01', '2026-01-01'], ['2021-03-31']],
    ['Together for Children', ['sunderland'], ['2017-04-01', '2026-01-01'], ['2017-03-31']],
    ['Birmingham Children’s Trust', ['birmingham'], ['2018-04-01', '2026-01-01'], ['2018-03-31']],
    ['Sandwell Children’s Trust', ['sandwell'], ['2018-04-01', '2026-01-01'], ['2018-03-31']],
    ['Brighter Futures for Children', ['reading'], ['2018-12-01', '2025-09-30', '2026-01-01'], ['2018-11-30']],
    ['Worcestershire Children First', ['worcestershire'], ['2019-10-01', '2024-09-30'], ['2019-09-30', '2024-10-01']],
    ['Bradford Children and Families Trust', ['bradford'], ['2023-04-01', '2026-01-01'], ['2023-03-31']],
    ['Northamptonshire Children’s Trust', ['northamptonshire'], ['2020-11-01', '2021-03-31'], ['2020-10-31']],
    ['Kelbury Futures', ['kelbury'], ['2015-10-01', '2021-03-31'], ['2015-09-30', '2021-04-01']],
  ]; // prettier-ignore
  for (const [name, slugs, inside, outside] of trusts) {
    for (const published of inside)
      test(`${name} on ${published}`, () => expect(namedIn({ text: visited(name), published })).toEqual(slugs));
    for (const published of outside)
      test(`${name} no more, or not yet, on ${published}`, () =>
        expect(namedIn({ text: visited(name), published })).toEqual([]));
  }

  test('one of several councils names none of them by itself', () => {
    expect(namedIn({ text: visited('Achieving for Children'), published: '2025-02-03' })).toEqual([]);
    expect(namedIn({ text: visited('Northamptonshire Children’s Trust'), published: '2025-02-03' })).toEqual([]);
  });
  test('one of several councils stands for the one that is named', () => {
    const text = `${visited('Two Shires Children First')} Northshire Council was told today.`;
    expect(namedIn({ text, published: '2022-02-03' })).toEqual(['northshire']);
  });
  test('every body of the table has a day inside its dates in these tests', () => {
    const bodies = readFileSync(`${CONFIG}/delivery.csv`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0] ?? '');
    const tested = trusts.map(([name]) => name.replace('’', "'"));
    // Another name of a body tested, and one that serves several councils.
    const others = ["Doncaster Children's Trust", 'Together for Children Sunderland', 'Achieving for Children'];
    expect([...new Set(bodies)].filter((body) => ![...tested, ...others].includes(body))).toEqual([]);
  });
});

describe('councils come and go', () => {
  const report = (name: string) => ({
    title: `Ofsted rates ${name} children’s services good`,
    text: `${name} Council’s children’s services were rated good by Ofsted in a report published today.`,
  });
  const judged = (article: Partial<ArticleText>) =>
    assess(anArticle(article), rulebook).events.map(({ authority }) => authority);

  test('an abolished council is judged up to its end, and a little after', () => {
    for (const published of ['2022-06-01', '2023-03-31', '2023-06-01'])
      expect(judged({ ...report('Oldmere County'), published })).toEqual(['oldmere']);
  });
  test('long after its end its name is no council’s news', () =>
    expect(judged({ ...report('Oldmere County'), published: '2024-09-01' })).toEqual([]));
  test('its successors are judged from the day they begin', () => {
    expect(judged({ ...report('North Oldmere'), published: '2023-06-01' })).toEqual(['north-oldmere']);
    expect(judged({ ...report('North Oldmere'), published: '2023-03-01' })).toEqual([]);
  });
  test('councils to come hold no duties before they begin', () => {
    for (const name of ['East Surrey', 'West Surrey']) {
      const text = `${name} Council’s shadow members met Ofsted about children’s services.`;
      expect(namedIn({ text, published: '2026-11-20' })).toEqual([]);
      expect(namedIn({ text, published: '2027-04-02' })).toEqual([name.toLowerCase().replace(' ', '-')]);
    }
  });
  const former: [name: string, slug: string, end: string][] = [
    ['Cumbria', 'cumbria', '2023-03-31'],
    ['Northamptonshire', 'northamptonshire', '2021-03-31'],
    ['Bournemouth', 'bournemouth', '2019-03-31'],
    ['Poole', 'poole', '2019-03-31'],
  ]; // prettier-ignore
  for (const [name, slug, end] of former)
    test(`${name} ended on ${end}`, () => {
      const known = rulebook.index.get(slug);
      expect(known?.validTo).toBe(end);
      expect(known?.successors.length).toBeGreaterThan(0);
      expect(rulebook.index.inForce(slug, end)).toBe(true);
    });
});

describe('a second authority beside the subject', () => {
  const rows: [what: string, article: Partial<ArticleText>, events: string[]][] = [
    [
      'two of one name, told apart by the full one',
      {
        title: 'Ofsted: two councils of one name',
        text: 'Ofsted has rated children’s services in Kingston upon Thames and said nothing of Kingston upon Hull.',
      },
      [],
    ],
    [
      '“the council” is the one last named',
      {
        title: 'Ofsted rates Northshire and Southshire',
        text: 'Ofsted visited Northshire and Southshire.\n\nNorthshire was inspected in May. The council’s children’s services were judged good in a report published today.\n\nSouthshire was inspected in June. The council’s children’s services were judged inadequate in a report published today.',
      },
      ['northshire good', 'southshire inadequate'],
    ],
    [
      '“the borough” of an article about one',
      {
        title: 'Eastborough’s Ofsted report is out',
        text: 'Inspectors spent two weeks in Eastborough. Ofsted judged the borough’s children’s services to be outstanding in a report published today.',
      },
      ['eastborough outstanding'],
    ],
    [
      'a council’s own page that names another’s grade is no news of its own',
      {
        title: 'Working with Southshire',
        text: 'We will work with Southshire County Council, whose children’s services were rated inadequate by Ofsted in 2021.',
        homeAuthority: 'northshire',
        published: '2024-03-01',
      },
      [],
    ],
    [
      'a council’s own page without a grade is no grade',
      {
        title: 'Our Ofsted report is out',
        text: 'Ofsted has published its report on our children’s services. Thank you to everyone who took part.',
        homeAuthority: 'northshire',
      },
      [],
    ],
    [
      'another council’s report on a council’s own page is the other’s',
      {
        title: 'Ofsted rates Southshire’s children’s services outstanding',
        text: 'Congratulations to Southshire, whose children’s services were rated outstanding by Ofsted in a report published today.',
        homeAuthority: 'northshire',
      },
      ['southshire outstanding'],
    ],
  ]; // prettier-ignore
  for (const [what, article, events] of rows)
    test(what, () =>
      expect(
        assess(anArticle(article), rulebook)
          .events.map(({ authority, grade }) => `${authority} ${grade}`)
          .sort(),
      ).toEqual(events),
    );
});

describe('one letter apart', () => {
  test('Herefordshire and Hertfordshire are never guessed from what lies between', () => {
    for (const slip of ['Hetfordshire', 'Herfordshire', 'Hertefordshire', 'Herforshire'])
      expect(namedIn({ text: `Ofsted inspected children’s services in ${slip}.` })).toEqual([]);
  });
  test('each is itself where it is written right', () => {
    expect(namedIn({ text: 'Ofsted inspected children’s services in Herefordshire.' })).toEqual(['herefordshire']);
    expect(namedIn({ text: 'Ofsted inspected children’s services in Hertfordshire.' })).toEqual(['hertfordshire']);
  });
  test('a slip in a long name counts beside a second signal only', () => {
    expect(namedIn({ text: 'Ofsted inspected children’s services in Brackenshre.' })).toEqual(['brackenshire']);
    expect(namedIn({ text: 'The road to Brackenshre is closed.' })).toEqual([]);
  });
  test('a slip in a short name is no name', () =>
    expect(namedIn({ text: 'Ofsted inspected children’s services in Kelbry.' })).toEqual([]));
  test('an acronym needs a second signal', () => {
    expect(namedIn({ text: 'Ofsted inspected children’s services at LBBD.' })).toEqual(['barking-and-dagenham']);
    expect(namedIn({ text: 'LBBD was printed on the cup.' })).toEqual([]);
  });
});

describe('districts, mayors and combined authorities have no children’s services', () => {
  const others = [
    'Cambridge City Council',
    'Oxford City Council',
    'Exeter City Council',
    'Norwich City Council',
    'Ipswich Borough Council',
    'City of Lincoln Council',
    'Worcester City Council',
    'Gloucester City Council',
    'Lancaster City Council',
    'Canterbury City Council',
    'Winchester City Council',
    'Colchester City Council',
    'Warwick District Council',
    'Stafford Borough Council',
    'Newcastle-under-Lyme Borough Council',
    'Surrey Heath Borough Council',
    'East Hertfordshire District Council',
    'North Hertfordshire District Council',
    'South Cambridgeshire District Council',
    'East Cambridgeshire District Council',
    'Wokingham Town Council',
    'Cambridgeshire and Peterborough Combined Authority',
    'Greater Manchester Combined Authority',
    'West Midlands Combined Authority',
    'Liverpool City Region Combined Authority',
  ];
  for (const name of others)
    test(name, () =>
      expect(namedIn({ text: `Ofsted and the CQC met ${name} about services for children.` })).toEqual([]),
    );
});
