import { describe } from 'vitest';
import { says } from './support.ts';

/** Short articles of every kind, news of a judgement and not. */
describe('an article', () => {
  says([
    [
      'kelbury children’s services move from inadequate to good in record time',
      {
        title: 'Kelbury children’s services move from inadequate to good in record time',
        text: 'Inspectors have hailed a dramatic turnaround at Kelbury Council.\n\nJust two years after being given the worst possible rating, the council’s children’s services were found to be good when Ofsted visited in June. Leadership and help and protection were both good, while care leavers was the only area to require improvement.',
        published: '2023-08-02',
      },
      {
        events: ['kelbury good'],
        history: ['kelbury inadequate'],
        areas: ['leaders good', 'help_and_protection good', 'care_leavers requires_improvement'],
        direction: 'up',
      },
    ],
    [
      'council boss ‘devastated’ by ofsted verdict',
      {
        title: 'Council boss ‘devastated’ by Ofsted verdict',
        text: 'The chief executive of Southshire County Council says he is devastated after inspectors found its services for vulnerable children to be inadequate.\n\nThe damning report, which was released on Tuesday, found that children were left in dangerous situations for too long.\n\nAt the last inspection, in 2017, the council was rated as requiring improvement.',
        published: '2021-11-10',
      },
      { events: ['southshire inadequate'], history: ['southshire requires_improvement'], areas: [], direction: 'down' },
    ],
    [
      'ofsted: progress but still not good enough at southshire',
      {
        title: 'Ofsted: progress but still not good enough at Southshire',
        text: 'Southshire’s children’s services still require improvement, Ofsted has said, three years after the same verdict was returned.\n\nInspectors visited in October.',
        published: '2019-12-02',
      },
      {
        events: ['southshire requires_improvement'],
        history: ['southshire requires_improvement 2016'],
        direction: 'same',
      },
    ],
    [
      'eastborough rated outstanding for third time',
      {
        title: 'Eastborough rated Outstanding for third time',
        text: 'For the third consecutive inspection, the London Borough of Eastborough has been rated Outstanding by Ofsted for its children’s services.\n\nThe council was first awarded the top rating in 2014 and repeated the feat in 2019.',
        published: '2023-03-10',
      },
      { events: ['eastborough outstanding'], history: ['eastborough outstanding'], areas: [], direction: 'same' },
    ],
    [
      'children’s home in kelbury shut after inadequate ofsted report',
      {
        title: 'Children’s home in Kelbury shut after inadequate Ofsted report',
        text: 'A children’s home in Kelbury has closed after Ofsted rated it inadequate. The home was run by a private company. Kelbury Council said it had moved the children.',
        published: '2022-02-02',
      },
      { events: [], history: [] },
    ],
    [
      'nursery in northshire goes from inadequate to outstanding',
      {
        title: 'Nursery in Northshire goes from inadequate to outstanding',
        text: 'Little Acorns in Northshire has been rated outstanding by Ofsted, two years after being judged inadequate. Manager Jo Tilly said she was thrilled.',
        published: '2022-02-02',
      },
      { events: [], history: [] },
    ],
    [
      'northshire foster carers praised',
      {
        title: 'Northshire foster carers praised',
        text: 'Northshire County Council’s independent fostering agency partner Bright Homes was rated good by Ofsted.',
        published: '2022-02-02',
      },
      { events: [], history: [] },
    ],
    [
      'northshire adult learning service rated good',
      {
        title: 'Northshire adult learning service rated good',
        text: 'Northshire Council’s adult learning service has been judged good by Ofsted after an inspection in May.',
        published: '2022-06-02',
      },
      { events: [], history: [] },
    ],
    [
      'northshire county council: join an outstanding children’s service',
      {
        title: 'Northshire County Council: join an outstanding children’s service',
        text: 'Are you an experienced social worker? Northshire’s children’s services were judged outstanding by Ofsted in 2022 and we are looking for people to join us. Apply now.',
        published: '2023-01-01',
      },
      { events: [], history: ['northshire outstanding'] },
    ],
    [
      'social worker of the year: southshire team wins gold',
      {
        title: 'Social worker of the year: Southshire team wins gold',
        text: 'A team from Southshire has won gold at the Social Worker of the Year awards. The council’s children’s services were rated good by Ofsted last year.',
        published: '2023-11-11',
      },
      { events: [], history: ['southshire good'] },
    ],
    [
      'northshire leader: we will turn children’s services around',
      {
        title: 'Northshire leader: we will turn children’s services around',
        text: 'The new leader of Northshire Council has vowed to turn round children’s services, which were judged inadequate by Ofsted in March. “We will get to good,” she said.',
        published: '2023-06-10',
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'troubled council’s children’s services to be handed to trust',
      {
        title: 'Troubled council’s children’s services to be handed to trust',
        text: 'Children’s services at Kelbury Council are to be run by an independent trust, the government has said. The decision follows an Ofsted inspection last year that rated the services inadequate for the second time.',
        published: '2018-06-10',
      },
      { events: [], history: ['kelbury inadequate'] },
    ],
    [
      'ofsted warns of decline at northshire after focused visit',
      {
        title: 'Ofsted warns of decline at Northshire after focused visit',
        text: 'Ofsted has told Northshire Council that services for care leavers have declined since its good rating in 2019. Inspectors made a focused visit in March.',
        published: '2022-04-30',
      },
      { events: [], history: ['northshire good'] },
    ],
    [
      'cqc begins assessment of northshire council',
      {
        title: 'CQC begins assessment of Northshire Council',
        text: 'The Care Quality Commission will assess how well Northshire meets its Care Act duties. Councils are rated outstanding, good, requires improvement or inadequate.',
        published: '2024-04-30',
      },
      { events: [], history: [] },
    ],
    [
      'two more councils rated by cqc',
      {
        title: 'Two more councils rated by CQC',
        text: 'The Care Quality Commission has published its latest assessments of adult social care.\n\nKelbury Council was rated good with a score of 71. Thornfield City Council was rated requires improvement.',
        published: '2024-09-30',
      },
      { events: ['kelbury good', 'thornfield requires_improvement'], history: [] },
    ],
    [
      'kelbury council’s adult social care rated as ‘good’',
      {
        title: 'Kelbury Council’s adult social care rated as ‘good’',
        text: 'The CQC found that people in Kelbury got the support they needed.\n\nThe watchdog gave the council a score of 76% and rated it good overall. Safeguarding was scored 3 out of 4.',
        published: '2024-09-30',
      },
      { events: ['kelbury good'], history: [], areas: [] },
    ],
    [
      'third of care homes in kelbury rated inadequate',
      {
        title: 'Third of care homes in Kelbury rated inadequate',
        text: 'Analysis of CQC data shows that 12 care homes in Kelbury are inadequate or require improvement. Kelbury Council said that it was working with providers.',
        published: '2024-09-30',
      },
      { events: [], history: [] },
    ],
    [
      'oldmere youth offending service ‘requires improvement’',
      {
        title: 'Oldmere youth offending service ‘requires improvement’',
        text: 'HM Inspectorate of Probation has rated Oldmere Youth Offending Service as requires improvement.',
        published: '2020-09-30',
      },
      { events: ['oldmere requires_improvement'], history: [] },
    ],
    [
      'wading borough council landlord service gets c3',
      {
        title: 'Wading Borough Council landlord service gets C3',
        text: 'The Regulator of Social Housing has found serious failings in how Wading Borough Council looks after its homes, giving it a C3 grade.',
        published: '2024-11-30',
      },
      { events: ['wading c3'], history: [] },
    ],
    [
      'damning report: children in thornfield ‘not safe’',
      {
        title: 'Damning report: children in Thornfield ‘not safe’',
        text: 'Children in Thornfield are not being kept safe, a damning Ofsted report has concluded.\n\nThe city council’s services were judged to be inadequate in all four areas, including leadership.',
        published: '2016-05-02',
      },
      { events: ['thornfield inadequate'], history: [] },
    ],
    [
      'thornfield pays price for years of cuts, union says',
      {
        title: 'Thornfield pays price for years of cuts, union says',
        text: 'Unison says that cuts are to blame for the inadequate judgement handed to Thornfield’s children’s services by Ofsted last month.',
        published: '2016-06-02',
      },
      { events: [], history: ['thornfield inadequate'] },
    ],
    [
      '“a fantastic achievement”: brackenshire praised by inspectors',
      {
        title: '“A fantastic achievement”: Brackenshire praised by inspectors',
        text: 'Children’s services in Brackenshire are ‘Good’ with ‘Outstanding’ features, according to the education watchdog.\n\nOfsted inspectors, who spent two weeks with the county council in July, judged the impact of leaders to be outstanding.\n\nIt is a marked improvement on 2018, when the service was told it required improvement.',
        published: '2022-09-01',
      },
      {
        events: ['brackenshire good'],
        history: ['brackenshire requires_improvement'],
        areas: ['leaders outstanding'],
        direction: 'up',
      },
    ],
    [
      'brackenshire mp welcomes ofsted rating',
      {
        title: 'Brackenshire MP welcomes Ofsted rating',
        text: 'The MP for North Brackenshire has welcomed the news that Brackenshire County Council’s children’s services have been rated good by Ofsted in a report published this week.',
        published: '2022-09-01',
      },
      { events: ['brackenshire good'], history: [] },
    ],
    [
      'baby death: council failed to act',
      {
        title: 'Baby death: council failed to act',
        text: 'A serious case review says that Kelbury Council missed chances to save a baby. Its children’s services were rated good by Ofsted at the time.',
        published: '2015-02-02',
      },
      { events: [], history: ['kelbury good'] },
    ],
    [
      'averfordshire children’s services no longer inadequate',
      {
        title: 'Averfordshire children’s services no longer inadequate',
        text: 'Ofsted has lifted Averfordshire out of its lowest category. The county’s children’s services now require improvement to be good, inspectors said after their visit in May.',
        published: '2022-07-02',
      },
      {
        events: ['averfordshire requires_improvement'],
        history: ['averfordshire inadequate'],
        areas: [],
        direction: 'up',
      },
    ],
    [
      'new ofsted report on northshire children’s social care',
      {
        title: 'New Ofsted report on Northshire children’s social care',
        text: 'Ofsted’s report on Northshire has been published. Overall, the authority was judged good, an improvement on its previous grade of requires improvement. Adoption was outstanding.',
        published: '2016-07-02',
      },
      {
        events: ['northshire good'],
        history: ['northshire requires_improvement'],
        areas: ['adoption outstanding'],
        direction: 'up',
      },
    ],
    [
      'northshire’s children in care let down, watchdog finds',
      {
        title: 'Northshire’s children in care let down, watchdog finds',
        text: 'Ofsted said Northshire’s services for looked after children were inadequate, as were leadership, management and governance. Services to protect children required improvement. The overall grade was inadequate.',
        published: '2015-07-02',
      },
      {
        events: ['northshire inadequate'],
        history: [],
        areas: ['looked_after_children inadequate', 'leadership_management_and_governance inadequate'],
      },
    ],
    [
      'council reacts to ofsted annual rating',
      {
        title: 'Council reacts to Ofsted annual rating',
        text: 'Southshire’s children’s services have been rated as performing poorly in Ofsted’s annual assessment.',
        published: '2010-12-10',
      },
      { events: ['southshire null'], history: [] },
    ],
    [
      'ofsted blunder over inspection',
      {
        title: 'Ofsted blunder over inspection',
        text: 'Ofsted has apologised to Kelbury Council after it published the wrong date in a report that rated children’s services good.',
        published: '2017-01-10',
      },
      { events: [], history: ['kelbury good'] },
    ],
    [
      'one year on from ‘inadequate’ ofsted: how northshire is changing',
      {
        title: 'One year on from ‘inadequate’ Ofsted: how Northshire is changing',
        text: 'A year after Ofsted rated Northshire’s children’s services inadequate, social workers tell us what has changed.',
        published: '2020-05-05',
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'action plan approved after critical ofsted report',
      {
        title: 'Action plan approved after critical Ofsted report',
        text: 'Councillors in Southshire have approved an action plan drawn up after Ofsted found that children’s services required improvement.',
        published: '2020-05-05',
      },
      { events: [], history: ['southshire requires_improvement'] },
    ],
    [
      'councillors debate ofsted report at heated meeting',
      {
        title: 'Councillors debate Ofsted report at heated meeting',
        text: 'Members of Kelbury Council clashed last night over the Ofsted report which branded the authority’s children’s services inadequate.',
        published: '2020-05-05',
      },
      { events: [], history: ['kelbury inadequate'] },
    ],
    [
      'new children’s services director appointed at kelbury',
      {
        title: 'New children’s services director appointed at Kelbury',
        text: 'Sal Ross will take up the post in May. She joins from Northshire, whose children’s services are rated outstanding by Ofsted. Kelbury’s were rated inadequate in January.',
        published: '2020-03-05',
      },
      { events: [], history: ['kelbury inadequate', 'northshire outstanding'] },
    ],
    [
      'government appoints adviser to failing thornfield children’s services',
      {
        title: 'Government appoints adviser to failing Thornfield children’s services',
        text: 'The Department for Education has appointed an adviser to Thornfield City Council. Ofsted judged its services inadequate in December.',
        published: '2020-03-05',
      },
      { events: [], history: ['thornfield inadequate'] },
    ],
    [
      'oldmere spends millions on agency social workers',
      {
        title: 'Oldmere spends millions on agency social workers',
        text: 'Oldmere Council, where children’s services are rated inadequate, spent £8m on agency staff last year.',
        published: '2020-03-05',
      },
      { events: [], history: ['oldmere inadequate'] },
    ],
    [
      'ofsted inspectors arrive at oldmere',
      {
        title: 'Ofsted inspectors arrive at Oldmere',
        text: 'Inspectors from Ofsted have begun a full inspection of Oldmere’s children’s services. The council was rated good in 2018.',
        published: '2022-03-05',
      },
      { events: [], history: ['oldmere good'] },
    ],
    [
      'what does an ofsted “outstanding” look like? inside northshire',
      {
        title: 'What does an Ofsted “outstanding” look like? Inside Northshire',
        text: 'We spent a day with social workers in Northshire, one of the few councils rated outstanding for children’s services.',
        published: '2022-03-05',
      },
      { events: [], history: [] },
    ],
    [
      'brackenshire and kelbury to share children’s director',
      {
        title: 'Brackenshire and Kelbury to share children’s director',
        text: 'Kelbury, which was rated requires improvement by Ofsted in 2019, will share a director with Brackenshire, rated good in 2021.',
        published: '2022-03-05',
      },
      { events: [], history: ['kelbury requires_improvement', 'brackenshire good'] },
    ],
    [
      'ofsted chief says standards rising',
      {
        title: 'Ofsted chief says standards rising',
        text: 'Sir Martyn said that more councils than ever were good or outstanding. Just 13 authorities are inadequate. He named Northshire and Southshire as councils that had moved from inadequate to good.',
        published: '2024-12-05',
      },
      { events: [], history: ['northshire inadequate', 'northshire good', 'southshire inadequate', 'southshire good'] },
    ],
    [
      'ofsted hails ‘remarkable’ wading',
      {
        title: 'Ofsted hails ‘remarkable’ Wading',
        text: 'Wading Borough Council’s children’s services have gone from failing to flourishing, according to Ofsted, which today handed the council a good rating.',
        published: '2024-12-05',
      },
      { events: ['wading good'], history: [] },
    ],
    [
      'kelbury told: must do better',
      {
        title: 'Kelbury told: must do better',
        text: 'Kelbury has been told that its services for children in need of help and protection require improvement, though the overall judgement was good. Ofsted published its findings on Monday.',
        published: '2021-12-05',
      },
      { events: ['kelbury good'], history: [], areas: ['help_and_protection requires_improvement'] },
    ],
    [
      'services for vulnerable children in kelbury get clean bill of health',
      {
        title: 'Services for vulnerable children in Kelbury get clean bill of health',
        text: 'Ofsted has given Kelbury Council a “good” for its work with vulnerable children. Leadership was “good”; adoption “outstanding”.',
        published: '2016-12-05',
      },
      { events: ['kelbury good'], history: [], areas: ['leaders good', 'adoption outstanding'] },
    ],
    [
      'outstanding! ofsted praise for northshire team',
      {
        title: 'Outstanding! Ofsted praise for Northshire team',
        text: 'Northshire County Council is one of a handful in the country to be given Ofsted’s highest accolade.\n\nThe council’s children’s services were graded outstanding across the board in a report out today.',
        published: '2023-12-05',
      },
      { events: ['northshire outstanding'], history: [] },
    ],
    [
      'northshire county council rated as inadequate for child protection',
      {
        title: 'Northshire County Council rated as inadequate for child protection',
        text: 'The council was given the lowest rating by Ofsted for the way it protects children at risk.',
        published: '2012-12-05',
      },
      { events: ['northshire inadequate'], history: [] },
    ],
    [
      'praise for southshire’s ‘good’ children’s services',
      {
        title: 'Praise for Southshire’s ‘good’ children’s services',
        text: 'Inspectors praised Southshire after a two-week inspection. “Children receive a good service,” Ofsted’s report says. The overall effectiveness of the service was good; the experiences and progress of care leavers was outstanding.',
        published: '2019-12-05',
      },
      { events: ['southshire good'], history: [], areas: ['care_leavers outstanding'] },
    ],
    [
      'ofsted verdict awaited at southshire',
      {
        title: 'Ofsted verdict awaited at Southshire',
        text: 'Southshire expects to hear next month whether its children’s services, inadequate since 2016, have improved.',
        published: '2019-12-05',
      },
      { events: [], history: ['southshire inadequate'] },
    ],
    [
      'school governors resign over inadequate rating',
      {
        title: 'School governors resign over inadequate rating',
        text: 'All governors of Kelbury High School have quit after Ofsted rated it inadequate. Kelbury Council’s director of children’s services said an academy order would follow.',
        published: '2019-12-05',
      },
      { events: [], history: [] },
    ],
    [
      'mat boss: we will fix kelbury school',
      {
        title: 'MAT boss: we will fix Kelbury school',
        text: 'The trust took over the school after Ofsted judged it inadequate in all areas.',
        published: '2019-12-05',
      },
      { events: [], history: [] },
    ],
    [
      'council-run care home rated outstanding',
      {
        title: 'Council-run care home rated outstanding',
        text: 'Oak House, run by Northshire County Council, has been rated outstanding by the Care Quality Commission.',
        published: '2019-12-05',
      },
      { events: [], history: [] },
    ],
    [
      'northshire supported living service rated inadequate by cqc',
      {
        title: 'Northshire supported living service rated inadequate by CQC',
        text: 'The CQC has rated Step Forward, a supported living service in Northshire, inadequate. Northshire Council has stopped placing people there.',
        published: '2019-12-05',
      },
      { events: [], history: [] },
    ],
    [
      'outstanding service recognised in new year honours',
      {
        title: 'Outstanding service recognised in New Year Honours',
        text: 'A former director of children’s services at Northshire Council has been made OBE for outstanding service.',
        published: '2019-12-31',
      },
      { events: [], history: [] },
    ],
    [
      'eastborough athletic sunk by outstanding strike',
      {
        title: 'Eastborough Athletic sunk by outstanding strike',
        text: 'An outstanding goal sank Eastborough on Saturday. The defence was inadequate, said the manager.',
        published: '2019-12-31',
      },
      { events: [], history: [] },
    ],
    [
      'consultation on adequate housing in wading',
      {
        title: 'Consultation on adequate housing in Wading',
        text: 'Wading needs good homes and adequate transport, the council’s plan says.',
        published: '2019-12-31',
      },
      { events: [], history: [] },
    ],
    [
      'send inspection: brackenshire partnership told to improve',
      {
        title: 'SEND inspection: Brackenshire partnership told to improve',
        text: 'Ofsted and the CQC found that the local area partnership’s arrangements lead to inconsistent experiences and outcomes for children with SEND in Brackenshire.',
        published: '2023-12-31',
      },
      { events: [], history: [] },
    ],
    [
      'ofsted finds ‘serious weaknesses’ in kelbury',
      {
        title: 'Ofsted finds ‘serious weaknesses’ in Kelbury',
        text: 'Ofsted carried out a focused visit to Kelbury in May and found areas for priority action. The council has been good since 2018.',
        published: '2021-12-31',
      },
      { events: [], history: ['kelbury good'] },
    ],
    [
      'kelbury falls two grades in ofsted shock',
      {
        title: 'Kelbury falls two grades in Ofsted shock',
        text: 'Kelbury’s children’s services have plummeted from good to inadequate.\n\nInspectors found widespread failures.',
        published: '2021-12-31',
      },
      { events: ['kelbury inadequate'], history: ['kelbury good'], areas: [], direction: 'down' },
    ],
    [
      'adult social care in northshire “requires improvement”, regulator says',
      {
        title: 'Adult social care in Northshire “requires improvement”, regulator says',
        text: 'The Care Quality Commission has published its report on Northshire County Council.\n\nIts children’s services were rated outstanding by Ofsted in 2022.',
        published: '2025-05-05',
      },
      { events: ['northshire requires_improvement'], history: ['northshire outstanding'], areas: [] },
    ],
    [
      'three london boroughs rated good for adult social care',
      {
        title: 'Three London boroughs rated good for adult social care',
        text: 'Eastborough, Wading and Kelbury have all been rated good by CQC this week.',
        published: '2025-05-05',
      },
      { events: ['eastborough good', 'wading good', 'kelbury good'], history: [] },
    ],
    [
      'ofsted ratings: how your council fares',
      {
        title: 'Ofsted ratings: how your council fares',
        text: 'Northshire – Outstanding\nSouthshire – Good\nKelbury – Inadequate\n\nAll ratings are for children’s services, by Ofsted.',
      },
      { events: [], history: ['northshire outstanding', 'southshire good', 'kelbury inadequate'] },
    ],
  ]); // prettier-ignore
});
