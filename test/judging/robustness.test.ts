import { describe, expect, test } from 'vitest';
import { assess } from '../../src/core/judging/assess.ts';
import { anArticle, rulebook, saying, says } from './support.ts';

const good = { events: ['northshire good'] };

/** The same news, however it was typed, broken, cut or pasted. */
describe('spelling and layout', () => {
  says([
    ['curly single quotes', { title: 'Northshire children’s services ‘good’, says Ofsted', text: '' }, good],
    ['curly double quotes', { title: 'Northshire children’s services “good”, says Ofsted', text: '' }, good],
    ['straight quotes', { title: "Northshire children's services 'good', says Ofsted", text: '' }, good],
    ['no quotes, no apostrophe', { title: 'Northshire childrens services good, says Ofsted', text: '' }, good],
    ['capitals', { title: "NORTHSHIRE CHILDREN'S SERVICES RATED GOOD BY OFSTED", text: '' }, good],
    [
      'an exclamation mark inside the quotes',
      { title: '', text: 'Northshire’s children’s services have been judged “Good!” by Ofsted.' },
      good,
    ],
    [
      'hyphenation over a line',
      {
        title: 'Ofsted on Northshire',
        text: 'Northshire’s children’s services have been judged outstand-\ning by Ofsted.',
      },
      { events: ['northshire outstanding'] },
    ],
    [
      'a hyphen within the word',
      {
        title: 'Ofsted on Northshire',
        text: 'Northshire’s children’s services have been judged outstand-ing by Ofsted.',
      },
      { events: ['northshire outstanding'] },
    ],
    [
      'a soft hyphen',
      {
        title: 'Ofsted on Northshire',
        text: 'Northshire’s children’s services have been judged out\u00adstand\u00ading by Ofsted.',
      },
      { events: ['northshire outstanding'] },
    ],
    [
      'a line break inside the grade',
      {
        title: 'Ofsted on Northshire',
        text: 'Northshire’s children’s services have been told they Require\nImprovement to be Good, Ofsted said today.',
      },
      { events: ['northshire requires_improvement'] },
    ],
    [
      'oustanding',
      { title: "Northshire children's services oustanding, says Ofsted", text: '' },
      { events: ['northshire outstanding'] },
    ],
    [
      'inadquate',
      { title: "Northshire children's services inadquate, says Ofsted", text: '' },
      { events: ['northshire inadequate'] },
    ],
    [
      'requires improvment',
      { title: "Northshire children's services requires improvment, says Ofsted", text: '' },
      { events: ['northshire requires_improvement'] },
    ],
    ['entities', { title: 'Northshire children&#8217;s services &lsquo;good&rsquo;, says Ofsted', text: '' }, good],
    [
      'a non-breaking space in the name of the grade',
      {
        title: 'Ofsted on Northshire',
        text: 'Northshire’s children’s services requires\u00a0improvement, Ofsted said today.',
      },
      { events: ['northshire requires_improvement'] },
    ],
    [
      'Windows line ends',
      {
        title: 'Ofsted on Northshire',
        text: 'The report was published today.\r\n\r\nNorthshire’s children’s services were rated good by Ofsted.\r\n',
      },
      good,
    ],
    [
      'cut in mid-sentence',
      {
        title: "Northshire children's services rated good by Ofsted",
        text: 'Children’s services in Northshire have been rated good by Ofsted. Inspectors, who visi',
      },
      good,
    ],
    [
      'menus and a cookie banner',
      {
        title: "Northshire children's services rated good by Ofsted",
        text: 'Skip to main content\nWe use cookies to give you the best experience. Accept all\nHome\nNews\nSport\nWhat’s on\nOutstanding pubs of Southshire\n\nChildren’s services in Northshire have been rated good by Ofsted.\n\nRead more: School in Southshire rated inadequate\nSign up to our newsletter\nRelated: Kelbury College rated outstanding',
      },
      good,
    ],
    [
      'other spellings of a name',
      { title: 'Ofsted rates children’s services in Westhampton on Sea good', text: '' },
      { events: ['westhampton-on-sea good'] },
    ],
    [
      'an ampersand',
      { title: 'Ofsted rates children’s services in Brighton &amp; Hove good', text: '' },
      { events: ['brighton-and-hove good'] },
    ],
  ]); // prettier-ignore

  test('what a page says of itself takes no place in the opening', () => {
    const clutter =
      'We use cookies on this site. Accept all.\nSign up for our newsletter. Register to read on. Subscribe today. Log in.\n\n';
    const visit = {
      title: 'Slow progress at Northshire',
      text: 'Northshire’s children’s services, judged inadequate by Ofsted last year, are getting better too slowly. Inspectors said so in their second monitoring report.',
    };
    const moved = {
      title: 'Ofsted on Northshire’s children’s services',
      text: 'Northshire Council has its report. Its children’s services have been rated good by Ofsted. The department has moved up a grade.',
    };
    const judged = (article: { title: string; text: string }, before: string) =>
      assess(anArticle({ ...article, text: before + article.text }), rulebook);
    expect(judged(visit, clutter)).toMatchObject({ relevant: judged(visit, '').relevant });
    expect(judged(visit, clutter).relevant).toBe(false);
    expect(judged(moved, clutter).events).toMatchObject([{ grade: 'good', direction: 'up' }]);
  });

  test('bullets of every kind introduce areas', () => {
    for (const bullet of ['•', '-', '–', '*', '·', '▪', '●', 'o ', '1.'])
      expect(
        saying(
          assess(
            anArticle({
              title: "Ofsted rates Northshire's children's services good",
              text: `The grades:\n\n${bullet} Leadership: outstanding\n${bullet} Care leavers – good`,
            }),
            rulebook,
          ),
          { areas: [] },
        ),
        bullet,
      ).toEqual({ areas: ['care_leavers good', 'leaders outstanding'] });
  });

  test('a name one letter off means its council, and nobody where another council has nearly that name', () => {
    const judged = (name: string) =>
      assess(anArticle({ title: `Ofsted rates ${name}'s children's services good` }), rulebook).events.map(
        (e) => e.authority,
      );
    expect(judged('Brackenshir')).toEqual(['brackenshire']);
    expect(judged('Haverfordshir')).toEqual([]);
    expect(judged('Averfordshres')).toEqual([]);
  });
});

test('evidence is the text as given, in every article', () => {
  const title = 'Northshire children&#8217;s services &lsquo;oustanding&rsquo;, says Ofsted';
  const text =
    'Its\u00a0leader\u00adship was “out-\nstanding”.\r\n\r\n• Care leavers: Requires\nimprovement\n\nIn 2018 it was ‘inadequate’.';
  const assessment = assess(anArticle({ title, text }), rulebook);
  const all = [...assessment.events, ...assessment.history, ...assessment.rejected].flatMap((c) => c.evidence);
  expect(all.length).toBeGreaterThan(3);
  for (const e of all) expect((e.field === 'title' ? title : text).slice(e.start, e.end)).toBe(e.quote);
  for (const event of assessment.events)
    for (const { evidence } of event.judgements) for (const at of evidence) expect(event.evidence[at]).toBeDefined();
});
