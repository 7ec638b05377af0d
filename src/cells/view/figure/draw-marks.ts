import { loadedPlot, type Figure, type Who } from "../../../analyses";

/** A mark that counts customers, where it stands in the drawing. */
export interface CountingMark {
  readonly who: Who;
  /** Of the window, as it is now: the drawing may have been scrolled. */
  readonly box: () => DOMRect;
  readonly svg: SVGSVGElement;
}

interface Seen {
  readonly who: Who;
  /** The shape itself, or none: a line has one shape for all its points. */
  readonly shape: Element | null;
  readonly root: SVGGraphicsElement;
  /** In units of the drawing. */
  readonly point: readonly [number, number];
}

/** What Plot hands to a mark that is being drawn: where its data stand, in units of the drawing, by channel. */
type Values = Readonly<Record<string, ArrayLike<unknown> | undefined>>;

interface Context {
  /** The data as they came out of the mark's transforms, which are those that a pointer gives. */
  readonly getMarkState: (mark: unknown) => { readonly data: ArrayLike<unknown> | null };
}

type Render = (
  this: unknown,
  index: ArrayLike<number> | null,
  scales: unknown,
  values: Values,
  dimensions: unknown,
  context: Context,
  ...rest: unknown[]
) => SVGGraphicsElement | null;

/** Draws a figure and tells which of its marks count customers: each once, in the order of the figure's data. */
export function drawMarks(figure: Figure, width: number): { drawn: Element; marks: CountingMark[] } {
  const options = figure.plot(width);
  const seen: Seen[] = [];
  let isDrawing = true;
  for (const mark of flat(options.marks)) {
    const { render } = mark;
    if (!figure.who || !render) continue;
    mark.render = function (index, scales, values, dimensions, context, ...rest) {
      const root = render.call(this, index, scales, values, dimensions, context, ...rest);
      const { data } = context.getMarkState(this);
      // Later a pointer draws its marks again.
      if (!isDrawing || !root || !index || !data) return root;
      const shapes = shapesOf(root);
      for (const i of Array.from(index)) {
        const who = figure.who!(data[i]);
        if (who) seen.push({ who, shape: shapes.get(i) ?? null, root, point: pointOf(values, i) });
      }
      return root;
    };
  }
  const drawn = loadedPlot().plot(options);
  isDrawing = false;
  return { drawn, marks: eachOnce(seen) };
}

/** Marks may stand in lists of lists, beside nothing at all and functions that draw by themselves. */
function flat(marks: unknown): { render?: Render }[] {
  if (Array.isArray(marks)) return marks.flatMap((one: unknown) => flat(one));
  return typeof marks === "object" && marks !== null ? [marks] : [];
}

/** Plot binds the number of the datum to its shape. */
function shapesOf(root: Element): ReadonlyMap<unknown, Element> {
  const numberOf = (shape: Element & { readonly __data__?: unknown }) => shape.__data__;
  return new Map([...root.querySelectorAll("*")].map((shape) => [numberOf(shape), shape]));
}

function pointOf(values: Values, i: number): readonly [number, number] {
  return [middle(values, "x", i), middle(values, "y", i)];
}

function middle(values: Values, axis: "x" | "y", i: number): number {
  const ends = [values[`${axis}1`]?.[i], values[`${axis}2`]?.[i]].filter((end) => typeof end === "number");
  const place = values[axis]?.[i];
  if (typeof place === "number") return place;
  return ends.length ? ends.reduce((sum, end) => sum + end, 0) / ends.length : 0;
}

/** A bar, its interval and its label stand for the same customers: the bar is what is gone to. */
function eachOnce(seen: readonly Seen[]): CountingMark[] {
  const best = new Map<string, Seen>();
  for (const one of seen) {
    const known = best.get(one.who.key);
    if (!known || rank(one) < rank(known)) best.set(one.who.key, one);
  }
  return [...new Set(seen.map(({ who }) => who.key))].flatMap((key) => {
    const { who, shape, root, point } = best.get(key)!;
    const svg = root.closest("svg");
    if (!svg) return [];
    return [{ who, svg, box: () => shape?.getBoundingClientRect() ?? around(root, point) }];
  });
}

const order = ["circle", "rect", "path", "line"];

function rank({ shape }: Seen): number {
  if (!shape) return order.length + 1;
  const place = order.indexOf(shape.localName);
  return place < 0 ? order.length : place;
}

function around(root: SVGGraphicsElement, [x, y]: readonly [number, number]): DOMRect {
  const place = new DOMPoint(x, y).matrixTransform(root.getScreenCTM() ?? undefined);
  return new DOMRect(place.x - 4, place.y - 4, 8, 8);
}
