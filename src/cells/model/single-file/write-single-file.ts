import { sha256 } from "../ledger/sha256";
import { escapedHtml, inertJson } from "./inert-text";
import { blockType, type PackedFile, type SingleFile } from "./single-file";

/**
 * The page as pieces of text, in order; together they may be longer than one string should be. What is in it runs nothing by
 * itself but the program's start, and its policy lets it speak to nobody.
 */
export function writeSingleFile({ program, notebook, data, title, language, words }: SingleFile): string[] {
  if (/<\/script|<!--/i.test(program.start)) throw new Error("the program's start would end its own block");
  const block = (type: string, marks: string, text: string) =>
    `<script type="${type}" ${marks}>${text}</script>\n`;
  const packed = (part: string, { name, packed: text }: PackedFile, marks = "") =>
    block(blockType.packed, `data-ebb="${part}" data-name="${escapedHtml(name)}"${marks}`, base64(text));
  return [
    `<!doctype html>
<html lang="${escapedHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(program)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Ebb">
<title>${escapedHtml(title || "Ebb")}</title>
<style>${style}</style>
</head>
<body>
<div id="root"><p id="ebb-opening">${escapedHtml(words.opening)}</p></div>
<p id="ebb-failed" hidden>${escapedHtml(words.failed)}</p>
<noscript><p>${escapedHtml(words.failed)}</p></noscript>
`,
    block(blockType.notebook, `data-ebb="notebook"`, inertJson(notebook)),
    ...data.map((one) => packed("data", one, ` data-table="${escapedHtml(one.table)}"`)),
    block(blockType.json, `data-ebb="words"`, inertJson(JSON.stringify({ language, ...words }))),
    block(blockType.json, `data-ebb="manifest"`, inertJson(program.manifest)),
    block(blockType.json, `data-ebb="frame"`, inertJson(JSON.stringify(program.frame))),
    ...program.files.map((one) => packed("file", one)),
    `<script>${program.start}</script>\n</body>\n</html>\n`,
  ];
}

/**
 * As strict as that of the page from a server, and stricter where the file needs nothing: no address is ever asked, not even
 * its own. The frame of the sandbox is part of this page, and so is under this policy beside its own.
 */
function policyOf({ start, frame }: SingleFile["program"]): string {
  const inline = /<script>([^]*?)<\/script>/.exec(frame)?.[1] ?? "";
  return [
    "default-src 'none'",
    `script-src '${hashOf(start)}' '${hashOf(inline)}' blob: 'wasm-unsafe-eval'`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "font-src data: blob:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** As a policy names a script: https://www.w3.org/TR/CSP3/#match-element-to-source-list */
export function hashOf(script: string): string {
  const bytes = sha256(script).match(/../g)!;
  return `sha256-${btoa(bytes.map((byte) => String.fromCharCode(parseInt(byte, 16))).join(""))}`;
}

function base64(text: string): string {
  if (/[^A-Za-z0-9+/=]/.test(text)) throw new Error("not base64");
  return text;
}

const style = `body{margin:0}#ebb-opening,#ebb-failed{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:20vh auto;padding:0 1rem}`;
