type Disabling = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | HTMLButtonElement;

/** Controls whose code is gone do nothing: they are switched off, and on again when the code comes back. */
export class FrozenControls {
  #host: HTMLElement;
  #frozen = new Set<Disabling>();

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  freeze(isFrozen: boolean): void {
    if (!isFrozen) {
      for (const control of this.#frozen) control.disabled = false;
      this.#frozen.clear();
      return;
    }
    for (const control of this.#host.querySelectorAll<Disabling>("input, textarea, select, button")) {
      if (control.disabled) continue;
      control.disabled = true;
      this.#frozen.add(control);
    }
  }
}
