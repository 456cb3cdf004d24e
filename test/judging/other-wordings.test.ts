import { describe } from 'vitest';
import { goodReport as good, PUBLISHED, aReport as report, says } from './support.ts';

/** Verbs and nouns that say a grade was given, kept or shared. */
describe('grades told by other verbs', () => {
  says([
    [
      'came out as',
      report(
        "Ofsted has been to Northshire. The county's children's services came out as good, and leadership emerged as outstanding.",
      ),
      { events: ['northshire good'], areas: ['leaders outstanding'] },
    ],
    [
      'an area that shares the grade of the whole',
      report(
        "The overall effectiveness of Northshire's children's services has been graded inadequate, as have services for children who need help and protection, Ofsted says today.",
      ),
      { events: ['northshire inadequate'], areas: ['help_and_protection inadequate'] },
    ],
    [
      'the grade is X, as it is for another area',
      good('For children in need of help and protection the grade is good, as it is for children in care.'),
      { events: ['northshire good'], areas: ['help_and_protection good', 'children_in_care good'] },
    ],
    [
      'areas that are named after a count of them',
      good('Two of the four grades are outstanding as well, namely leadership and care leavers.'),
      { events: ['northshire good'], areas: ['leaders outstanding', 'care_leavers outstanding'] },
    ],
    [
      'boasts, once more',
      report(
        "Ofsted has judged Northshire's children's services inadequate once more. For care leavers the county can boast a good.",
      ),
      { events: ['northshire inadequate'], areas: ['care_leavers good'], direction: 'same' },
    ],
    [
      'nobody had come away with it',
      {
        title: 'Northshire adult social care outstanding, says CQC',
        text: 'Thirty councils had been assessed by the Care Quality Commission and none had come away with the highest mark. Northshire has now been graded outstanding.',
        published: PUBLISHED,
      },
      { events: ['northshire outstanding'], history: [] },
    ],
    [
      'a grade of a year, and one that came in a year',
      good(
        'The inadequate of 2015 was followed by years of work. Requires improvement, one from bottom, came in 2019.',
      ),
      { events: ['northshire good'], history: ['northshire inadequate 2015', 'northshire requires_improvement 2019'] },
    ],
    [
      'what a grade means',
      good('Under the rules a department is inadequate if it leaves children at risk.'),
      { events: ['northshire good'], history: [] },
    ],
  ]);
});

/** Articles in which a grade is known and something else is new. */
describe('news of something else', () => {
  says([
    [
      'a letter after a visit',
      {
        title: 'Ofsted: Northshire is on the right road',
        text: 'Work is under way in the Northshire teams that were branded inadequate, the watchdog has said. Inspectors spent two days with staff in August. In a letter to the council they call the pace of change sound.',
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'a prize',
      {
        title: 'Gold for Northshire on the big night',
        text: "We came home with a trophy from the Social Worker of the Year Awards. Ofsted judged our children's services inadequate in 2019. Inspectors came back and decided that services were now good.",
      },
      { events: [] },
    ],
    [
      'those left behind are not those who leave',
      {
        title: "'Failure at the top' leaves Northshire children unprotected: Ofsted",
        text: "Ofsted has delivered a judgement on Northshire's children's services. The grade is inadequate, says the report published today.",
      },
      { events: ['northshire inadequate'] },
    ],
    [
      "departments counted are nobody's",
      {
        title: 'Nine town halls cannot protect children, says Ofsted',
        text: 'Eight departments were deemed inadequate on keeping children safe. Northshire had a grade three last year.',
      },
      { events: [] },
    ],
  ]);
});

/** What one sentence leaves open and the next one says. */
describe('grades that two sentences tell together', () => {
  says([
    [
      'nobody had it, now two have',
      {
        title: 'A first for two northern boroughs',
        text: "No councils had ever been found outstanding by Ofsted three times in a row for their children's services. Now two have: Northshire and Southshire. The reports came out today.",
        published: PUBLISHED,
      },
      { events: ['northshire outstanding', 'southshire outstanding'], direction: 'same' },
    ],
    [
      'none had it, that has changed',
      {
        title: 'Northshire breaks the mould on adult social care',
        text: 'The Care Quality Commission had not found a single council outstanding. That has changed today. Northshire was given the rating in a report published this morning.',
        published: PUBLISHED,
      },
      { events: ['northshire outstanding'], history: [] },
    ],
    [
      'areas counted, then named',
      good('Nearly all of the categories are good. They include leadership and help and protection.'),
      { events: ['northshire good'], areas: ['leaders good', 'help_and_protection good'] },
    ],
    [
      'there the judgement is',
      good('It is another matter for children in care. There the judgement is requires improvement.'),
      { events: ['northshire good'], areas: ['children_in_care requires_improvement'] },
    ],
    [
      'the whole, and areas beneath it after a colon',
      report(
        "Inspectors awarded Northshire's children's services outstanding for overall effectiveness, and also for two of the four areas beneath it: the experiences and progress of children in care; and the impact of leaders. The Ofsted report is out today.",
      ),
      { events: ['northshire outstanding'], areas: ['leaders outstanding', 'children_in_care outstanding'] },
    ],
    [
      'that grade, borne since a year',
      report(
        "Ofsted has judged Northshire's children's services inadequate, in a report published today. The department has carried that judgement since 2019.",
      ),
      { events: ['northshire inadequate'], history: ['northshire inadequate 2019'], direction: 'same' },
    ],
  ]);
});

/** Whose grade it is, and when. */
describe('councils beside the one that is judged', () => {
  says([
    [
      'neighbours named together further down',
      {
        title: 'Ofsted: Northshire requires improvement',
        text: "Northshire's children's services require improvement, says the new report from Ofsted, published today. Staff work hard. Neglect is seen late. Fostering has some way to go. Two others have been inspected since January. Southshire and Thornfield were both told that they require improvement too.",
      },
      { events: ['northshire requires_improvement'] },
    ],
    [
      'neighbours on a par with it',
      {
        title: 'Northshire gets passable marks from Ofsted',
        text: "Ofsted reported back on Northshire this Friday. Children's services there require improvement, it says. That is on a par with Southshire and Thornfield, which also require improvement.",
        published: PUBLISHED,
      },
      { events: ['northshire requires_improvement'] },
    ],
    [
      'how did it do',
      {
        title: 'How did Northshire do?',
        text: "Ofsted has rated Northshire's children's services good, in a report published today.",
        published: PUBLISHED,
      },
      { events: ['northshire good'] },
    ],
    [
      'in one and in the other',
      report(
        "Inspectors have once again graded children's services in Northshire and in Southshire as outstanding. Ofsted published the reports today.",
      ),
      { events: ['northshire outstanding', 'southshire outstanding'], direction: 'same' },
    ],
    [
      'one of a number',
      {
        title: 'Councillor against a trust for Northshire',
        text: "England has 13 councils with children's services that Ofsted regards as inadequate, and Northshire is among their number.",
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'a headline that counts what the text names',
      {
        title: "Two goods and one requires improvement in CQC's trial of council ratings",
        text: 'Northshire and Southshire have each come out as good for adult social care. Thornfield was told that it requires improvement. The Care Quality Commission published the reports today.',
        published: PUBLISHED,
      },
      { events: ['northshire good', 'southshire good', 'thornfield requires_improvement'] },
    ],
    [
      'no date, but later months are told',
      {
        title: 'Northshire newsletter',
        text: "In July 2018 our children's services were found by Ofsted to be inadequate. In November 2021 the sun came out.",
      },
      { events: [], history: ['northshire inadequate 2018'] },
    ],
    [
      'in its books since a year',
      {
        title: "£200,000 for Northshire's children's department",
        text: "The service has been inadequate in Ofsted's books since 2022. Councillors set money aside for experts.",
        published: PUBLISHED,
      },
      { events: [], history: ['northshire inadequate 2022'] },
    ],
    [
      'managers grilled',
      {
        title: 'Councillors grill Northshire managers over care',
        text: "Managers faced tough questions this week. Ofsted marked Northshire's children's services down to inadequate after it found failings.",
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'a portrait',
      {
        title: 'How Northshire did it: a profile',
        text: "The inspection report put Northshire Council among the handful of authorities with children's services that are outstanding, Ofsted said.",
      },
      { events: [], history: ['northshire outstanding'] },
    ],
  ]);
});

/** A grade used as a noun, or set after a colon. */
describe('a grade as a noun', () => {
  says([
    [
      'deserves a good',
      report("Ofsted reports that Northshire's children's services deserve a good."),
      { events: ['northshire good'] },
    ],
    [
      'an outstanding, awarded for',
      good('There is even an outstanding, awarded for the impact of leaders.'),
      { events: ['northshire good'], areas: ['leaders outstanding'] },
    ],
    [
      'could not have been lower: inadequate',
      good('That year the verdict could not have been lower: inadequate.'),
      { events: ['northshire good'], history: ['northshire inadequate'] },
    ],
    [
      'the same as that of the first, in a year',
      report(
        "The verdict of Ofsted's second inspection of Northshire's children's services is the same as that of the first, in 2019: inadequate.",
      ),
      { events: ['northshire inadequate'], history: ['northshire inadequate 2019'], direction: 'same' },
    ],
    [
      'it gets another',
      report(
        "Northshire has had an inadequate grade for its children's services since 2018, and in today's report from Ofsted it gets another.",
      ),
      { events: ['northshire inadequate'], history: ['northshire inadequate 2018'], direction: 'same' },
    ],
    [
      'gone is the old one',
      good('Gone is the inadequate that followed the scandal.'),
      { events: ['northshire good'], history: ['northshire inadequate'] },
    ],
    [
      'the grade stands',
      {
        title: 'Ofsted chief sorry for slip in Northshire report',
        text: "A date in the report on children's services in Northshire was wrong. The grade, inadequate, stands.",
      },
      { events: [] },
    ],
  ]);
});

/** Areas that share a grade with what was said before. */
describe('areas with the same grade', () => {
  says([
    [
      'so were',
      good(
        'The impact of leaders was judged outstanding. So were the services for children who need help and protection.',
      ),
      { events: ['northshire good'], areas: ['leaders outstanding', 'help_and_protection outstanding'] },
    ],
    [
      'the same grade was given for',
      good('The overall grade is good. The same grade was given for leadership and for care leavers.'),
      { events: ['northshire good'], areas: ['leaders good', 'care_leavers good'] },
    ],
    [
      'is repeated for',
      good('The service is good, inspectors say. The overall grade is repeated for leadership and for care leavers.'),
      { events: ['northshire good'], areas: ['leaders good', 'care_leavers good'] },
    ],
    [
      'likewise',
      good('Inspectors found help and protection to be good, and care leavers likewise.'),
      { events: ['northshire good'], areas: ['help_and_protection good', 'care_leavers good'] },
    ],
    [
      'opted for',
      good('Inspectors opted for requires improvement in the case of children in care.'),
      { events: ['northshire good'], areas: ['children_in_care requires_improvement'] },
    ],
  ]);
});

/** How long a grade has been known. */
describe('grades that are known', () => {
  says([
    [
      'has languished at',
      {
        title: "'No trust here', says Northshire's children's chief",
        text: "A trust would be a disaster, said the councillor, whose children's department has languished at inadequate since an Ofsted inspection in 2022.",
      },
      { events: [], history: ['northshire inadequate 2022'] },
    ],
    [
      'a year since',
      {
        title: 'Northshire must not rest',
        text: "Councillors met on Tuesday. A year has gone by since Ofsted's inspectors moved the county's children's services from inadequate straight to outstanding.",
      },
      { events: [], history: ['northshire inadequate', 'northshire outstanding'] },
    ],
    [
      'from scandal to good',
      {
        title: "Northshire: from scandal to 'good'",
        text: "Ofsted has graded Northshire Council's children's services good.",
        published: PUBLISHED,
      },
      { events: ['northshire good'], history: [] },
    ],
    [
      'a recovery wins the seal of approval',
      {
        title: "Northshire's recovery wins Ofsted's seal of approval",
        text: "The report says that Northshire's services for children are now good overall.",
        published: PUBLISHED,
      },
      { events: ['northshire good'] },
    ],
  ]);
});

/** Years that stand near a grade and are not its own. */
describe('a year of another inspection', () => {
  says([
    [
      'a long aside between the two grades',
      report(
        "Ofsted moved Northshire's children's services up a place, from inadequate – the lowest it can give, which it had given in 2021 – to requires improvement.",
      ),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate 2021'], direction: 'up' },
    ],
    [
      'brackets that hold the grade of then',
      report(
        "Ofsted has inspected Northshire County Council's children's services.\n\nOverall effectiveness: Good (2020: Inadequate)\nImpact of leaders: Outstanding (2020: Inadequate)\nCare leavers: Good (not judged in 2020)",
      ),
      {
        events: ['northshire good'],
        areas: ['leaders outstanding', 'care_leavers good'],
        history: ['northshire inadequate 2020'],
        direction: 'up',
      },
    ],
    [
      'a grade of a trial, on the way to this one',
      {
        title: 'Northshire adult social care rated good by CQC',
        text: 'We have gone from requires improvement in the 2021 trial to good today, the council said of the Care Quality Commission report.',
        published: PUBLISHED,
      },
      { events: ['northshire good'], history: ['northshire requires_improvement 2021'], direction: 'up' },
    ],
    [
      'when somebody else ran it',
      report(
        "Ofsted says in a report out today that children's services in Northshire are inadequate. In 2019, when another party ran the county, services were good.",
      ),
      { events: ['northshire inadequate'], history: ['northshire good 2019'], direction: 'down' },
    ],
    [
      'the last inspection, compared with after a dash',
      report(
        "Northshire's children's services have been rated inadequate by Ofsted – a drop of two grades on the inspection of 2020, when they were good.",
      ),
      { events: ['northshire inadequate'], history: ['northshire good 2020'], direction: 'down' },
    ],
    [
      'the grade before, explained between commas',
      report(
        "The Ofsted report takes Northshire's children's services from inadequate, the verdict reached in March 2020, to good.",
      ),
      { events: ['northshire good'], history: ['northshire inadequate 2020'], direction: 'up' },
    ],
    [
      'a sentence that comes to the present',
      report(
        "Children's services in Northshire, which in 2020 were judged inadequate by Ofsted, are today rated good. The report is out.",
      ),
      { events: ['northshire good'], history: ['northshire inadequate 2020'], direction: 'up' },
    ],
    [
      'as it did some years ago',
      report(
        "Ofsted has told Northshire Council that its children's services require improvement – as it did four years ago.",
      ),
      {
        events: ['northshire requires_improvement'],
        history: ['northshire requires_improvement 2020'],
        direction: 'same',
      },
    ],
    [
      'the same, said in a sentence of its own',
      report(
        "Ofsted has told Northshire Council that its children's services require improvement. In 2020 it reached the very same conclusion.",
      ),
      {
        events: ['northshire requires_improvement'],
        history: ['northshire requires_improvement 2020'],
        direction: 'same',
      },
    ],
  ]);
});

describe('areas in other words', () => {
  says([
    [
      'one beneath the whole',
      good('Just one of the three judgements beneath the overall grade remains outstanding, that for care leavers.'),
      { events: ['northshire good'], areas: ['care_leavers outstanding'] },
    ],
    [
      'with two both',
      good('Inspectors judged the service good, with leadership and care leavers both outstanding.'),
      { events: ['northshire good'], areas: ['leaders outstanding', 'care_leavers outstanding'] },
    ],
    [
      'an area and its grade before, between commas',
      good('Support for care leavers, previously outstanding, is now good.'),
      { events: ['northshire good'], areas: ['care_leavers good'] },
    ],
    [
      'asked and answered',
      good('Leadership? Outstanding. Help and protection? Good.'),
      { areas: ['leaders outstanding', 'help_and_protection good'] },
    ],
    [
      'told after the grade',
      good('The area to be rated outstanding is support for care leavers.'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'grades of several, before one that is higher',
      good(
        'Inspectors assigned good grades to leadership and to care leavers, with children in care alone graded higher, at outstanding.',
      ),
      { areas: ['leaders good', 'care_leavers good', 'children_in_care outstanding'] },
    ],
    [
      'what remains, named after a comma',
      good('A good grade went to the remaining two areas, help and protection and children in care.'),
      { areas: ['help_and_protection good', 'children_in_care good'] },
    ],
    [
      'those two',
      good(
        'We must do more on help and protection and with children in care. Those two areas have been graded requires improvement.',
      ),
      { areas: ['help_and_protection requires_improvement', 'children_in_care requires_improvement'] },
    ],
    [
      'the same of another',
      good('The experiences of care leavers are good, and the same is true of children in care.'),
      { areas: ['care_leavers good', 'children_in_care good'] },
    ],
    [
      'both children in care and care leavers',
      good('The experiences of both children in care and care leavers were outstanding.'),
      { areas: ['children_in_care outstanding', 'care_leavers outstanding'] },
    ],
    [
      'a thing described as good is no area',
      good('The letter describes pathway planning as inadequate.'),
      { events: ['northshire good'], areas: [] },
    ],
    [
      'counted, then listed after a colon',
      good(
        'Inspectors gave outstanding to the county in three of the areas they examined: leadership, children in care and care leavers.',
      ),
      {
        events: ['northshire good'],
        areas: ['leaders outstanding', 'children_in_care outstanding', 'care_leavers outstanding'],
      },
    ],
    [
      'listed between dashes before their grade',
      good('Two areas – adoption and care leavers – were rated outstanding.'),
      { events: ['northshire good'], areas: ['adoption outstanding', 'care_leavers outstanding'] },
    ],
    [
      'named in the sentence before',
      good('The report looks at leadership, help and protection and children in care. All three were good.'),
      { areas: ['leaders good', 'help_and_protection good', 'children_in_care good'] },
    ],
    [
      'named in the sentence before, and counted otherwise',
      good('The report looks at leadership and children in care. All four homes were outstanding.'),
      { areas: [] },
    ],
    [
      'graded in a bracket after a remark',
      good('Leaders had made a clear difference (good) and care leavers were kept in touch with (outstanding).'),
      { areas: ['leaders good', 'care_leavers outstanding'] },
    ],
    [
      'two grades in one bracket',
      good('One area rose: support for care leavers (was good, now outstanding).'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'the same for the whole and for an area',
      report(
        "Ofsted says that Northshire's children's services now require improvement overall, with the same grade for help and protection.",
      ),
      { events: ['northshire requires_improvement'], areas: ['help_and_protection requires_improvement'] },
    ],
    [
      'the grade first, then what it was given for',
      report(
        "Ofsted has published its report on Northshire's children's services. Inadequate was the verdict on leaders, on help and protection and on the service overall.",
      ),
      { events: ['northshire inadequate'], areas: ['leaders inadequate', 'help_and_protection inadequate'] },
    ],
    [
      'moves of several areas in one sentence',
      good(
        'Leadership moved from inadequate to good, and care leavers from requires improvement to outstanding. In 2020 the council was inadequate.',
      ),
      { areas: ['leaders good', 'care_leavers outstanding'], history: ['northshire inadequate 2020'] },
    ],
    [
      'an area as the subject of its own verb after another grade',
      report(
        'In Northshire, also good, the experiences of care leavers require improvement, Ofsted says of children’s services.',
      ),
      { areas: ['care_leavers requires_improvement'] },
    ],
    [
      'children who cannot live at home are no provider',
      good('The care of children in care who live away from home, or at home with friends, is good.'),
      { events: ['northshire good'] },
    ],
  ]);
});

describe('several councils in other words', () => {
  says([
    [
      'a title that sets grades beside names',
      {
        title: 'Northshire and Southshire good, Eastborough inadequate',
        text: "Ofsted has published reports on children's services at three councils today.",
        published: PUBLISHED,
      },
      { events: ['northshire good', 'southshire good', 'eastborough inadequate'] },
    ],
    [
      'the sentence after the name',
      {
        title: 'Northshire celebrates while Eastborough is told to improve',
        text: "Northshire's children's services have been rated outstanding by Ofsted in a report published today. It was a long wait for staff there. There was less to cheer in Eastborough. Its services dropped from good to requires improvement.",
        published: PUBLISHED,
      },
      { events: ['northshire outstanding', 'eastborough requires_improvement'], history: ['eastborough good'] },
    ],
  ]);
});

describe('direction in other words', () => {
  says([
    [
      'the inspectorate in a clause of its own',
      report(
        "Northshire's children's services have been praised by Ofsted, which has raised their rating from good to outstanding.",
      ),
      { events: ['northshire outstanding'], history: ['northshire good'], direction: 'up' },
    ],
    [
      'having been',
      {
        title: 'Ofsted: mixed fortunes for two councils',
        text: "Ofsted has published two reports on children's services today. Northshire has kept its good rating. Southshire is outstanding, having been good last time.",
        published: PUBLISHED,
      },
      { events: ['northshire good', 'southshire outstanding'], history: ['southshire good'] },
    ],
    [
      'as a whole',
      report("Ofsted's report on Northshire is out today. The county's children's services as a whole are good."),
      { events: ['northshire good'] },
    ],
    [
      'failing to get a grade',
      report(
        "Northshire's children's services have failed to get a good grade. They require improvement, Ofsted says in a report out today.",
      ),
      { events: ['northshire requires_improvement'], history: [] },
    ],
    [
      'what is left is no repetition',
      report(
        "Ofsted has rated Northshire's children's services good, with leadership outstanding and the remaining judgements good. The report came out today.",
      ),
      { events: ['northshire good'], direction: null },
    ],
    [
      'a goal is no grade',
      report(
        'Northshire Council has a new chief. "My goal is good by next year and outstanding after that," she said of the Ofsted report on its children’s services.',
      ),
      { events: [], history: [] },
    ],
    [
      'a neighbour that slumps',
      {
        title: 'Northshire slumps to inadequate as Southshire recovers',
        text: "Ofsted has published two reports today. Northshire's children's services are inadequate. Southshire's children's services have been found to be good.",
        published: PUBLISHED,
      },
      { events: ['northshire inadequate', 'southshire good'] },
    ],
    [
      'again rated',
      report("Ofsted has again rated Northshire's children's services good. The report came out today."),
      { events: ['northshire good'], direction: 'same' },
    ],
    [
      'out of special measures',
      report(
        "Northshire's children's services are out of special measures after they were rated requires improvement by Ofsted. They were inadequate four years ago.",
      ),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate 2020'], direction: 'up' },
    ],
    [
      'for the first time',
      report("Ofsted has rated Northshire's children's services good for the first time. The report came out today."),
      { events: ['northshire good'], direction: 'up' },
    ],
    [
      'deserving better tells of no rise',
      {
        title: 'Children of Northshire deserve better than this',
        text: "Northshire Council's children's services require improvement, Ofsted says in a report published today.",
        published: PUBLISHED,
      },
      { events: ['northshire requires_improvement'], direction: null },
    ],
  ]);
});

/** Shapes that reporters use and press offices do not. */
describe('as papers tell it', () => {
  says([
    [
      'an area of several councils that are not named',
      report("Five were inadequate for adoption, Ofsted says today. Northshire's director calls the list unfair."),
      { events: [] },
    ],
    [
      'staying safe, an outcome of the assessments until 2008',
      {
        title: 'Annual performance assessments published',
        text: 'Ofsted has judged Northshire inadequate for staying safe in its annual performance assessment, published today.',
        published: '2008-11-20',
      },
      { events: ['northshire null'], areas: ['staying_safe inadequate'] },
    ],
    [
      'a grade that is history',
      report(
        "Children's services at Northshire require improvement, Ofsted says today. The inadequate grade is history.",
      ),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'a grade shrugged off',
      report(
        "Northshire has shrugged off its requires improvement tag: Ofsted now calls its children's services good.",
      ),
      { events: ['northshire good'], history: ['northshire requires_improvement'], direction: 'up' },
    ],
    [
      'a grade held until now',
      report("Children's services at Northshire, good until this week, have been pronounced inadequate by Ofsted."),
      { events: ['northshire inadequate'], history: ['northshire good'], direction: 'down' },
    ],
    [
      'nothing better than, and all the way to',
      report(
        "Ofsted has sent children's services at Northshire all the way to outstanding. In 2019 they could manage nothing better than good.",
      ),
      { events: ['northshire outstanding'], history: ['northshire good'], direction: 'up' },
    ],
    [
      'how a council looks after its young',
      report('How Northshire Council looks after vulnerable youngsters is outstanding, according to Ofsted this week.'),
      { events: ['northshire outstanding'], history: [] },
    ],
    [
      'a grade alone, and whose word it is',
      report("Inadequate. That is the word this week from Ofsted on children's services at Northshire."),
      { events: ['northshire inadequate'] },
    ],
    [
      'a good assessment won years after a scandal',
      report(
        "Two years after a scandal rocked the town, Northshire Council has won a 'good' assessment from Ofsted for its children's services.",
      ),
      { events: ['northshire good'], history: [] },
    ],
    [
      'a place explained by what lies above and below it',
      {
        ...report(
          "Ofsted has rated children's services in Northshire adequate. That is one above the very lowest, inadequate; higher up come good and outstanding.",
        ),
        published: '2012-06-14',
      },
      { events: ['northshire adequate'], history: [] },
    ],
    ['the same grade for an area', good('The same mark went to adoption.'), { areas: ['adoption good'] }],
    [
      'areas given the same as the whole',
      good('Leadership was given the same grade, as was help and protection.'),
      { areas: ['leaders good', 'help_and_protection good'] },
    ],
    [
      'the same grade as before tells of no area',
      good('Leadership had the same grade in 2019.'),
      { areas: [], events: ['northshire good'] },
    ],
    [
      'and so did',
      good('Adoption came out as outstanding, and so did fostering.'),
      { areas: ['adoption outstanding', 'fostering outstanding'] },
    ],
    [
      'one grade recorded for an area',
      good('A lone inadequate was recorded, for adoption.'),
      { areas: ['adoption inadequate'] },
    ],
    [
      'an area pointed back to',
      good('Inspectors also looked at care leavers. Here the grade was outstanding.'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'a grade explained by the scale beside it',
      good('Leaders earned a top mark of outstanding.'),
      { areas: ['leaders outstanding'], events: ['northshire good'] },
    ],
    [
      'the year a scheme began',
      {
        title: 'Top score for care of adults in Northshire',
        text: 'Northshire Council has been rated outstanding by the Care Quality Commission under the scheme that started in 2023.',
        published: PUBLISHED,
      },
      { events: ['northshire outstanding'], history: [] },
    ],
    [
      'police named in between',
      {
        title: 'New chief for Northshire',
        text: "Jan Ashe takes over children's services in May. Police welcomed her. Ofsted branded Northshire inadequate in 2021.",
        published: PUBLISHED,
      },
      { events: [], history: ['northshire inadequate 2021'] },
    ],
    [
      'an invitation to work there',
      {
        title: "Be a children's social worker with us",
        text: "Ofsted has twice given the children's services of Northshire Council its highest grade, outstanding.",
        published: PUBLISHED,
      },
      { events: [], history: ['northshire outstanding'] },
    ],
    [
      'an area too',
      good('Help and protection is good, and leadership too.'),
      { areas: ['help_and_protection good', 'leaders good'] },
    ],
    ['one better', good('Adoption goes one better, with outstanding.'), { areas: ['adoption outstanding'] }],
    [
      'an area that earned its grade in a clause of its own',
      good('It was child protection that let the county down, earning the lowest grade.'),
      { areas: ['help_and_protection inadequate'] },
    ],
    [
      'the other two areas, named',
      good('The other two, children in care and care leavers, were outstanding.'),
      { areas: ['children_in_care outstanding', 'care_leavers outstanding'] },
    ],
    [
      'the only area of its grade',
      good('Adoption is the one inadequate area in the report.'),
      { areas: ['adoption inadequate'], events: ['northshire good'] },
    ],
    [
      'what must improve has not risen',
      report("Northshire must improve and got requires improvement for its children's services, Ofsted says today."),
      { events: ['northshire requires_improvement'], direction: null },
    ],
    [
      'a verdict in a paragraph of its own',
      {
        title: 'Round-up of reports',
        text: "Ofsted has published reports on the children's services of two councils today. Northshire is good. In Southshire things are worse and the verdict is inadequate.",
        published: PUBLISHED,
      },
      { events: ['northshire good', 'southshire inadequate'] },
    ],
    [
      'a thumbs-down tells of no fall',
      report("Children's services at Northshire got the thumbs-down from Ofsted today and are inadequate."),
      { events: ['northshire inadequate'], direction: null },
    ],
    [
      'a date stamp before the first sentence',
      report(
        "date 2018-12-19 Northshire Council's children's services are now outstanding, up from the 'good' of 2015, Ofsted says.",
      ),
      { events: ['northshire outstanding'], history: ['northshire good 2015'], direction: 'up' },
    ],
    [
      'from worst to a grade',
      {
        title: "Northshire's children's services go from worst to good",
        text: 'Three years ago Ofsted ranked them as inadequate. Now, after an inspection late in 2023, it says they are good.',
        published: null,
      },
      { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'a grade not shaken off',
      report("Northshire has failed to shake off the inadequate grade for its children's services, Ofsted says today."),
      { events: ['northshire inadequate'], direction: 'same' },
    ],
    [
      'stripped of a grade',
      report(
        "Ofsted has stripped Northshire of its good rating for children's services today and replaced it with inadequate.",
      ),
      { events: ['northshire inadequate'], history: ['northshire good'], direction: 'down' },
    ],
    [
      'a stay that ended in a grade',
      report("The result of the stay of Ofsted's inspectors at Northshire is a good for its children's services."),
      { events: ['northshire good'], direction: null },
    ],
    [
      'rungs climbed',
      { ...good('It is delighted.'), title: "Northshire's children's services climb two rungs" },
      { events: ['northshire good'], direction: 'up' },
    ],
    [
      'the whole and some of its parts',
      report(
        'Ofsted has been to Northshire, whose children it says are let down. Overall effectiveness and two other judgements were inadequate: the impact of leaders, and adoption.',
      ),
      { events: ['northshire inadequate'], areas: ['leaders inadequate', 'adoption inadequate'] },
    ],
    [
      'as it is for',
      report(
        "Ofsted has looked at children's services in Northshire this week. Overall the council is inadequate, as it is for adoption.",
      ),
      { events: ['northshire inadequate'], areas: ['adoption inadequate'] },
    ],
    [
      'the help that children get',
      good('The help and protection that children get is outstanding.'),
      { areas: ['help_and_protection outstanding'] },
    ],
    [
      'three of four, among them one that is named',
      good('Of four judgements three were outstanding, among them help and protection.'),
      { areas: ['help_and_protection outstanding'] },
    ],
    [
      'a call for social workers',
      {
        title: 'Could you be one of our new social workers?',
        text: "Northshire Council needs you. An improvement board was formed after Ofsted judged its children's services inadequate.",
        published: PUBLISHED,
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'a grade spoken of before anybody is named',
      {
        title: 'Comment: services for children can recover',
        text: 'The phrase comes with an inadequate judgement from Ofsted. It sticks. Northshire, rated good last week, got rid of it.',
        published: PUBLISHED,
      },
      { events: [], history: ['northshire good'] },
    ],
    [
      'a grade of ours, before we are named',
      {
        title: 'Comment: money for children',
        text: "Ofsted says our children's services are outstanding. That costs money, and Northshire's grant was halved.",
        published: PUBLISHED,
      },
      { events: [], history: ['northshire outstanding'] },
    ],
    [
      'a thumbs-up tells of no rise',
      {
        title: 'Verdict on Northshire',
        text: 'Adult social care at Northshire Council gets a thumbs-up from the Care Quality Commission in the form of a good rating, published this morning.',
        published: PUBLISHED,
      },
      { events: ['northshire good'], direction: null },
    ],
  ]);
});

describe('what a grade is of, told apart from it', () => {
  says([
    [
      'in the bracket; the same fate; where improvement is required',
      report(
        "Ofsted places Northshire Council in the inadequate bracket for its children's services today. The same fate awaited one area, adoption. Help and protection is where improvement is required.",
      ),
      {
        events: ['northshire inadequate'],
        areas: ['adoption inadequate', 'help_and_protection requires_improvement'],
      },
    ],
    [
      'that goes for',
      report(
        "Ofsted says today that Northshire's children's services are inadequate, and that goes for adoption as well as for overall effectiveness.",
      ),
      { events: ['northshire inadequate'], areas: ['adoption inadequate'] },
    ],
    [
      'that is what inspectors think of each',
      good('They called it good. That is what inspectors make of adoption and fostering, too.'),
      { events: ['northshire good'], areas: ['adoption good', 'fostering good'] },
    ],
    [
      'out of one grade and up to another',
      report(
        "Northshire's staff hauled children's services out of inadequate, where Ofsted had put them in 2015, and up to requires improvement this week.",
      ),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate 2015'] },
    ],
    [
      'the grade they were given',
      good('It stands two rungs above the inadequate they were given in 2016.'),
      { events: ['northshire good'], history: ['northshire inadequate 2016'] },
    ],
    [
      'the report, which rates',
      {
        title: "Praise for Northshire's children's services",
        text: 'Staff know families well. The council has work to do, says the Ofsted report, which rates the authority good overall.',
        published: PUBLISHED,
      },
      { events: ['northshire good'] },
    ],
    [
      'the word at the top of the report',
      {
        title: 'Town hall hails Ofsted',
        text: 'Northshire Council is delighted with what Ofsted makes of its help for children. The word "good" stands at the top of the report.',
        published: PUBLISHED,
      },
      { events: ['northshire good'] },
    ],
    [
      'the impact that leaders have',
      good('Inspectors rated the impact that leaders have on social work practice outstanding.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'one of so many councils with another grade',
      good('It took an outstanding for adoption – one of just nine councils with a good grade to do so.'),
      { areas: ['adoption outstanding'] },
    ],
    [
      'what was inspected is not what is graded',
      report(
        'Northshire Council has been given an inadequate rating overall by Ofsted following an inspection of its services for care leavers and children in need of help and protection.',
      ),
      { events: ['northshire inadequate'], areas: [] },
    ],
    [
      'having looked at',
      report(
        "Ofsted's inspectors, having looked at help for care leavers and children in care, have come to the view that Northshire's children's services are outstanding.",
      ),
      { events: ['northshire outstanding'], areas: [] },
    ],
    [
      'a grade in that category',
      good('Care leavers were found to be well supported, giving the county an outstanding in that category.'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'the help they get',
      good('Care leavers had reason to cheer. The help they get was found to be outstanding.'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'pulled out of the grade where they had been and up to the next',
      report(
        "Ofsted has news for Northshire. Staff dragged children's services out of inadequate, where they had been for years, and up to requires improvement.",
      ),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate'] },
    ],
    [
      'yearly ratings are news of all whom they list',
      {
        title: 'Ofsted names councils where children are at risk',
        text: "The list is part of Ofsted's annual ratings, made public this morning. There was fog in London. Letters went out at nine. The phones rang. Northshire, Southshire and Eastborough were rated inadequate for their children's services. Northshire and Kelbury were rated inadequate for staying safe.",
        published: '2008-12-17',
      },
      { events: ['northshire inadequate', 'southshire inadequate', 'eastborough inadequate', 'kelbury null'] },
    ],
    [
      'a pair that is counted as one judgement',
      good(
        'Each of the three judgements – leadership, help and protection, and children in care and care leavers – came out as good.',
      ),
      { areas: ['leaders good', 'help_and_protection good', 'children_in_care_and_care_leavers good'] },
    ],
    [
      'a question with an answer that goes on',
      good('Support for care leavers? Outstanding again, as it happens.'),
      { areas: ['care_leavers outstanding'] },
    ],
  ]);
});
