/** How an output of another program is shown: the first of its forms that is safe by itself. */
export type ShownForm =
  | { readonly kind: "text"; readonly content: string; readonly tone: "plain" | "aside" | "error" }
  /** A data: address. */
  | { readonly kind: "picture"; readonly content: string }
  /** Not yet gone through. */
  | { readonly kind: "markdown" | "html"; readonly content: string }
  /** Names of the forms it has. */
  | { readonly kind: "none"; readonly content: string };

/** nbformat's outputs are checked when they are read; here only what is shown of them is looked at. */
export function formsOf(output: unknown): ShownForm {
  if (!isObject(output)) return { kind: "none", content: typeof output };
  const { output_type: type, text, ename, evalue, traceback, data } = output;
  if (type === "stream")
    return { kind: "text", content: textOf(text) ?? "", tone: output.name === "stderr" ? "aside" : "plain" };
  if (type === "error") {
    const lines = Array.isArray(traceback) ? traceback.filter((line) => typeof line === "string") : [];
    const head = [ename, evalue].filter((one) => typeof one === "string" && one).join(": ");
    return { kind: "text", content: lines.length ? lines.join("\n") : head, tone: "error" };
  }
  return isObject(data) ? ofBundle(data) : { kind: "none", content: String(type) };
}

/** Pictures before HTML: a chart's HTML is a program as a rule, and its picture is beside it. */
function ofBundle(data: Readonly<Record<string, unknown>>): ShownForm {
  for (const type of pictureTypes) {
    const base64 = textOf(data[type])?.replace(/\s/g, "");
    if (base64 && /^[A-Za-z0-9+/]+=*$/.test(base64)) {
      return { kind: "picture", content: `data:${type};base64,${base64}` };
    }
  }
  const svg = textOf(data["image/svg+xml"]);
  if (svg)
    return { kind: "picture", content: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(whole(svg))}` };
  for (const kind of ["markdown", "html"] as const) {
    const rich = textOf(data[`text/${kind}`]);
    if (rich?.trim()) return { kind, content: rich };
  }
  for (const type of [
    "text/plain",
    "text/latex",
    ...Object.keys(data).filter((one) => /^text\//.test(one)),
  ]) {
    const plain = textOf(data[type]);
    if (plain !== undefined) return { kind: "text", content: plain, tone: "plain" };
  }
  if ("application/json" in data) {
    return { kind: "text", content: JSON.stringify(data["application/json"], null, 1), tone: "plain" };
  }
  return { kind: "none", content: Object.keys(data).join(", ") || "–" };
}

const pictureTypes = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp"];

/** About how much text an output is, in UTF-16 units. */
export function sizeOf(output: unknown): number {
  let size = 0;
  const waiting = [output];
  while (waiting.length) {
    const one = waiting.pop();
    if (typeof one === "string") size += one.length;
    else if (typeof one === "object" && one !== null)
      for (const inner of Object.values(one)) waiting.push(inner);
    else size += 4;
  }
  return size;
}

/** Without the colours of a terminal, and the other signs that steer one. */
export function textOfOutput(text: string): string {
  return text.replace(steering, "");
}

const steering =
  // eslint-disable-next-line no-control-regex -- these are what is taken out
  /\u001b\[[0-9;?]*[ -/]*[@-~]|\u001b[@-_]|[\u0000-\u0008\u000b\u000c\u000e-\u001a\u007f]/g;

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return Array.isArray(value) && value.every((line) => typeof line === "string") ? value.join("") : undefined;
}

/** Half a pair of surrogates cannot stand in an address. */
function whole(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
