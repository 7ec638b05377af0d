/**
 * What of a browser's globals a cell finds: it runs in a worker without network and storage, with a small document of
 * its own. Types of everything else stay, as Plot and D3 speak of them; the values are taken away.
 */
const there = new Set(
  `console document setTimeout clearTimeout setInterval clearInterval queueMicrotask structuredClone performance
requestAnimationFrame cancelAnimationFrame atob btoa TextEncoder TextDecoder URL URLSearchParams AbortController AbortSignal
Event CustomEvent EventTarget Node Element Document DocumentFragment Text Comment NodeFilter HTMLElement HTMLInputElement
HTMLSelectElement HTMLTemplateElement SVGElement SVGSVGElement DOMException Blob File FormData Headers ReadableStream
WritableStream TransformStream CompressionStream DecompressionStream TextEncoderStream TextDecoderStream MessageChannel
OffscreenCanvas Path2D ImageData ImageBitmap DOMMatrix DOMPoint DOMRect crypto reportError`.split(/\s+/),
);

/** Names people try when they want something from outside. */
export const networkNames: ReadonlySet<string> = new Set(
  `fetch XMLHttpRequest WebSocket WebSocketStream EventSource WebTransport Request Response RTCPeerConnection Worker SharedWorker BroadcastChannel
importScripts indexedDB localStorage sessionStorage caches navigator Image`.split(/\s+/),
);

/** `lib.dom.d.ts` without the global values a cell does not have. */
export function withoutMissing(libDom: string): string {
  const kept: string[] = [];
  let skipping = false;
  for (const line of libDom.split("\n")) {
    if (skipping) {
      if (line.startsWith("}")) skipping = false;
      continue;
    }
    const name = /^declare (?:var|const|function) ([\w$]+)/.exec(line)?.[1];
    if (name === undefined || there.has(name)) {
      kept.push(line);
      continue;
    }
    dropComment(kept);
    skipping = line.trimEnd().endsWith("{");
  }
  return kept.join("\n");
}

/** A comment that lost its declaration would be read as the next one's. */
function dropComment(lines: string[]): void {
  if (!lines.at(-1)?.trimEnd().endsWith("*/")) return;
  while (lines.length && !lines.pop()!.trimStart().startsWith("/**"));
}
