import { createHash } from 'node:crypto';

/** Grades with a colour of their own; each is always written out too. */
const GRADES = ['outstanding', 'good', 'requires_improvement', 'adequate', 'inadequate'];

const LIGHT =
  '--ink:#17212b;--soft:#55616c;--line:#d8dee3;--back:#fff;--panel:#f4f6f8;--link:#0b5394;--mark:#fff0b3;--field:#66727d;' +
  '--outstanding:#07603f;--good:#1a5f9c;--requires_improvement:#8a4b00;--adequate:#635200;--inadequate:#a01d1b;--none:#4a5661';
const DARK =
  '--ink:#e8edf1;--soft:#a8b4be;--line:#36424d;--back:#12181e;--panel:#1b232b;--link:#86bdf0;--mark:#5c4a00;--field:#8a96a1;' +
  '--outstanding:#5fd0a2;--good:#83bff2;--requires_improvement:#ebb25e;--adequate:#dcc86c;--inadequate:#f3928e;--none:#b2bec8';

/** One style sheet, inline: a page is one response, works without script, and survives being saved. */
export const CSS = `
:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,button:focus-visible,select:focus-visible,summary:focus-visible,.wide:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
.skip{position:absolute;left:-99rem} .skip:focus{left:1rem;top:.5rem;background:var(--back);padding:.5rem 1rem;z-index:1}
header,main,footer{max-width:62rem;margin:0 auto;padding:0 1.25rem}
header{display:flex;flex-wrap:wrap;gap:.25rem 2rem;align-items:baseline;padding-top:1rem;padding-bottom:.6rem;border-bottom:1px solid var(--line)}
header .name{font-weight:700;font-size:1.15rem;color:inherit;text-decoration:none} nav{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
header nav a{padding:.25rem 0} nav a[aria-current]{color:inherit;text-decoration:none;font-weight:600;box-shadow:0 2px 0 var(--link)}
footer{color:var(--soft);font-size:.875rem;border-top:1px solid var(--line);padding-top:.75rem;padding-bottom:2rem;margin-top:3rem}
h1{font-size:1.65rem;line-height:1.25;margin:1.5rem 0 .5rem} h2{font-size:1.15rem;line-height:1.35;margin:2rem 0 .5rem} h3{font-size:1rem;margin:1.25rem 0 .25rem}
p{margin:.5rem 0;max-width:44rem} .soft{color:var(--soft)} .small{font-size:.875rem}
.sample{background:#f5b700;color:#17212b;text-align:center;padding:.4rem 1rem;font-weight:600}
ol.events{list-style:none;padding:0;margin:1rem 0;border-top:1px solid var(--line)} ol.events>li{padding:1rem 0;border-bottom:1px solid var(--line)}
ol.events h2{display:flex;flex-wrap:wrap;gap:.3rem .75rem;align-items:center;margin:0;font-size:1.08rem}
ol.events p{margin:.25rem 0}
.grade{display:inline-block;font-weight:600;padding:.05rem .55rem;border:1px solid currentColor;border-left-width:.4rem;border-radius:3px;color:var(--none)}
${GRADES.map((grade) => `.grade-${grade}{color:var(--${grade})}`).join('')}
.grades{display:inline-flex;flex-wrap:wrap;gap:.3rem} h1 .grades{font-size:1.25rem;vertical-align:.1em}
blockquote{margin:.6rem 0;padding:.1rem 0 .1rem .9rem;border-left:3px solid var(--line);max-width:44rem}
mark{background:var(--mark);color:inherit;padding:0 .1em;border-radius:2px}
table{border-collapse:collapse;width:100%;font-size:.95rem} caption{text-align:left;color:var(--soft);font-size:.875rem;padding-bottom:.25rem}
th,td{text-align:left;vertical-align:top;padding:.5rem 1rem .5rem 0;border-bottom:1px solid var(--line)} tbody th{font-weight:400} thead th{font-weight:600;color:var(--soft)}
.wide{overflow-x:auto} .timeline{table-layout:fixed} .timeline th:nth-child(1){width:9.5rem} .timeline th:nth-child(4){width:30%} dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.4rem 1.5rem;margin:1rem 0} dt{color:var(--soft)} dd{margin:0;min-width:0;overflow-wrap:anywhere}
.panel{background:var(--panel);border:1px solid var(--line);border-radius:4px;padding:.75rem 1rem;margin:1rem 0;max-width:none}
.warn{border-left:.4rem solid var(--inadequate)}
.banner{border-left:.4rem solid #f5b700;background:var(--panel);padding:.5rem 1rem;font-weight:600} .verdict{border:1px solid var(--line);border-left:.4rem solid var(--link);border-radius:4px;padding:.6rem 1rem}
.verdict span{display:block;color:var(--soft);font-size:.875rem} .verdict strong{font-size:1.35rem} .facts th{width:12rem;color:var(--soft)} .note{color:var(--soft);font-size:.875rem} .detail{font-size:.95rem}
.tally{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;padding:0;margin:.5rem 0;list-style:none}
.status-bad{color:var(--inadequate);font-weight:600} .status-ok{color:var(--outstanding)}
form.filters{display:flex;flex-wrap:wrap;gap:.75rem 1rem;align-items:end;background:var(--panel);border:1px solid var(--line);border-radius:4px;padding:.75rem 1rem;margin:1rem 0}
.filters label{display:block;font-size:.875rem;color:var(--soft)} .filters div{flex:1 1 10rem;min-width:0} .filters .act{flex:0 0 auto;display:flex;gap:1rem;align-items:center}
form.inline{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:.5rem 0} input{font:inherit;padding:.35rem .5rem;border:1px solid var(--field);border-radius:4px;background:var(--back);color:var(--ink);max-width:100%}
select{font:inherit;width:100%;padding:.4rem .5rem;border:1px solid var(--field);border-radius:4px;background:var(--back);color:var(--ink)}
textarea{font:inherit;width:100%;max-width:42rem;padding:.4rem;border:1px solid var(--line);border-radius:4px;background:var(--back);color:inherit}
button{font:inherit;font-weight:600;padding:.45rem 1.1rem;border-radius:4px;border:1px solid var(--link);background:var(--link);color:var(--back);cursor:pointer}
.paging{display:flex;gap:1.5rem;margin:1rem 0;align-items:baseline} td.wrap{overflow-wrap:anywhere;min-width:14rem} .nowrap{white-space:nowrap}
.columns{columns:16rem;padding:0;margin:.5rem 0;list-style:none} .columns li{padding:.15rem 0;break-inside:avoid}
.plain{padding-left:1.2rem;margin:.5rem 0} .plain li{overflow-wrap:anywhere}
@media (max-width:40rem){nav{gap:.25rem .9rem} h1{font-size:1.4rem} .facts tr,.facts th,.facts td{display:block} .facts th{width:auto;padding-bottom:0;border:0} .facts td{padding-top:0} dl{grid-template-columns:minmax(0,1fr);gap:0} dd{margin-bottom:.6rem} .wide{overflow-x:visible}
table.stack,table.stack tbody{display:block} table.stack thead{position:absolute;left:-99rem} table.stack tr{display:block;padding:.6rem 0;border-bottom:1px solid var(--line)}
table.stack td,table.stack th{display:block;border:0;padding:.1rem 0;min-width:0;overflow-wrap:anywhere} table.stack td[data-label]::before{content:attr(data-label) ": ";color:var(--soft)}}
form.sign-up{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.9rem 1.25rem;max-width:44rem;margin:1rem 0}
.sign-up label{display:block;font-size:.875rem;color:var(--soft)} .sign-up fieldset{grid-column:1/-1;border:1px solid var(--line);border-radius:4px;margin:0;padding:.5rem 1rem} .sign-up fieldset label{padding:.3rem 0;font-size:1rem;color:inherit}
.sign-up .hours{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem} .places summary{padding:.25rem 0} section.panel>form{margin-top:1.25rem}
.sign-up .whole{grid-column:1/-1} .sign-up input[type=email]{width:100%;max-width:26rem} .trap{position:absolute;left:-99rem}
@media print{header nav,form,.skip,.paging{display:none}}
`;

/** The style sheet as the content security policy names it: no other style is obeyed. */
export const CSS_HASH = `'sha256-${createHash('sha256').update(CSS).digest('base64')}'`;
