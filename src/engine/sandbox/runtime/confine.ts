import { kept, refused } from "./known-globals";

/**
 * Takes from the worker's global what cells have no use for. The wall is the content security policy and the opaque origin;
 * this makes errors that say what is the matter, and leaves less to try. `also` are globals the runtime made itself.
 */
export function confine(scope: object, also: readonly string[]): void {
  const ours = new Set(also);
  for (let holder = scope; holder !== Object.prototype; holder = Object.getPrototypeOf(holder) as object) {
    for (const name of Object.getOwnPropertyNames(holder)) {
      if (kept.has(name) || ours.has(name)) continue;
      // A few cannot be removed (`undefined` is kept above; a browser may have others): those become unusable below.
      Reflect.deleteProperty(holder, name);
    }
    if (Object.getPrototypeOf(holder) === null) break;
  }
  for (const [name, reason] of Object.entries(refused))
    if (!ours.has(name)) Reflect.defineProperty(scope, name, refusal(name, reason));
}

/** Called, made with `new`, or looked into: it says why it is not there. `typeof` works, as libraries ask by it. */
function refusal(name: string, reason: string): PropertyDescriptor {
  const refuse = (): never => {
    throw new Error(`${name}: ${reason}`);
  };
  const stub = new Proxy(function unavailable() {}, {
    apply: refuse,
    construct: refuse,
    set: refuse,
    get: (target, key) => (typeof key === "symbol" || key in target ? Reflect.get(target, key) : refuse()),
  });
  return { value: stub, writable: false, configurable: false, enumerable: false };
}
