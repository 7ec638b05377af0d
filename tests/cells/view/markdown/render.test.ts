// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { render } from "../../../../src/cells/view/markdown/render";

const labels = {
  imageDropped: (address: string) => `not shown: ${address}`,
  blocked: (what: string, address: string) => `blocked ${what}: ${address}`,
  done: "done",
  open: "open",
};
const address = `${"https"}://example.org`;

function shown(source: string, attachments?: Record<string, unknown>): HTMLElement {
  const page = document.createElement("div");
  page.innerHTML = render({ source, attachments, labels }, null);
  return page;
}

describe("Markdown", () => {
  test("tables keep their sides, in a frame the keyboard reaches", () => {
    const page = shown("| a | n |\n|:--|--:|\n| x | 1 |");
    expect(page.querySelector("td:last-child")?.getAttribute("align")).toBe("right");
    expect(page.querySelector(".markdown-wide")?.getAttribute("tabindex")).toBe("0");
  });

  test("headings leave the page its h1", () => {
    const page = shown("# one\n## two\n<h1>three</h1>\n\n###### six");
    expect([...page.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((h) => h.tagName)).toEqual([
      "H2",
      "H3",
      "H2",
      "H6",
    ]);
  });

  test("task lists become boxes with words", () => {
    const boxes = [...shown("- [x] told\n- [ ] asked\n- [y] neither").querySelectorAll("input")];
    expect(boxes.map((box) => [box.checked, box.disabled, box.getAttribute("aria-label")])).toEqual([
      [true, true, "done"],
      [false, true, "open"],
    ]);
  });

  test("code keeps its text and gets colours by role", () => {
    const page = document.createElement("div");
    const colour = (text: string) =>
      text.split("\n").map((line) => [{ text: line, role: "keyword" as const }]);
    page.innerHTML = render({ source: "```sql\nselect '<b>'\nfrom t\n```", labels }, colour);
    expect(page.querySelector("code")?.textContent).toBe("select '<b>'\nfrom t");
    expect(page.querySelectorAll("code .editor-keyword")).toHaveLength(2);
  });

  test("harmless HTML of other tools stays", () => {
    const page = shown("a<br>b <sub>2</sub> <details><summary>more</summary>text</details>");
    expect(page.querySelector("details summary")?.textContent).toBe("more");
    expect(page.querySelectorAll("br, sub")).toHaveLength(2);
  });

  test("links open outside and tell nothing", () => {
    const link = shown(`[x](${address})`).querySelector("a")!;
    expect([link.getAttribute("href"), link.target, link.rel]).toEqual([
      address,
      "_blank",
      "noopener noreferrer",
    ]);
  });
});

describe("images", () => {
  const pixel = { "image/png": "aGVsbG8=" };

  test("that came with the notebook are shown", () => {
    const src = (source: string) =>
      shown(source, { "a b.png": pixel }).querySelector("img")?.getAttribute("src");
    expect(src("![x](attachment:a%20b.png)")).toBe("data:image/png;base64,aGVsbG8=");
    expect(src('<img src="attachment:a b.png">')).toBe("data:image/png;base64,aGVsbG8=");
    expect(src("![x](data:image/png;base64,aGVsbG8=)")).toBe("data:image/png;base64,aGVsbG8=");
  });

  test("of any other address are named, not loaded", () => {
    for (const one of [`${address}/a.png`, "a.png", "/a.png", "//example.org/a.png", "attachment:none.png"]) {
      const page = shown(`![alt](${one})`, { "a.png": pixel });
      expect(page.querySelector("img")).toBe(null);
      expect(page.querySelector(".markdown-dropped")?.textContent).toBe(`not shown: alt (${one})`);
    }
  });

  test("whose attachment is not what it says are not shown", () => {
    const attachments = {
      a: { "image/png": '"><script>' },
      b: { "text/html": "aGVsbG8=" },
      c: "x",
      "%E0%A4": pixel,
    };
    for (const one of ["a", "b", "c", "constructor", "__proto__"])
      expect(shown(`<img src="attachment:${one}">`, attachments).querySelector("img")).toBe(null);
    expect(shown('<img src="attachment:%E0%A4">', attachments).querySelector("img")).not.toBe(null);
  });
});

test("HTML is not gone through as Markdown: indented and empty lines are no code", () => {
  const page = document.createElement("div");
  const source = "<table>\n  <tr>\n\n      <td>*1*</td>\n  </tr>\n</table>";
  page.innerHTML = render({ source, isHtml: true, labels }, null);
  expect(page.querySelector("td")?.textContent).toBe("*1*");
  expect(page.querySelector("pre, em")).toBe(null);
});

describe("what is taken out", () => {
  const said = (source: string) =>
    [...shown(source).querySelectorAll(".markdown-dropped")].map((note) => note.textContent);

  test("leaves a note in its place, that names where it would have gone", () => {
    const page = shown(`before <iframe src="${address}/page"></iframe> after`);
    expect(page.textContent.trim()).toBe(`before blocked frame: ${address}/page after`);
    expect(said("<script>alert(1)</script>")).toEqual(["blocked script: "]);
    expect(said(`<form action="${address}"><input><button>go</button></form>`)).toEqual([
      `blocked form: ${address}`,
    ]);
    expect(said('<video src="a.mp4"><source src="b"></video><embed src="c">')).toEqual([
      "blocked media: a.mp4",
      "blocked frame: c",
    ]);
  });

  test("leaves one note for all that goes together, and none where nothing is missed", () => {
    expect(said("<svg><script>1</script><svg></svg></svg>")).toEqual(["blocked drawing: "]);
    expect(said('<p style="color:red" onclick="x()">text</p><style>p{}</style>')).toEqual([]);
  });

  test("leaves a note that is text, however its address is written", () => {
    const page = shown(
      `<iframe src="${'"'}><img src=x onerror=alert(1)>"></iframe><iframe src='"<b>${"a".repeat(900)}'></iframe>`,
    );
    expect(page.querySelector("img, b")).toBe(null);
    expect(page.textContent.length).toBeLessThan(600);
  });
});

/** Each of these tried to run, to load, to look like the page or to take its names. */
const hostile: Record<string, string> = {
  script: "<script>alert(1)</script>",
  "script in SVG": "<svg><script>alert(1)</script></svg>",
  "SVG use": `<svg><use href="${address}/x.svg#a"></use></svg>`,
  "SVG animation":
    '<svg><a><animate attributeName=href values="javascript:alert(1)" /><text>x</text></a></svg>',
  MathML:
    '<math><mtext><table><mglyph><style><img src=x onerror="alert(1)"></style></mglyph></table></mtext></math>',
  onerror: '<img src=x onerror="alert(1)">',
  "onload in a data image": '<img src="data:image/png;base64,aGVsbG8=" onload="alert(1)">',
  ontoggle: '<details open ontoggle="alert(1)">x</details>',
  "javascript link": "[x](javascript:alert(1))",
  "javascript link in HTML": '<a href="java&#10;script:alert(1)">x</a>',
  "data link": '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  "relative link": "[x](./other.html)",
  "link of the page": "[x](#cell-1)",
  style: "<style>body { display: none }</style>",
  "style attribute": `<p style="background:url(${address}/x)">x</p>`,
  srcset: `<img srcset="${address}/a.png 2x" src="data:image/png;base64,aGVsbG8=">`,
  picture: `<picture><source srcset="${address}/a.png"><img src="data:image/png;base64,aGVsbG8="></picture>`,
  iframe: `<iframe src="${address}"></iframe><iframe srcdoc="<script>alert(1)</script>"></iframe>`,
  form: `<form action="${address}"><input name=q><button>go</button></form>`,
  "meta refresh": `<meta http-equiv="refresh" content="0;url=${address}">`,
  base: `<base href="${address}">`,
  "prefetch and preload": `<link rel="prefetch" href="${address}"><link rel="dns-prefetch" href="${address}">`,
  media: `<video src="${address}" poster="${address}"></video><audio src="${address}"></audio>`,
  "object and embed": `<object data="${address}"></object><embed src="${address}">`,
  "table background": `<table background="${address}/x.png"><tr><td background="${address}">x</td></tr></table>`,
  "names that clobber":
    '<a id="root" name="body">x</a><img name="getElementById" src="data:image/png;base64,aGVsbG8=">',
  "the page's own classes": '<p class="button button-primary">x</p><code class="editor-live">x</code>',
  "data and aria": '<p data-theme="dark" aria-hidden="true" role="alert" tabindex="1" contenteditable>x</p>',
  template: "<template><script>alert(1)</script></template><noscript><img src=x onerror=alert(1)></noscript>",
  "custom element": "<x-y onclick=alert(1)>x</x-y>",
  ping: `<a href="${address}" ping="${address}/p" download>x</a>`,
  "broken tags": '<<img src=x onerror=alert(1)//<b onmouseover="alert(1)">x',
  "in a table": "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
  "in an alt text": '![" onerror="alert(1)](x.png)',
  "in a code's language": '```"><img/onerror=alert(1)>\nx\n```',
};

const mayStand = new Set(
  "href target rel src alt title align class tabindex type disabled checked aria-label open width height colspan rowspan start".split(
    " ",
  ),
);

test.each(Object.entries(hostile))("hostile: %s", (_, source) => {
  const page = shown(source);
  expect(
    page.querySelector(
      "script,style,svg,math,iframe,form,button,meta,base,link,object,embed,video,audio,source,template,x-y",
    ),
  ).toBe(null);
  for (const one of page.querySelectorAll("*"))
    for (const { name, value } of one.attributes) {
      expect(mayStand, `${one.tagName} ${name}`).toContain(name);
      if (name === "href") expect(value).toMatch(/^(https?|mailto):/);
      if (name === "src") expect(value).toMatch(/^data:image\//);
      if (name === "class") expect(value).toMatch(/^(markdown|editor-(keyword|string))/);
    }
});
