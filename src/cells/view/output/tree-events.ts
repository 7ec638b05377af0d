import type { TreeEvent } from "../../../engine";
import { linkedAddress } from "./tree-attributes";
import { eventDetails } from "./event-details";
import { FrozenControls } from "./frozen-controls";
import { isControl, type TypedValues } from "./typed-values";

type Send = (event: Omit<TreeEvent, "part">) => void;

/** Without these on the way up: what happens at a node concerns that node alone. */
const alone = new Set(["pointerenter", "pointerleave", "mouseenter", "mouseleave"]);
/** So many of them come that one a frame is enough. */
const coalesced = new Set(["pointermove", "mousemove", "wheel"]);
const known = new Set([
  ...alone,
  ...coalesced,
  ..."pointerdown pointerup pointerover pointerout pointercancel mousedown mouseup mouseover mouseout".split(
    " ",
  ),
  ..."click dblclick contextmenu input change keydown keyup focus blur focusin focusout submit reset toggle".split(
    " ",
  ),
]);

/** Tells the code what happens where it listens, and keeps everything from the page that is the page's own business. */
export class TreeEvents {
  #host: HTMLElement;
  #idOf: (node: Node) => number | undefined;
  #typed: TypedValues;
  #onLink: (address: string) => void;
  #send: Send | null = null;
  #listening = new Map<string, Set<Element>>();
  #waiting = new Map<string, { readonly node: Element; readonly event: Event }>();
  #frame = 0;
  #ended = new AbortController();
  #frozen: FrozenControls;

  constructor(
    host: HTMLElement,
    idOf: (node: Node) => number | undefined,
    typed: TypedValues,
    onLink: (address: string) => void,
  ) {
    this.#host = host;
    this.#idOf = idOf;
    this.#typed = typed;
    this.#onLink = onLink;
    this.#frozen = new FrozenControls(host);
    this.#on("submit", (event) => event.preventDefault());
    this.#on("click", (event) => this.#follow(event));
    this.#on(
      "keydown",
      (event) => event instanceof KeyboardEvent && event.key === "Enter" && this.#follow(event),
    );
  }

  connect(send: Send | null): void {
    this.#send = send;
    this.#frozen.freeze(send === null);
  }

  listen(element: Element, type: string, on: boolean): void {
    if (!known.has(type)) return;
    let elements = this.#listening.get(type);
    if (!elements) {
      if (!on) return;
      this.#listening.set(type, (elements = new Set()));
      this.#on(type, (event) => this.#happened(type, event));
    }
    if (on) elements.add(element);
    else elements.delete(element);
  }

  forget(element: Element): void {
    for (const elements of this.#listening.values()) elements.delete(element);
  }

  close(): void {
    cancelAnimationFrame(this.#frame);
    this.#ended.abort();
  }

  #on(type: string, listener: (event: Event) => void): void {
    this.#host.addEventListener(type, listener, {
      capture: true,
      passive: type !== "wheel" && type !== "click" && type !== "keydown" && type !== "submit",
      signal: this.#ended.signal,
    });
  }

  #happened(type: string, event: Event): void {
    const node = event.target;
    if (!this.#send || !(node instanceof Element) || !this.#isHeard(type, node)) return;
    if (type === "wheel") {
      // A turn of the wheel scrolls the page; with Ctrl it is for the figure.
      if (!(event as WheelEvent).ctrlKey && !(event as WheelEvent).metaKey) return;
      event.preventDefault();
    }
    if (coalesced.has(type)) {
      this.#waiting.set(type, { node, event });
      this.#frame ||= requestAnimationFrame(() => this.#flush());
      return;
    }
    this.#flush();
    if (isControl(node) && (type === "input" || type === "change")) this.#typed.told(node);
    this.#tell(node, event);
  }

  #isHeard(type: string, node: Element): boolean {
    const elements = this.#listening.get(type);
    if (!elements?.size) return false;
    if (alone.has(type)) return elements.has(node);
    for (let up: Element | null = node; up && up !== this.#host; up = up.parentElement)
      if (elements.has(up)) return true;
    return false;
  }

  #flush(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { node, event } of waiting) if (this.#host.contains(node)) this.#tell(node, event);
  }

  #tell(target: Element, event: Event): void {
    const node = this.#idOf(target);
    if (node !== undefined)
      this.#send?.({ node, type: event.type, ...eventDetails(this.#host, target, event) });
  }

  /** Links: within the tree they scroll, out of the page they are for the person to decide. */
  #follow(event: Event): void {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || !this.#host.contains(link)) return;
    const address = linkedAddress(link);
    const id = link.getAttribute("href")?.slice(1);
    if (address === undefined && id === undefined) return;
    event.preventDefault();
    if (address !== undefined) this.#onLink(address);
    // Ids of a tree have no quotes and no escapes.
    else this.#host.querySelector(`[id="${id}"]`)?.scrollIntoView({ block: "nearest" });
  }
}
