/** Events of the small DOM: capture and bubble as in a page. Native events cannot be aimed at nodes that are no native targets. */

export interface EventOptions {
  readonly bubbles?: boolean;
  readonly cancelable?: boolean;
  readonly detail?: unknown;
}

export class DomEvent {
  readonly type: string;
  readonly bubbles: boolean;
  readonly cancelable: boolean;
  readonly detail: unknown;
  readonly timeStamp = performance.now();
  readonly isTrusted = false;
  target: DomEventTarget | null = null;
  currentTarget: DomEventTarget | null = null;
  eventPhase = 0;
  defaultPrevented = false;
  isStopped = false;
  isStoppedAtOnce = false;
  path: readonly DomEventTarget[] = [];

  constructor(type: string, options: EventOptions = {}) {
    this.type = String(type);
    this.bubbles = options.bubbles ?? false;
    this.cancelable = options.cancelable ?? false;
    this.detail = options.detail ?? null;
  }

  preventDefault(): void {
    if (this.cancelable) this.defaultPrevented = true;
  }

  stopPropagation(): void {
    this.isStopped = true;
  }

  stopImmediatePropagation(): void {
    this.isStopped = this.isStoppedAtOnce = true;
  }

  composedPath(): readonly DomEventTarget[] {
    return [...this.path];
  }
}

export type Listener = ((event: DomEvent) => unknown) | { handleEvent(event: DomEvent): unknown };

interface Listening {
  readonly type: string;
  readonly listener: Listener;
  readonly capture: boolean;
  readonly once: boolean;
}

type ListenOptions = boolean | { capture?: boolean; once?: boolean; signal?: AbortSignal } | null | undefined;

export class DomEventTarget {
  listenings: readonly Listening[] = [];

  addEventListener(type: string, listener: Listener | null, options?: ListenOptions): void {
    if (!listener) return;
    const capture = isCapture(options);
    if (this.listenings.some((one) => isSame(one, type, listener, capture))) return;
    const { once = false, signal } = typeof options === "object" && options ? options : {};
    if (signal?.aborted) return;
    const isNew = !this.isListening(type);
    this.listenings = [...this.listenings, { type, listener, capture, once }];
    signal?.addEventListener("abort", () => this.removeEventListener(type, listener, options));
    if (isNew) this.listeningChanged(type, true);
  }

  removeEventListener(type: string, listener: Listener | null, options?: ListenOptions): void {
    const capture = isCapture(options);
    const left = this.listenings.filter((one) => !isSame(one, type, listener, capture));
    if (left.length === this.listenings.length) return;
    this.listenings = left;
    if (!this.isListening(type)) this.listeningChanged(type, false);
  }

  /** False when a listener prevented the default, as in a page. Takes the worker's native events too. */
  dispatchEvent(given: { readonly type: string; readonly bubbles?: boolean }): boolean {
    const event = given instanceof DomEvent ? given : new DomEvent(given.type, given);
    const path: DomEventTarget[] = [this];
    for (let at = this.eventParent(); at; at = at.eventParent()) path.push(at);
    Object.assign(event, { target: this, path, isStopped: false, isStoppedAtOnce: false });
    for (const target of path.slice(1).reverse()) target.hear(event, 1);
    this.hear(event, 2);
    if (event.bubbles) for (const target of path.slice(1)) target.hear(event, 3);
    Object.assign(event, { currentTarget: null, eventPhase: 0 });
    return !event.defaultPrevented;
  }

  isListening(type: string): boolean {
    return this.listenings.some((one) => one.type === type);
  }

  /** Where an event goes from here. */
  eventParent(): DomEventTarget | null {
    return null;
  }

  /** The first listener of a type came, or the last one went. */
  listeningChanged(_type: string, _isOn: boolean): void {}

  /** A listener threw: the others are still called. */
  listenerFailed(error: unknown): void {
    queueMicrotask(() => {
      throw error;
    });
  }

  private hear(event: DomEvent, phase: 1 | 2 | 3): void {
    if (event.isStopped) return;
    Object.assign(event, { currentTarget: this, eventPhase: phase });
    for (const one of this.listenings) {
      if (one.type !== event.type || (phase === 1 && !one.capture) || (phase === 3 && one.capture)) continue;
      if (one.once) this.removeEventListener(one.type, one.listener, one.capture);
      try {
        if (typeof one.listener === "function") one.listener.call(this, event);
        else one.listener.handleEvent(event);
      } catch (error) {
        this.listenerFailed(error);
      }
      if (event.isStoppedAtOnce) return;
    }
  }
}

function isSame(one: Listening, type: string, listener: Listener | null, capture: boolean): boolean {
  return one.type === type && one.listener === listener && one.capture === capture;
}

function isCapture(options: ListenOptions): boolean {
  return typeof options === "object" ? (options?.capture ?? false) : (options ?? false);
}
