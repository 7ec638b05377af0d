/** What the language gives, and what of the browser cannot reach anything. Everything else goes before a cell runs. */
export const kept = new Set(
  `
  Object Function Array Number Boolean String Symbol BigInt Math JSON Date RegExp Promise Proxy Reflect Atomics Intl
  Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator AsyncIterator Temporal
  Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError InternalError
  ArrayBuffer SharedArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array
  Uint32Array Float16Array Float32Array Float64Array BigInt64Array BigUint64Array DisposableStack AsyncDisposableStack
  NaN Infinity undefined globalThis eval isNaN isFinite parseInt parseFloat escape unescape
  decodeURI decodeURIComponent encodeURI encodeURIComponent
  self console crypto Crypto SubtleCrypto CryptoKey performance Performance
  setTimeout clearTimeout setInterval clearInterval requestAnimationFrame cancelAnimationFrame queueMicrotask
  structuredClone reportError atob btoa addEventListener removeEventListener dispatchEvent
  EventTarget Event CustomEvent ErrorEvent MessageEvent PromiseRejectionEvent AbortController AbortSignal DOMException
  URL URLSearchParams TextEncoder TextDecoder TextEncoderStream TextDecoderStream Blob File FormData Headers
  ReadableStream WritableStream TransformStream ReadableStreamDefaultReader WritableStreamDefaultWriter
  CompressionStream DecompressionStream CountQueuingStrategy ByteLengthQueuingStrategy
  OffscreenCanvas OffscreenCanvasRenderingContext2D CanvasGradient CanvasPattern Path2D TextMetrics ImageData ImageBitmap
  DOMMatrix DOMMatrixReadOnly DOMPoint DOMPointReadOnly DOMRect DOMRectReadOnly DOMQuad
  MessageChannel MessagePort WebAssembly constructor toString toLocaleString valueOf hasOwnProperty isPrototypeOf
  propertyIsEnumerable __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__
  `
    .trim()
    .split(/\s+/),
);

/** What people will look for, and the way out instead. */
export const refused: Readonly<Record<string, string>> = {
  ...sameFor(
    "no network here: put the file into the notebook and read it with sql or table",
    "fetch XMLHttpRequest WebSocket WebSocketStream EventSource WebTransport RTCPeerConnection Request Response",
  ),
  ...sameFor(
    "no other scripts here: what is in scope is Plot, d3, sql, table, html, svg, md, analyse, display, view",
    "importScripts Worker SharedWorker ServiceWorker",
  ),
  ...sameFor(
    "nothing is stored here: the notebook keeps the code, and names carry values to other cells",
    "indexedDB IDBFactory caches CacheStorage localStorage sessionStorage cookieStore",
  ),
  ...sameFor(
    "no page here: return or display what is to be shown",
    "postMessage BroadcastChannel close window parent top opener alert confirm prompt open Notification navigator location",
  ),
};

function sameFor(reason: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(" ").map((name) => [name, reason]));
}
