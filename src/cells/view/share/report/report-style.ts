/** The report's looks: those of the page, with the fonts that a system has. */
export const reportStyle = `
:root{color-scheme:light dark;--paper:#fcfbf8;--sunk:#f4f2ed;--ink:#1e2422;--soft:#565d59;--line:#e5e2da;--accent:#0e6f6c;--caution:#8a5a00;--careful:#fbf1dc;
--prose:"Source Serif 4",Charter,Georgia,"Times New Roman",serif;--ui:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;--mono:ui-monospace,"SF Mono",Menlo,Consolas,monospace}
@media (prefers-color-scheme:dark){:root{--paper:#14181a;--sunk:#0f1314;--ink:#e9e7e1;--soft:#b0b3ad;--line:#2b3133;--accent:#66c5bb;--caution:#e2b25a;--careful:#33290f}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.6 var(--prose);overflow-wrap:break-word}
main{max-width:48rem;margin:0 auto;padding:2.5rem 1.25rem 5rem}
h1,h2,h3,h4{line-height:1.25;margin:1.6em 0 .4em;text-wrap:balance}
h1{font-size:2rem;margin-top:0}h2{font-size:1.4rem}h3{font-size:1.15rem}h4{font:600 .875rem/1.4 var(--ui)}
p,ul,ol{margin:.5em 0}a{color:var(--accent)}
section.cell{margin:2.5rem 0;padding-top:.5rem;border-top:1px solid var(--line)}section.cell h2{margin-top:.6em}
.note,.next,.definition,.level,small{color:var(--soft);font:400 .8125rem/1.5 var(--ui)}
.verdict{margin:1rem 0;padding-left:1rem;border-left:3px solid var(--accent)}
.verdict.is-likely,.verdict.is-cannot-tell,.verdict.is-refused{border-color:var(--caution)}
.verdict p{margin:.2em 0}.sentence{font-size:1.25rem;line-height:1.4}
.number{font:400 .9375rem/1.5 var(--ui);font-variant-numeric:tabular-nums}.number strong{font-size:1.75rem;font-weight:600;margin-right:.3em}.number span{color:var(--soft)}
.flips{padding:.5rem .75rem;border-radius:6px;background:var(--careful);font:400 .9375rem/1.5 var(--ui)}
.definition{font-style:italic}
figure{margin:1.5rem 0;overflow-x:auto}figure svg,figure img{display:block;max-width:100%;height:auto}
.dark{display:none}@media (prefers-color-scheme:dark){.light{display:none}.dark{display:block}}
.words{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.wide{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;font:400 .8125rem/1.5 var(--ui);font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding:.25rem 0}
th,td{padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}
thead th{color:var(--soft);font-weight:500}.n{text-align:right}.open{background:repeating-linear-gradient(135deg,transparent 0 4px,var(--line) 4px 5px)}
.findings{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.75rem 1.5rem;font-family:var(--ui);font-variant-numeric:tabular-nums}
.findings dt{color:var(--soft);font-size:.8125rem}.findings dd{margin:0}.findings small{display:block}
.receipt dl{margin:.5rem 0;font:400 .8125rem/1.5 var(--ui);font-variant-numeric:tabular-nums}.receipt dl>div{display:grid;grid-template-columns:10rem minmax(0,1fr);gap:0 .75rem}.receipt dt{color:var(--soft)}.receipt dd{margin:0;overflow-wrap:anywhere}
details{margin:.75rem 0}summary{cursor:pointer;font:500 .8125rem/1.9 var(--ui);color:var(--soft)}
pre{overflow-x:auto;margin:.5rem 0;padding:.75rem;border-radius:6px;background:var(--sunk);font:400 .8125rem/1.55 var(--mono);white-space:pre-wrap}
code{font-family:var(--mono);font-size:.9em}pre code{font-size:1em}
blockquote{margin:1em 0;padding-left:1em;border-left:3px solid var(--line);color:var(--soft)}
.markdown-dropped{padding:0 .3em;background:var(--careful);font:400 .8125rem/1.5 var(--ui)}
img{max-width:100%}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media (max-width:600px){.receipt dl>div{grid-template-columns:1fr}figure svg{max-width:none;width:36rem}}
@media print{
:root{color-scheme:light;--paper:#fff;--sunk:#f4f2ed;--ink:#000;--soft:#444;--line:#ccc;--accent:#0e6f6c;--caution:#8a5a00;--careful:#fbf1dc}
.light{display:block}.dark{display:none}
body{font-size:10.5pt}main{max-width:none;padding:0}
h1,h2,h3,h4,.verdict,summary{break-after:avoid}figure,tr,.verdict,.flips{break-inside:avoid}
.wide,figure,pre{overflow:visible}figure svg{width:auto;max-width:100%}
details::details-content{content-visibility:visible;block-size:auto;display:block}
thead{display:table-header-group}
}`;
