import { boundsOf, type Bounds } from "./bounds";
import type { DomDocument } from "./document";
import { DomElement } from "./element";
import { Matrix, parseTransform, Point } from "./matrix";
import { spaces } from "./node";
import { textLength } from "./text-box";

export class SvgElement extends DomElement {
  constructor(owner: DomDocument, tag: string) {
    super(owner, spaces.svg, tag);
  }

  get ownerSVGElement(): SvgRoot | null {
    for (let at = this.parentNode; at instanceof DomElement; at = at.parentNode)
      if (at instanceof SvgRoot) return at;
    return null;
  }

  get viewportElement(): SvgRoot | null {
    return this.ownerSVGElement;
  }

  getBBox(): Bounds {
    return boundsOf(this);
  }

  getComputedTextLength(): number {
    return textLength(this);
  }

  /** From this element's units to those of the nearest `<svg>`. */
  getCTM(): Matrix {
    const own = parseTransform(this.getAttribute("transform"));
    const { parentNode: parent } = this;
    return parent instanceof SvgElement ? parent.getCTM().multiply(own) : own;
  }

  getScreenCTM(): Matrix {
    const { x, y } = this.origin();
    return new Matrix(1, 0, 0, 1, x, y).multiply(this.getCTM());
  }

  protected override origin(): { x: number; y: number } {
    const { x, y } = (this instanceof SvgRoot ? this : this.ownerSVGElement)?.place ?? { x: 0, y: 0 };
    return { x, y };
  }
}

interface Length {
  readonly baseVal: { readonly value: number };
}

export class SvgRoot extends SvgElement {
  /**
   * Where its user units begin, in the coordinates of pointer events. The page tells each event's place in both; so the
   * place under the pointer is always right, and the scale between them need not be known.
   */
  place = { x: 0, y: 0 };

  override getCTM(): Matrix {
    return new Matrix();
  }

  createSVGPoint(): Point {
    return new Point();
  }

  createSVGMatrix(): Matrix {
    return new Matrix();
  }

  get width(): Length {
    return length(this, "width", 300);
  }

  get height(): Length {
    return length(this, "height", 150);
  }

  get viewBox(): { readonly baseVal: Bounds } {
    const [x = 0, y = 0, width = 0, height = 0] = (this.getAttribute("viewBox") ?? "")
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    return { baseVal: { x, y, width, height } };
  }
}

function length(element: DomElement, name: string, fallback: number): Length {
  const value = Number.parseFloat(element.getAttribute(name) ?? "");
  return { baseVal: { value: Number.isFinite(value) ? value : fallback } };
}
