// @vitest-environment jsdom
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { ShownTree } from "../../../../src/cells/view/output/tree";
import type { TreeElement, TreeEvent, TreeNode } from "../../../../src/engine";
import { attacks, foreign, laughs } from "./attacks";
import { trespasses } from "./trespasses";
import { listening, node } from "./written-trees";

const prefix = "output-t-1-";

function show(root: TreeNode, onLink: (address: string) => void = () => undefined) {
  const host = document.body.appendChild(document.createElement("div"));
  return new ShownTree(host, root, { prefix, onLink });
}

afterEach(() => document.body.replaceChildren());

describe("a hostile tree", () => {
  test.each(Object.entries(attacks))("%s", (_, root) => {
    expect(trespasses(show(root).host, prefix)).toEqual([]);
    expect(trespasses(show(node("div", {}, root)).host, prefix)).toEqual([]);
    expect("hacked" in globalThis).toBe(false);
  });

  test.each(Object.entries(attacks))("%s, brought in by a change", (_, root) => {
    const body = node("div");
    const shown = show(body);
    shown.apply([{ change: "insert", parent: body.id, before: null, node: root }]);
    if ("attributes" in root)
      for (const [name, value] of Object.entries(root.attributes))
        shown.apply([{ change: "attribute", node: body.id, name, value }]);
    expect(trespasses(shown.host, prefix)).toEqual([]);
  });

  test("any name, attribute and value", () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(
        ..."script style a img svg use image iframe form input base href xlink:href src style onclick id name is".split(
          " ",
        ),
      ),
    );
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom(`url(${foreign})`, "url(#x)", "javascript:x", `x:url(${foreign})`, "#x", foreign),
      fc
        .array(
          fc.constantFrom(
            "url(",
            ")",
            '"',
            "'",
            ";",
            ":",
            "\\",
            "/*",
            "*/",
            foreign,
            "color",
            "background",
            "red",
          ),
        )
        .map((parts) => parts.join("")),
    );
    const tree: fc.Arbitrary<TreeElement> = fc.letrec<{ tree: TreeElement }>((tie) => ({
      tree: fc
        .tuple(
          fc.constantFrom("", "svg:", "math:"),
          word,
          fc.dictionary(word, value, { maxKeys: 5 }),
          fc.array(fc.oneof({ depthSize: "small" }, fc.string(), tie("tree")), { maxLength: 4 }),
        )
        .map(([space, tag, attributes, children]) => node(space + tag, attributes, ...children)),
    })).tree;
    fc.assert(
      fc.property(tree, (root) => {
        const shown = show(root);
        expect(trespasses(shown.host, prefix)).toEqual([]);
        shown.close();
      }),
      { numRuns: 300 },
    );
  });

  test("copies that would grow without end are not drawn", () => {
    const { host } = show(laughs());
    const drawn = [...host.querySelectorAll("use[href]")];
    expect(drawn.map((use) => use.getAttribute("href"))).toEqual(Array(10).fill(`#${prefix}l0`));
  });

  test("is cut where it is too deep, and a definition where it is too full", () => {
    let deep = node("div");
    for (let i = 0; i < 5000; i++) deep = node("div", {}, deep);
    expect(show(deep).host.querySelectorAll("div").length).toBe(200);
    const full = node("svg:pattern", {}, ...Array.from({ length: 2000 }, () => node("svg:rect")));
    expect(show(node("svg:svg", {}, full)).host.querySelectorAll("rect").length).toBe(500);
  });
});

describe("a friendly tree", () => {
  test("keeps its references under names of its own", () => {
    const { host } = show(
      node(
        "svg:svg",
        { viewBox: "0 0 9 9", "aria-labelledby": "t" },
        node("svg:title", { id: "t" }, "Rain"),
        node("svg:clipPath", { id: "c" }, node("svg:rect", { width: "5", height: "5" })),
        node("svg:linearGradient", { id: "g" }, node("svg:stop", { "stop-color": "red", offset: "0" })),
        node("svg:g", { id: "d" }, node("svg:circle", { r: "3" })),
        node("svg:rect", {
          "clip-path": "url(#c)",
          fill: 'url("#g")',
          style: "mask: url('#c'); fill: url(#g)",
        }),
        node("svg:use", { "xlink:href": "#d" }),
      ),
    );
    const rect = host.querySelector("svg > rect")!;
    expect(rect.getAttribute("clip-path")).toBe(`url(#${prefix}c)`);
    expect(rect.getAttribute("fill")).toBe(`url(#${prefix}g)`);
    expect(rect.getAttribute("style")).toBe(`mask: url(#${prefix}c); fill: url(#${prefix}g)`);
    expect(host.querySelector("clipPath")?.id).toBe(`${prefix}c`);
    expect(host.querySelector("use")?.getAttribute("href")).toBe(`#${prefix}d`);
    expect(host.querySelector("svg")?.getAttribute("aria-labelledby")).toBe(`${prefix}t`);
    expect(host.querySelector("svg")?.getAttribute("viewBox")).toBe("0 0 9 9");
  });

  test("keeps what a page is made of: styles, tables, controls, pictures of its own", () => {
    const dot = "data:image/png;base64,AAAA";
    const style =
      "color: rgb(1 2 3 / 40%); padding: calc(1px + 2em); grid-template-columns: repeat(2, minmax(0, 1fr))";
    const { host } = show(
      node(
        "div",
        { style },
        node("table", {}, node("tr", {}, node("td", { colspan: "2" }, "x"))),
        node("input", { type: "range", min: "0", max: "9", step: "0.5", value: "3" }),
        node("img", { src: dot, alt: "a dot" }),
        node("label", { for: "i" }, "Name"),
        node("x-thing", {}, "inside"),
      ),
    );
    expect(host.firstElementChild?.getAttribute("style")).toBe(style);
    expect(host.querySelector("td")?.colSpan).toBe(2);
    expect(host.querySelector("input")).toMatchObject({ type: "range", value: "3", autocomplete: "off" });
    expect(host.querySelector("img")?.getAttribute("src")).toBe(dot);
    expect(host.querySelector("label")?.htmlFor).toBe(`${prefix}i`);
    expect(host.querySelector("span")?.textContent).toBe("inside");
  });

  test("changes as its code does, and nothing comes of nodes that are not there", () => {
    const first = node("p", {}, "one");
    const style = node("style", {}, "p { color: red }");
    const body = node("div", {}, style, first);
    const shown = show(body);
    const second = node("p", { title: "b" }, "two");
    shown.apply([
      { change: "insert", parent: body.id, before: style.id, node: second },
      { change: "attribute", node: first.id, name: "style", value: "color: red" },
      { change: "attribute", node: second.id, name: "title", value: null },
      { change: "text", node: first.children[0]!.id, text: "1" },
      { change: "remove", node: 999_999 },
      { change: "insert", parent: 999_999, before: null, node: node("p") },
      { change: "insert", parent: style.id, before: null, node: node("script") },
    ]);
    expect(shown.host.innerHTML).toBe('<div><p>two</p><!----><p style="color: red">1</p></div>');
    shown.apply([
      { change: "remove", node: second.id },
      { change: "insert", parent: body.id, before: style.id, node: first },
    ]);
    expect(shown.host.textContent).toBe("one");
    // A tree does not become its own child.
    shown.apply([{ change: "insert", parent: first.id, before: null, node: body }]);
    expect(shown.host.querySelectorAll("div").length).toBe(1);
  });
});

describe("what a person does", () => {
  const told = (root: TreeNode) => {
    const events: Omit<TreeEvent, "part">[] = [];
    const shown = show(root);
    shown.connect((event) => events.push(event));
    return { shown, events };
  };

  test("is told where somebody listens, and nowhere else", () => {
    const inner = node("b", {}, "x");
    const button = listening(node("button", {}, inner), "click");
    const other = node("button", {}, "y");
    const { shown, events } = told(node("div", {}, button, other));
    shown.host.querySelector("b")!.click();
    shown.host.querySelectorAll("button")[1]!.click();
    expect(events).toMatchObject([{ node: inner.id, type: "click", button: 0 }]);
    shown.apply([{ change: "listen", node: button.id, type: "click", on: false }]);
    shown.host.querySelector("b")!.click();
    expect(events.length).toBe(1);
  });

  test("values of controls are told, and an old answer does not overwrite what is being typed", () => {
    const field = listening(node("input", { value: "" }), "input");
    const { shown, events } = told(field);
    const input = shown.host.querySelector("input")!;
    input.focus();
    for (const text of ["a", "ab"]) {
      input.value = text;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    expect(events.map(({ value }) => value)).toEqual(["a", "ab"]);
    shown.apply([{ change: "property", node: field.id, name: "value", value: "a" }]);
    expect(input.value).toBe("ab");
    input.setSelectionRange(1, 1);
    shown.apply([{ change: "property", node: field.id, name: "value", value: "AB" }]);
    expect([input.value, input.selectionStart]).toEqual(["AB", 1]);
  });

  test("moves of the pointer come once a frame, before what comes after them", () => {
    vi.useFakeTimers();
    try {
      const { shown, events } = told(listening(node("div", {}, "x"), "pointermove", "pointerdown"));
      const at = (type: string, clientX: number) =>
        shown.host.firstElementChild!.dispatchEvent(new MouseEvent(type, { clientX, bubbles: true }));
      at("pointermove", 1);
      at("pointermove", 2);
      expect(events).toEqual([]);
      at("pointerdown", 3);
      at("pointermove", 4);
      vi.advanceTimersByTime(50);
      expect(events.map(({ type, x }) => `${type} ${x}`)).toEqual([
        "pointermove 2",
        "pointerdown 3",
        "pointermove 4",
      ]);
    } finally {
      vi.useRealTimers();
    }
  });

  test("without its code controls are off, and come back with it", () => {
    const shown = show(node("div", {}, node("input"), node("button", { disabled: "" })));
    const off = () =>
      [...shown.host.querySelectorAll<HTMLInputElement>("input, button")].map((one) => one.disabled);
    shown.connect(null);
    expect(off()).toEqual([true, true]);
    shown.connect(() => undefined);
    expect(off()).toEqual([false, true]);
  });

  test("a link out of the page is asked about, never followed", () => {
    const links: string[] = [];
    const { host } = show(
      node("p", {}, node("a", { href: `${foreign}/?q` }, "out"), node("a", { href: "#p" }, "in")),
      (address) => links.push(address),
    );
    const [out] = host.querySelectorAll("a");
    expect(out!.hasAttribute("href")).toBe(false);
    out!.click();
    out!.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    expect(links).toEqual([`${foreign}/?q`, `${foreign}/?q`]);
  });

  test("a form sends nothing", () => {
    const { shown, events } = told(
      listening(node("form", {}, node("button", { type: "submit" }, "go")), "submit"),
    );
    const submit = new Event("submit", { bubbles: true, cancelable: true });
    shown.host.querySelector("form")!.dispatchEvent(submit);
    expect(submit.defaultPrevented).toBe(true);
    expect(events).toMatchObject([{ type: "submit" }]);
  });
});
