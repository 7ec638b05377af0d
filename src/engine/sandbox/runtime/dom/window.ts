import type { DomDocument } from "./document";
import type { DomElement } from "./element";
import { DomEvent, DomEventTarget, type EventOptions } from "./event";

/** An event with whatever else its maker says of it: `clientX`, `key`, `deltaY`. */
export class DomUiEvent extends DomEvent {
  constructor(type: string, options: EventOptions & Readonly<Record<string, unknown>> = {}) {
    super(type, options);
    for (const [name, value] of Object.entries(options))
      if (!(name in this)) Object.assign(this, { [name]: value });
  }
}

/** `document.defaultView`, and `window` for libraries that look for one. */
export class DomWindow extends DomEventTarget {
  readonly Event = DomEvent;
  readonly CustomEvent = DomEvent;
  readonly UIEvent = DomUiEvent;
  readonly MouseEvent = DomUiEvent;
  readonly PointerEvent = DomUiEvent;
  readonly WheelEvent = DomUiEvent;
  readonly KeyboardEvent = DomUiEvent;
  readonly devicePixelRatio = 1;
  readonly innerWidth = 1024;
  readonly innerHeight = 768;
  private waiting = new Map<number, (time: number) => void>();
  private lastFrame = 0;
  private lastRequest = 0;
  /** Called after the callbacks of a frame: the time to send what they changed. */
  onFrame: (() => void) | null = null;

  constructor(readonly document: DomDocument) {
    super();
  }

  /**
   * Sixty times a second at most. The worker's own stands still, because the frame around it is never painted; the first
   * one after a pause comes at once.
   */
  readonly requestAnimationFrame = (callback: (time: number) => void): number => {
    if (!this.waiting.size) setTimeout(this.frame, Math.max(0, this.lastFrame + 16 - performance.now()));
    this.waiting.set(++this.lastRequest, callback);
    return this.lastRequest;
  };

  readonly cancelAnimationFrame = (request: number): void => {
    this.waiting.delete(request);
  };

  readonly getComputedStyle = (element: DomElement) => element.style;

  readonly matchMedia = (media: string) => ({
    matches: false,
    media,
    addEventListener() {},
    addListener() {},
  });

  override listenerFailed(error: unknown): void {
    this.document.listenerFailed(error);
  }

  override listeningChanged(type: string, isOn: boolean): void {
    this.document.onListening?.(type, isOn);
  }

  private readonly frame = (): void => {
    this.lastFrame = performance.now();
    const callbacks = [...this.waiting.values()];
    this.waiting = new Map();
    for (const callback of callbacks) {
      try {
        callback(this.lastFrame);
      } catch (error) {
        this.listenerFailed(error);
      }
    }
    this.onFrame?.();
  };
}
