/** SVG's coordinates: x' = a x + c y + e, y' = b x + d y + f. */
export class Matrix {
  constructor(
    readonly a = 1,
    readonly b = 0,
    readonly c = 0,
    readonly d = 1,
    readonly e = 0,
    readonly f = 0,
  ) {}

  multiply(m: Matrix): Matrix {
    return new Matrix(
      this.a * m.a + this.c * m.b,
      this.b * m.a + this.d * m.b,
      this.a * m.c + this.c * m.d,
      this.b * m.c + this.d * m.d,
      this.a * m.e + this.c * m.f + this.e,
      this.b * m.e + this.d * m.f + this.f,
    );
  }

  /** Throws where there is none, as a page does. */
  inverse(): Matrix {
    const { a, b, c, d, e, f } = this;
    const det = a * d - b * c;
    if (!det) throw new Error("matrix without an inverse");
    return new Matrix(d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det);
  }

  translate(x: number, y = 0): Matrix {
    return this.multiply(new Matrix(1, 0, 0, 1, x, y));
  }

  scale(x: number, y = x): Matrix {
    return this.multiply(new Matrix(x, 0, 0, y));
  }
}

export class Point {
  constructor(
    public x = 0,
    public y = 0,
  ) {}

  matrixTransform({ a, b, c, d, e, f }: Matrix): Point {
    return new Point(a * this.x + c * this.y + e, b * this.x + d * this.y + f);
  }
}

/** What a `transform` attribute says. Unknown parts are as if they were not there. */
export function parseTransform(text: string | null): Matrix {
  let matrix = new Matrix();
  for (const [, kind, inside = ""] of (text ?? "").matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const n = inside
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number.parseFloat);
    const [x = 0, y] = n;
    if (kind === "translate") matrix = matrix.translate(x, y ?? 0);
    else if (kind === "scale") matrix = matrix.scale(x, y ?? x);
    else if (kind === "matrix" && n.length === 6) matrix = matrix.multiply(new Matrix(...n));
    else if (kind === "rotate") {
      const [cx, cy] = [n[1] ?? 0, n[2] ?? 0];
      const [cos, sin] = [Math.cos((x * Math.PI) / 180), Math.sin((x * Math.PI) / 180)];
      matrix = matrix
        .translate(cx, cy)
        .multiply(new Matrix(cos, sin, -sin, cos))
        .translate(-cx, -cy);
    } else if (kind === "skewX") matrix = matrix.multiply(new Matrix(1, 0, Math.tan((x * Math.PI) / 180)));
    else if (kind === "skewY") matrix = matrix.multiply(new Matrix(1, Math.tan((x * Math.PI) / 180)));
  }
  return matrix;
}
