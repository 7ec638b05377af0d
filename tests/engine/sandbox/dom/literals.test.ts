// Under other names: Prettier rewrites what stands in html`…`.
import { html as h, svg as s } from "htl";
import { describe, expect, test } from "vitest";
import { lines, page, small, within } from "./both-documents";

const literals: Readonly<Record<string, () => unknown>> = {
  text: () => h`<p>a < b & c, "quoted" &amp; &mdash; &#65; &#x1F994; &unknown; &nbsp;</p>`,
  "text in holes": () => h`<p>${"<b>not bold</b> & more"} ${5} ${null} ${undefined} ${true}</p>`,
  "nodes in holes": () => h`<ul>${[1, 2, 3].map((n) => h`<li>${n}`)}</ul>`,
  "several roots": () => h`<b>a</b> and <i>b</i>`,
  attributes: () =>
    h`<input type=checkbox value="a &quot;b&quot;" data-x='1' disabled=${true} checked=${false} title=${'<&>"'}>`,
  "attributes spread": () => h`<a ${{ href: "#x", target: null, class: "c d", hidden: true }}>x</a>`,
  "styles as objects": () => h`<div style=${{ color: "red", backgroundColor: "blue", "--own": 1 }}>x</div>`,
  "styles as text": () => h`<div style="color: ${"red"}; width: ${10}px">x</div>`,
  "listeners leave no trace": () => h`<button onclick=${() => 1}>x</button>`,
  "empty elements": () => h`<p>a<br>b<hr><img alt="x"><wbr>c`,
  "implied ends": () => h`<div><p>a<p>b<ul><li>x<li>y<ul><li>z</ul></ul><dl><dt>t<dd>d<dt>u</dl></div>`,
  tables: () => h`<table><caption>c</caption><tr><th>a<td>b<tr><td>${"c"}</table>`,
  "tables with sections": () =>
    h`<table><thead><tr><th>h</thead><tbody>${[1, 2].map((n) => h`<tr><td>${n}</td></tr>`)}</tbody><tfoot><tr><td>f</table>`,
  "tables in tables": () => h`<table><tr><td>a<table><tr><td>b<td>c</table><td>d</table>`,
  "a row alone": () => h`<tr><td>1<td>2</tr>`,
  selects: () =>
    h`<select><optgroup label=g><option>a<option value=b selected>B</optgroup><option>c</select>`,
  "raw text": () =>
    h`<div><style>a > b { color: red }</style><textarea>\n <b>${"&amp;"}</b></textarea></div>`,
  "svg in html": () =>
    h`<div><svg viewBox="0 0 10 10"><linearGradient id=g gradientUnits="userSpaceOnUse"/><clipPath><circle r=1 /></clipPath><text>t</text></svg><p>after</p></div>`,
  "html in svg": () => h`<svg><foreignObject><div>x<p>y</div></foreignObject><rect/></svg>`,
  svg: () => s`<circle cx=${5} cy="5" r=1 />`,
  "svg groups": () =>
    s`<g>${[1, 2].map((x) => s`<path d="M${x},0L${x},5" stroke=${"red"} />`)}<a xlink:href="#a"><title>t</title></a></g>`,
  "svg with capitals": () =>
    s`<linearGradient gradientTransform="rotate(45)"><stop stop-color="red"/></linearGradient>`,
  "svg attribute holes": () => s`<svg viewBox=${"0 0 1 1"} preserveAspectRatio=${"none"}></svg>`,
  comments: () => h`<p>a<!-- ${"c"} -->b</p>`,
  "odd markup": () => h`<p>1 < 2 > 0 </ b></p>`,
  "unquoted quotes": () => h`<p title="a" class=it's>x</p>`,
  "end tags that match nothing": () => h`<div>a</b></i>c</div>`,
  capitals: () => h`<DIV CLASS="A">x</DIV>`,
};

describe("literals become the same nodes as in a page:", () => {
  test.each(Object.entries(literals))("%s", (_, literal) => {
    expect(lines(within("small", literal))).toBe(lines(within("page", literal)));
  });

  test("innerHTML of many small texts", () => {
    const texts = [
      ...["", "plain", "<b>", "<b/>x", "a<!doctype html>b", "<?php x ?>y", "<p><div>x</div></p>"],
      ...[
        "&lt;&copy&copy;",
        "<a b=c/>d",
        "\u00a0<",
        "</p>",
        "<p>a<table></table>b",
        "<!---->a<!-- b",
        "<li>a<li>b",
      ],
    ];
    for (const text of texts) {
      const inner = (document: { createElement(tag: string): unknown }) => {
        const div = document.createElement("div") as { innerHTML: string };
        div.innerHTML = text;
        return div.innerHTML;
      };
      expect([text, inner(small)]).toEqual([text, inner(page)]);
    }
  });

  test("a tag that never ends takes no time", () => {
    const div = small.createElement("div") as unknown as { innerHTML: string };
    // The square of so many would outlast the test's own limit.
    for (const text of [`<a ${"b".repeat(500_000)}`, `<a ${"b='".repeat(200_000)}`]) {
      div.innerHTML = text;
      expect(div.innerHTML).toContain(text.slice(-100));
    }
  });
});
