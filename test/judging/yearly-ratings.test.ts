/** The words that every council got each year from 2009 to 2011 are on no scale; told as news, they are an event without a grade. */
import { says } from './support.ts';

const of2010 = (title: string, text: string) => ({ title, text, published: '2010-12-09' });
const of2024 = (title: string, text: string) => ({ title, text, published: '2024-12-09' });

says([
  [
    'the lowest of four bands',
    of2010(
      'Councils told to do better',
      'Northshire and Kelbury are among 16 councils placed in the lowest band of this year’s ratings of children’s services by Ofsted. Thirty perform excellently.',
    ),
    { events: ['northshire null', 'kelbury null'] },
  ],
  [
    'the highest score',
    of2010(
      'Council keeps its top mark',
      'Children’s services in Northshire ‘perform excellently’, the highest score there is, Ofsted says in its annual assessment of all councils.',
    ),
    { events: ['northshire null'] },
  ],
  [
    'those found to be performing well',
    of2010(
      'Yearly ratings of councils are out',
      'Ofsted published its annual ratings of children’s services this morning. Northshire and Kelbury were found to be performing well. Southshire was said to be performing poorly.',
    ),
    { events: ['northshire null', 'kelbury null', 'southshire null'] },
  ],
  [
    'schools that do so',
    of2010(
      'Yearly ratings of councils are out',
      'Ofsted published its annual ratings this morning. Primary schools in Northshire perform well.',
    ),
    { events: [] },
  ],
  [
    'an inspection told beside them',
    of2010(
      'Northshire condemned',
      'After an inspection of safeguarding in Northshire Ofsted has given the council its lowest rating. The annual assessment said in 2009 that it performs well.',
    ),
    { events: ['northshire inadequate'] },
  ],
  [
    'the lowest rating of another time',
    of2024(
      'Northshire condemned',
      'Ofsted has given Northshire County Council’s children’s services its lowest rating. The annual ratings of long ago said that it performs poorly.',
    ),
    { events: ['northshire inadequate'] },
  ],
  [
    'the one word of the press, beside "the top rating"',
    of2010(
      'Northshire ‘excellent’ again',
      'Children’s services in Northshire have been rated excellent by Ofsted. The council is one of 28 to get the top rating in the inspectorate’s annual children’s services assessments.',
    ),
    { events: ['northshire null'], history: [] },
  ],
]);
