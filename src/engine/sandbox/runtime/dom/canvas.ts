import { HtmlElement } from "./form";
import { encodePng } from "./png";
import { rgb } from "d3";

export class DomImage extends HtmlElement {
  get width(): number {
    return Number(this.getAttribute("width")) || 0;
  }

  set width(width: number) {
    this.setAttribute("width", width);
  }

  get height(): number {
    return Number(this.getAttribute("height")) || 0;
  }

  set height(height: number) {
    this.setAttribute("height", height);
  }
}

/** As far as legends and rasters need one: pixels in, PNG out. With the worker's OffscreenCanvas everything else too. */
export class DomCanvas extends HtmlElement {
  private context: PixelContext | OffscreenCanvasRenderingContext2D | null = null;

  get width(): number {
    return size(this.getAttribute("width"), 300);
  }

  set width(width: number) {
    this.setAttribute("width", width);
    this.context = null;
  }

  get height(): number {
    return size(this.getAttribute("height"), 150);
  }

  set height(height: number) {
    this.setAttribute("height", height);
    this.context = null;
  }

  getContext(kind: string): PixelContext | OffscreenCanvasRenderingContext2D | null {
    if (kind !== "2d") return null;
    if (!this.context) {
      const { width, height } = this;
      if (width * height > mostPixels) throw new RangeError(`canvas too large: ${width} × ${height} pixels`);
      this.context =
        typeof OffscreenCanvas === "undefined"
          ? new PixelContext(this, width, height)
          : (new OffscreenCanvas(width, height).getContext("2d") ?? new PixelContext(this, width, height));
    }
    return this.context;
  }

  toDataURL(): string {
    const { width, height } = this;
    const { data } = this.getContext("2d")!.getImageData(0, 0, width, height);
    return `data:image/png;base64,${base64(encodePng(width, height, data))}`;
  }
}

const mostPixels = 16_000_000;

/** For places without OffscreenCanvas: filled rectangles and whole images. */
export class PixelContext {
  fillStyle = "#000";
  private readonly pixels: Uint8ClampedArray;

  constructor(
    readonly canvas: DomCanvas,
    private readonly width: number,
    private readonly height: number,
  ) {
    this.pixels = new Uint8ClampedArray(width * height * 4);
  }

  fillRect(left: number, top: number, width: number, height: number): void {
    const { r, g, b, opacity } = rgb(this.fillStyle);
    for (let y = Math.max(0, top); y < Math.min(this.height, top + height); y++)
      for (let x = Math.max(0, left); x < Math.min(this.width, left + width); x++)
        this.pixels.set([r, g, b, opacity * 255], 4 * (y * this.width + x));
  }

  createImageData(width: number, height: number) {
    return { width, height, data: new Uint8ClampedArray(width * height * 4) };
  }

  getImageData(_x: number, _y: number, width: number, height: number) {
    return { width, height, data: this.pixels };
  }

  putImageData({ data }: { readonly data: Uint8ClampedArray }): void {
    this.pixels.set(data.subarray(0, this.pixels.length));
  }
}

function size(text: string | null, fallback: number): number {
  const value = Number.parseInt(text ?? "", 10);
  return value >= 0 ? value : fallback;
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
