import type { Cell, Notebook, SavedPicture, SavedResult } from "../model";

/**
 * The notebook with each drawing of its results as pixels too: JupyterLab shows a stranger's SVG to nobody. A drawing that
 * this browser cannot turn into pixels stays without.
 */
export async function withPictures(notebook: Notebook, draw: Rasterise = rasterised): Promise<Notebook> {
  const cells: Cell[] = [];
  // One after the other: a notebook with a hundred charts must not hold a hundred canvases at once.
  for (const cell of notebook.cells) {
    const saved = cell.saved && (await pictured(cell.saved, draw));
    cells.push(saved === cell.saved ? cell : { ...cell, saved });
  }
  return { ...notebook, cells };
}

export type Rasterise = (svg: string) => Promise<SavedPicture | null>;

async function pictured(saved: SavedResult, draw: Rasterise): Promise<SavedResult> {
  if (saved.form === "analysis") return { ...saved, figures: await each(saved.figures, draw) };
  if (saved.form === "parts") return { ...saved, shown: await each(saved.shown, draw) };
  return saved;
}

async function each<T extends { readonly svg: string | null; readonly png?: SavedPicture }>(
  shown: readonly T[],
  draw: Rasterise,
): Promise<T[]> {
  const found: T[] = [];
  for (const one of shown) {
    const png = one.png ?? (one.svg === null ? null : await remembered(one.svg, draw));
    found.push(png ? { ...one, png } : one);
  }
  return found;
}

const known = new Map<string, SavedPicture>();
const mostKnown = 100;

/** A notebook is saved again and again with mostly the same charts. */
async function remembered(svg: string, draw: Rasterise): Promise<SavedPicture | null> {
  const before = known.get(svg);
  if (before) return before;
  const made = await draw(svg);
  if (known.size >= mostKnown) known.clear();
  if (made) known.set(svg, made);
  return made;
}

/** A picture that does not come must not keep the notebook from being saved. */
const patienceMs = 3000;

function tooLong(): Promise<never> {
  return new Promise((_, refuse) =>
    setTimeout(() => refuse(new DOMException("no picture yet", "TimeoutError")), patienceMs),
  );
}

/** Half as large again as it is shown, so that it is sharp and the file not too long; no larger than a canvas may be anywhere. */
async function rasterised(svg: string): Promise<SavedPicture | null> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await Promise.race([image.decode(), tooLong()]);
    const { naturalWidth: width, naturalHeight: height } = image;
    const scale = Math.min(1.5, 4096 / Math.max(width, height, 1));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const base64 = /^data:image\/png;base64,(.+)$/.exec(canvas.toDataURL("image/png"))?.[1];
    return base64 === undefined ? null : { base64, width, height };
  } catch (error) {
    // The drawing is still there as SVG and in words.
    if (error instanceof DOMException) return null;
    throw error;
  } finally {
    URL.revokeObjectURL(address);
  }
}
