import type * as PlotModule from "@observablehq/plot";
import type { FigureFacts } from "../../output";
import type { DomElement, DomNode } from "../dom";
import { type DomDocument } from "../dom";
import { factsOf } from "./figure-facts";
import { type DrawnMark, dataOf, drawnMarks, refuseTooMany } from "./figure-marks";

/** A chart with what is known of it, for its text alternative and its data table. */
export interface Figure {
  readonly facts: FigureFacts;
  /** Its rows, as something that `toRelation` takes; null when it draws no data. */
  readonly data: (() => unknown) | null;
}

type Options = PlotModule.PlotOptions;

const figures = new WeakMap<DomNode, Figure>();

export function figureOf(node: DomNode): Figure | null {
  return figures.get(node) ?? null;
}

/**
 * Observable Plot as cells see it: it draws into the small DOM, is as wide as the cell when nothing else is said, and remembers
 * what it drew. Refuses to draw more marks than a page can show.
 */
export function plotFor(
  document: DomDocument,
  Plot: typeof PlotModule,
  width: () => number | undefined,
): typeof PlotModule {
  function plot(given: Options = {}): DomNode {
    const options = { width: width(), ...given, document } as unknown as Options;
    let drawn: readonly DrawnMark[] = [];
    // A mark that draws nothing, before all others: it sees their data after all transforms, and can still say no.
    const watching = (...[, , , , context]: Parameters<PlotModule.RenderFunction>) => {
      drawn = drawnMarks(options.marks, context as unknown as Parameters<typeof drawnMarks>[1]);
      refuseTooMany(drawn);
      return null;
    };
    const marks = [watching, ...([options.marks ?? []] as unknown as PlotModule.Markish[])];
    const node = Plot.plot({ ...options, marks }) as unknown as DomElement;
    figures.set(node, { facts: factsOf(node, { ...options }, drawn), data: dataOf(drawn) });
    return node;
  }

  // Plot ties `mark.plot()` to its own `plot` in the same way; this ties it to the one above.
  Plot.Mark.prototype.plot = function (this: PlotModule.Mark, { marks = [], ...options }: Options = {}) {
    return plot({ ...options, marks: [...marks, this as PlotModule.Markish] }) as unknown as ReturnType<
      typeof Plot.plot
    >;
  };
  const legend = (options: object = {}) =>
    Plot.legend({ ...options, document } as unknown as PlotModule.LegendOptions);
  return { ...Plot, plot, legend } as unknown as typeof PlotModule;
}
