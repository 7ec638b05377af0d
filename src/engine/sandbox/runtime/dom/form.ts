import type { DomDocument } from "./document";
import { DomElement } from "./element";
import { spaces } from "./node";

/** Form controls: the value a person sees, which is not always the attribute. */

export class HtmlElement extends DomElement {
  constructor(owner: DomDocument, tag: string) {
    super(owner, spaces.html, tag);
  }
}

export class DomInput extends HtmlElement {
  private typed: string | null = null;
  private isTicked: boolean | null = null;

  get value(): string {
    const written = this.typed ?? this.getAttribute("value");
    if (this.type === "range") return inRange(this, written);
    if (this.type === "checkbox" || this.type === "radio") return written ?? "on";
    if (this.type === "number") return written !== null && Number.isFinite(Number(written)) ? written : "";
    return written ?? "";
  }

  set value(value: string) {
    this.typed = String(value ?? "");
    this.watcher?.propertyChanged(this, "value");
  }

  get checked(): boolean {
    return this.isTicked ?? this.hasAttribute("checked");
  }

  set checked(isOn: boolean) {
    this.isTicked = Boolean(isOn);
    this.watcher?.propertyChanged(this, "checked");
    if (isOn && this.type === "radio") for (const other of this.group()) other.checked = false;
  }

  get valueAsNumber(): number {
    const { type, value } = this;
    if (!value) return Number.NaN;
    return type === "number" || type === "range"
      ? Number(value)
      : (this.valueAsDate?.getTime() ?? Number.NaN);
  }

  set valueAsNumber(value: number) {
    this.value = Number.isNaN(value) ? "" : String(value);
  }

  get valueAsDate(): Date | null {
    if (!/^(date|month|datetime-local)$/.test(this.type) || !this.value) return null;
    const date = new Date(this.type === "datetime-local" ? `${this.value}Z` : this.value);
    return Number.isNaN(date.getTime()) ? null : date;
  }

  set valueAsDate(date: Date | null) {
    this.value = date ? date.toISOString().slice(0, this.type === "month" ? 7 : 10) : "";
  }

  get type(): string {
    return (this.getAttribute("type") ?? "text").toLowerCase();
  }

  set type(type: string) {
    this.setAttribute("type", type);
  }

  /** What the page must set because attributes do not say it. */
  get live(): { value?: string; checked?: boolean } {
    return {
      ...(this.typed === null ? {} : { value: this.value }),
      ...(this.isTicked === null ? {} : { checked: this.isTicked }),
    };
  }

  select(): void {}

  private group(): DomInput[] {
    const name = this.getAttribute("name");
    if (!name) return [];
    const root = this.getRootNode();
    const all =
      root instanceof DomElement ? root.querySelectorAll("input") : this.owner.querySelectorAll("input");
    return [...all].filter(
      (one): one is DomInput =>
        one instanceof DomInput &&
        one !== this &&
        one.type === "radio" &&
        one.getAttribute("name") === name &&
        one.checked,
    );
  }
}

/** As a slider has it: between its ends, on its steps, in the middle when nothing is said. */
function inRange(input: DomInput, written: string | null): string {
  const number = (name: string, fallback: number) => {
    const text = input.getAttribute(name);
    return text !== null && text !== "" && Number.isFinite(Number(text)) ? Number(text) : fallback;
  };
  const [min, max] = [number("min", 0), number("max", 100)];
  const isGiven = written !== null && written !== "" && Number.isFinite(Number(written));
  const wanted = isGiven ? Number(written) : max < min ? min : min + (max - min) / 2;
  const inside = Math.max(min, Math.min(max, wanted));
  if (input.getAttribute("step") === "any") return String(inside);
  const step = Math.abs(number("step", 1)) || 1;
  const steps = Math.min(Math.round((inside - min) / step), Math.floor((max - min) / step + 1e-9));
  return String(Number((min + Math.max(0, steps) * step).toPrecision(15)));
}

export class DomOption extends HtmlElement {
  private isChosen: boolean | null = null;

  get value(): string {
    return this.getAttribute("value") ?? this.text;
  }

  set value(value: string) {
    this.setAttribute("value", value);
  }

  get text(): string {
    return (this.textContent ?? "").trim().replace(/\s+/g, " ");
  }

  get selected(): boolean {
    return this.isChosen ?? this.hasAttribute("selected");
  }

  set selected(isOn: boolean) {
    const select = this.closest("select");
    if (isOn && select instanceof DomSelect && !select.multiple)
      for (const option of select.options) option.isChosen = false;
    this.isChosen = Boolean(isOn);
    if (select instanceof DomSelect) select.choiceChanged();
  }
}

export class DomSelect extends HtmlElement {
  private isSet = false;

  get options(): DomOption[] {
    return [...this.querySelectorAll("option")].filter((one): one is DomOption => one instanceof DomOption);
  }

  get multiple(): boolean {
    return this.hasAttribute("multiple");
  }

  set multiple(isOn: boolean) {
    this.toggleAttribute("multiple", Boolean(isOn));
  }

  get type(): string {
    return this.multiple ? "select-multiple" : "select-one";
  }

  get selectedOptions(): DomOption[] {
    const { options } = this;
    const chosen = options.filter((option) => option.selected);
    if (this.multiple) return chosen;
    const one = chosen.at(-1) ?? options.find((option) => !option.hasAttribute("disabled"));
    return one ? [one] : [];
  }

  get selectedIndex(): number {
    const [first] = this.selectedOptions;
    return first ? this.options.indexOf(first) : -1;
  }

  set selectedIndex(index: number) {
    for (const [i, option] of this.options.entries()) option.selected = i === index;
  }

  get value(): string {
    return this.selectedOptions[0]?.value ?? "";
  }

  /** Several values of a select that takes several: one a line. */
  set value(value: string) {
    const wanted = this.multiple ? String(value).split("\n") : [String(value)];
    for (const option of this.options) option.selected = wanted.includes(option.value);
  }

  get length(): number {
    return this.options.length;
  }

  get live(): { value?: string } {
    return this.isSet ? { value: this.selectedOptions.map((option) => option.value).join("\n") } : {};
  }

  choiceChanged(): void {
    this.isSet = true;
    this.watcher?.propertyChanged(this, "value");
  }
}

export class DomTextArea extends HtmlElement {
  private typed: string | null = null;

  readonly type = "textarea";

  get value(): string {
    return this.typed ?? this.textContent ?? "";
  }

  set value(value: string) {
    this.typed = String(value ?? "");
    this.watcher?.propertyChanged(this, "value");
  }

  get live(): { value?: string } {
    return this.typed === null ? {} : { value: this.typed };
  }
}

export class DomOutput extends HtmlElement {
  get value(): string {
    return this.textContent ?? "";
  }

  set value(value: string) {
    this.textContent = String(value ?? "");
  }
}

export class DomForm extends HtmlElement {
  get elements(): DomElement[] {
    return [...this.querySelectorAll("input, select, textarea, button, output")];
  }
}
