type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const mostRemembered = 16;

/** The live state of form controls. What a person is typing is not overwritten by an answer to an earlier key. */
export class TypedValues {
  #sent = new WeakMap<Element, string[]>();

  /** This value was told to the code. */
  told(control: Control): void {
    const sent = this.#sent.get(control) ?? [];
    this.#sent.set(control, [...sent, control.value].slice(-mostRemembered));
  }

  set(element: Element, name: "value" | "checked", value: string | boolean): void {
    if (name === "checked") {
      if (element instanceof HTMLInputElement) element.checked = value === true;
      return;
    }
    if (isControl(element) && typeof value === "string") this.#setValue(element, value);
    else if (element instanceof HTMLProgressElement) element.value = Number(value) || 0;
  }

  #setValue(control: Control, value: string): void {
    if (control.value === value) return;
    const isTyping = control.ownerDocument.activeElement === control;
    if (isTyping && this.#sent.get(control)?.includes(value)) return;
    if (!isTyping || control instanceof HTMLSelectElement || control.selectionStart === null) {
      control.value = value;
      return;
    }
    const { selectionStart, selectionEnd } = control;
    control.value = value;
    control.setSelectionRange(selectionStart, selectionEnd);
  }
}

export function isControl(element: EventTarget | null): element is Control {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  );
}
