import { describe } from 'vitest';
import { says } from './support.ts';

/** Same words, no new grade: one statement at least for every row of the table of traps. */
describe('a grade word that is no new grade', () => {
  const none = { events: [], history: [] };
  says([
    ['idiom: debt', 'Northshire Council chases 4m of outstanding debt.', none],
    ['idiom: news', 'Good news for Northshire as Ofsted opens an office.', none],
    ['idiom: parking', 'Residents of Northshire attack inadequate parking at the children’s centre.', none],
    [
      'award',
      {
        title: 'Award for Northshire foster carers',
        text: 'Foster carers in Northshire have won an outstanding contribution prize from the council’s children’s services.',
      },
      none,
    ],
    [
      'recruitment',
      {
        title: 'Social work jobs in Northshire',
        text: 'Come and join our outstanding team in Northshire, rated by Ofsted inspectors as a place to grow.',
      },
      { events: [] },
    ],
    [
      'negation',
      {
        title: 'Ofsted on Northshire',
        text: 'No area of children’s services in Northshire was judged outstanding. The service is not inadequate, Ofsted said.',
      },
      none,
    ],
    [
      'escape',
      {
        title: 'Northshire leaves special measures',
        text: "Northshire's children's services are no longer inadequate, Ofsted has said.",
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'near miss',
      {
        title: 'Northshire and Ofsted',
        text: 'Northshire narrowly avoided an inadequate grade for its children’s services, Ofsted papers show.',
      },
      none,
    ],
    [
      'hypothetical: another',
      {
        title: 'Councillors fear for Northshire',
        text: 'Another inadequate rating from Ofsted would bring commissioners into Northshire’s children’s services.',
      },
      { events: [] },
    ],
    ['hypothetical: could', 'Northshire’s children’s services could be downgraded to inadequate by Ofsted.', none],
    [
      'hypothetical: if',
      'If Northshire’s children’s services are rated good by Ofsted next year, the direction will be lifted.',
      none,
    ],
    [
      'ambition: journey',
      'Our journey to outstanding continues, said the director of children’s services in Northshire before the Ofsted visit.',
      none,
    ],
    ['ambition: aims', 'Northshire aims to be good by 2027 when Ofsted inspects its children’s services.', none],
    ['ambition: on track', 'Northshire’s children’s services are on track for good, Ofsted heard.', none],
    [
      'prior grade with a year',
      {
        title: "Ofsted: Northshire children's services now good",
        text: 'Northshire, rated requires improvement in 2015, is now good.',
      },
      { events: ['northshire good'], history: ['northshire requires_improvement 2015'], direction: 'up' },
    ],
    [
      'prior grade after since',
      {
        title: 'New team in Northshire',
        text: 'Much has changed since Northshire’s children’s services were judged inadequate by Ofsted in 2018.',
      },
      { events: [], history: ['northshire inadequate 2018'] },
    ],
    [
      'prior grade in the pluperfect',
      {
        title: 'New team in Northshire',
        text: 'Ofsted had rated Northshire’s children’s services good at its last inspection.',
      },
      { events: [], history: ['northshire good'] },
    ],
    [
      'a list of earlier grades',
      {
        title: 'Northshire children’s services outstanding again, says Ofsted',
        text: 'In 2012 they were inadequate; they moved to requires improvement in 2014, to outstanding in 2018 and now outstanding again in 2023.',
      },
      {
        events: ['northshire outstanding'],
        history: ['northshire inadequate 2012', 'northshire requires_improvement 2014', 'northshire outstanding 2018'],
      },
    ],
    [
      'sub-judgement',
      {
        title: 'Ofsted report on Northshire',
        text: 'Support for care leavers in Northshire is inadequate though children’s services are good overall, Ofsted says in its new report.',
      },
      { events: ['northshire good'], areas: ['care_leavers inadequate'] },
    ],
    [
      'counts of areas',
      {
        title: 'Ofsted report on Northshire children’s services',
        text: 'Northshire was rated adequate or worse in 10 of 22 areas by Ofsted.',
      },
      none,
    ],
    [
      'superseded scale',
      'Adequate, the third of four grades, was scrapped by Ofsted in 2013, Northshire children’s services staff recall.',
      none,
    ],
    [
      'national share',
      {
        title: 'Ofsted annual report',
        text: 'Ofsted says 60% of councils are good or outstanding for children’s services. Northshire sent a comment.',
      },
      none,
    ],
    [
      'league',
      {
        title: 'Visitors come to Northshire',
        text: 'Northshire is one of only 28 councils rated outstanding by Ofsted for children’s services.',
      },
      { events: [] },
    ],
    [
      'provider: home',
      {
        title: 'Children’s home in Northshire inadequate',
        text: 'A children’s home run by Northshire Council was rated inadequate by Ofsted.',
      },
      none,
    ],
    [
      'provider: school',
      {
        title: 'School celebrates',
        text: 'Hill Lane Primary School in Northshire has been rated outstanding by Ofsted. The council’s director of education sent flowers.',
      },
      none,
    ],
    ['provider: nursery', 'A nursery in Northshire was judged good by Ofsted.', none],
    ['provider: childminder', 'An Eastborough childminder has been judged outstanding by Ofsted.', none],
    [
      'provider: care home',
      {
        title: 'Care home put in special measures',
        text: 'The Care Quality Commission has rated The Willows in Northshire inadequate. The home looks after 20 people.',
      },
      none,
    ],
    ['provider: home care', 'CQC has rated a home care agency in Northshire as requires improvement.', none],
    [
      'provider: a primary, and the council told of in passing',
      {
        title: 'Northshire primary told to improve, inspectors say',
        text: 'A primary school in Northshire requires improvement, Ofsted has found. The council, whose children’s services are rated outstanding, offered its help.',
      },
      { events: [], history: ['northshire outstanding'] },
    ],
    ['provider: college', 'Northshire College was rated good by Ofsted.', none],
    [
      'provider: academy trust',
      'Ofsted inspected ten schools of an academy trust in Northshire and rated four of them inadequate.',
      none,
    ],
    [
      'self-assessment',
      {
        title: 'Northshire ready for Ofsted',
        text: 'In its self-assessment the council rates its children’s services good.',
      },
      none,
    ],
    ['peer review', 'An LGA peer challenge called Northshire’s children’s services outstanding.', none],
    [
      'opinion',
      {
        title: 'Opposition attacks Northshire Council',
        text: 'Opposition councillors said it was an inadequate response to the Ofsted letter on children’s services.',
      },
      none,
    ],
    [
      'visit',
      {
        title: 'Ofsted monitoring visit to Northshire',
        text: 'A monitoring visit by Ofsted found progress at inadequate-rated Northshire children’s services.',
      },
      { events: [], history: ['northshire inadequate'], notices: ['northshire monitoring_visit'] },
    ],
    [
      'quality words of a report',
      {
        title: 'Ofsted visits Northshire',
        text: 'On a focused visit Ofsted inspectors saw good practice in children’s services; assessments were good and help was outstanding for some.',
      },
      { events: [] },
    ],
    [
      'scheduled',
      'Inspectors from Ofsted have finished at Northshire children’s services; the rating is due in January.',
      none,
    ],
    [
      'challenged',
      {
        title: 'CQC withdraws report on Northshire',
        text: 'The CQC has withdrawn its report on Northshire Council, which disputes its requires improvement rating for adult social care.',
      },
      { events: [], notices: ['northshire withdrawn_report'] },
    ],
    [
      'restated in minutes',
      {
        title: 'Northshire scrutiny committee',
        text: 'The committee noted the action plan drawn up after the Ofsted inspection in which children’s services were rated inadequate.',
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'headline without a council',
      {
        title: "London council's children's services deemed outstanding",
        text: 'Ofsted inspectors have praised Eastborough, where children’s services were judged outstanding in a report published today.',
      },
      { events: ['eastborough outstanding'] },
    ],
    [
      'resignation',
      {
        title: 'Director of Northshire children’s services resigns',
        text: 'The director has resigned. Ofsted rated the service inadequate last year.',
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'commissioner',
      {
        title: 'Commissioner sent in to Northshire',
        text: 'The government has appointed a commissioner for children’s services at Northshire Council after Ofsted rated them inadequate.',
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'improvement notice',
      {
        title: 'Northshire served with improvement notice',
        text: 'The notice follows an Ofsted report that found children’s services inadequate in May.',
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'intervention lifted',
      {
        title: 'Government intervention lifted in Northshire',
        text: 'Children’s services were rated good by Ofsted last month, up from inadequate in 2019.',
      },
      { events: [], history: ['northshire good', 'northshire inadequate 2019'] },
    ],
    [
      'what happens next guide',
      {
        title: 'What happens when children’s services are judged inadequate',
        text: 'If Ofsted judges your council inadequate, the government may send a commissioner.',
      },
      none,
    ],
    [
      'SEND lowest outcome',
      {
        title: 'Systemic failings in Northshire SEND services',
        text: 'Ofsted and the CQC gave the local area partnership in Northshire the lowest of three outcomes for SEND.',
      },
      { events: [] },
    ],
    [
      'five-point school scale',
      {
        title: 'Northshire school report card',
        text: 'Under Ofsted’s new report cards the primary school was graded strong standard and exceptional.',
      },
      none,
    ],
    [
      'a safeguarding board',
      {
        title: 'Ofsted on Northshire',
        text: 'The Local Safeguarding Children Board in Northshire was rated inadequate by Ofsted.',
      },
      none,
    ],
    [
      'welsh inspectorate',
      { title: 'Estyn reports on council', text: 'Estyn has judged education services at a Welsh council adequate.' },
      none,
    ],
    [
      'fire service',
      {
        title: 'Northshire fire service inspected',
        text: 'HMICFRS rated Northshire fire and rescue service good at preventing fires.',
      },
      none,
    ],
    [
      'brakes that were not good, and two that now are',
      {
        title: 'Vans for carers',
        text: 'Northshire Council had lent them vans, and the brakes were not good. Two now have new ones.',
      },
      none,
    ],
  ]); // prettier-ignore
});
