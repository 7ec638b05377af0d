import { scopeNames } from "./compiled-cell";

/**
 * Names that are there without any cell: of the language, of a worker, and of a page as far as people would look for them.
 * The last ones (`fetch`, `window`) are taken away in the sandbox and say so there. Everyday words that a browser happens to
 * have too (`name`, `status`, `event`, `location`, `history`, `parent`, `top`) are left to cells.
 */
const language = words(`
  globalThis Infinity NaN undefined arguments eval isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent
  encodeURI encodeURIComponent escape unescape
  Object Function Boolean Symbol Number BigInt Math Date Temporal String RegExp JSON Intl Reflect Proxy Atomics
  Error AggregateError EvalError RangeError ReferenceError SuppressedError SyntaxError TypeError URIError
  Array Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator Promise DisposableStack AsyncDisposableStack
  ArrayBuffer SharedArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array
  Uint32Array BigInt64Array BigUint64Array Float16Array Float32Array Float64Array WebAssembly`);

const worker = words(`
  self console performance crypto atob btoa structuredClone queueMicrotask reportError
  setTimeout clearTimeout setInterval clearInterval requestAnimationFrame cancelAnimationFrame
  URL URLSearchParams URLPattern TextEncoder TextDecoder AbortController AbortSignal Event EventTarget CustomEvent
  MessageChannel MessagePort MessageEvent DOMException Blob File FileReader FormData Headers Request Response
  ReadableStream WritableStream TransformStream CompressionStream DecompressionStream
  TextEncoderStream TextDecoderStream ImageData ImageBitmap createImageBitmap OffscreenCanvas Path2D
  DOMMatrix DOMPoint DOMRect`);

const page = words(`
  window document navigator fetch XMLHttpRequest WebSocket WebSocketStream EventSource WebTransport RTCPeerConnection
  Worker SharedWorker BroadcastChannel importScripts postMessage localStorage sessionStorage indexedDB caches
  alert confirm prompt DOMParser XMLSerializer HTMLElement SVGElement getComputedStyle`);

/** What a compiled body calls; see `CompiledCell`. */
const calls = words("__result __define __view");

const scope: ReadonlySet<string> = new Set(scopeNames);

export function isScopeName(name: string): boolean {
  return scope.has(name);
}

/** There without any cell: no cell defines it, and to use it makes no cell depend on another. */
export function isKnownName(name: string): boolean {
  return language.has(name) || worker.has(name) || page.has(name);
}

export function isReservedName(name: string): boolean {
  return isScopeName(name) || isKnownName(name) || calls.has(name);
}

export function isCallOfBody(name: string): boolean {
  return calls.has(name);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
