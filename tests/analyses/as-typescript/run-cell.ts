import { Plot } from "../../../src/analyses/plot";
import { createShow } from "../../../src/engine/sandbox/runtime/show";
import type { Figure } from "../../../src/analyses";
import { DomElement } from "../../../src/engine/sandbox/runtime/dom";
import { run } from "../../engine/code/compiled";

const { scope } = createShow(() => undefined);

/** What a cell drew, and the data of its marks by the name of the mark. */
export interface Drawn {
  readonly svg: string;
  /** Title, subtitle and caption. */
  readonly words: readonly string[];
  readonly data: ReadonlyMap<string, readonly unknown[]>;
}

/** Runs a text as the sandbox does, with the rows of a relation under its name. It must show one figure and define nothing. */
export async function drawnByCell(
  source: string,
  relation: string,
  rows: unknown,
  width: number,
): Promise<Drawn> {
  const shown: unknown[] = [];
  const data = new Map<string, readonly unknown[]>();
  const { results, defined } = await run(source, {
    ...scope,
    Plot: watched(scope.Plot, data),
    width,
    display: (value: unknown) => shown.push(value),
    [relation]: rows,
  });
  const [figure] = shown;
  if (shown.length !== 1 || results.length || defined || !(figure instanceof DomElement))
    throw new Error(`a cell shows one figure and nothing else: ${source}`);
  return { svg: svgIn(figure), words: wordsIn(figure), data };
}

/** The report's own figure in the same document. */
export function drawnByReport(figure: Figure, width: number): string {
  const options = { ...figure.plot(width), document: scope.document as unknown as Document };
  return svgIn(Plot.plot(options) as unknown as DomElement);
}

/** Plot that writes down what its marks are given. */
function watched(plot: typeof Plot, data: Map<string, readonly unknown[]>): typeof Plot {
  const areaY: typeof Plot.areaY = (given, options) => {
    data.set("areaY", [...(given as Iterable<unknown>)]);
    return plot.areaY(given, options);
  };
  return { ...plot, areaY };
}

function svgIn(node: DomElement): string {
  const svg =
    node.localName === "svg" ? node : [...node.children].find(({ localName }) => localName === "svg");
  if (!svg) throw new Error(`no drawing: ${node.outerHTML}`);
  return svg.outerHTML;
}

function wordsIn(node: DomElement): string[] {
  return [...node.children]
    .filter(({ localName }) => /^(h2|h3|figcaption)$/.test(localName))
    .map(({ textContent }) => textContent ?? "");
}

/**
 * Where two drawings differ, or null: same elements, attributes and texts in the same order, numbers to a millionth of a pixel.
 * A group without anything in it draws nothing and is not compared.
 */
export function difference(one: string, other: string): string | null {
  const [a, b] = [pieces(one), pieces(other)];
  for (let i = 0; i < Math.max(a.length, b.length); i++)
    if (a[i] !== b[i] && !(Math.abs(Number(a[i]) - Number(b[i])) < 1e-6))
      return `${a.slice(i - 9, i + 9).join("")}\n${b.slice(i - 9, i + 9).join("")}`;
  return null;
}

/** Text and numbers in turn. */
function pieces(svg: string): string[] {
  let full = svg;
  for (let before = ""; before !== full;) {
    before = full;
    full = full.replaceAll(/<g[^>]*><\/g>/g, "");
  }
  return full.split(/(-?\d+(?:\.\d+)?(?:e-?\d+)?)/);
}
