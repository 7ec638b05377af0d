import type { DomElement } from "./element";

/** `element.classList`. */
export class TokenList implements Iterable<string> {
  constructor(
    private readonly element: DomElement,
    private readonly attribute: string,
  ) {}

  get value(): string {
    return this.element.getAttribute(this.attribute) ?? "";
  }

  set value(text: string) {
    this.element.setAttribute(this.attribute, text);
  }

  get length(): number {
    return this.tokens().size;
  }

  item(index: number): string | null {
    return [...this][index] ?? null;
  }

  contains(token: string): boolean {
    return this.tokens().has(token);
  }

  add(...tokens: readonly string[]): void {
    this.value = [...new Set([...this, ...tokens])].join(" ");
  }

  remove(...tokens: readonly string[]): void {
    if (this.element.hasAttribute(this.attribute))
      this.value = [...this].filter((token) => !tokens.includes(token)).join(" ");
  }

  toggle(token: string, force = !this.contains(token)): boolean {
    if (force) this.add(token);
    else this.remove(token);
    return force;
  }

  replace(old: string, token: string): boolean {
    if (!this.contains(old)) return false;
    this.value = [...new Set([...this].map((one) => (one === old ? token : one)))].join(" ");
    return true;
  }

  forEach(visit: (token: string) => void): void {
    for (const token of this) visit(token);
  }

  toString(): string {
    return this.value;
  }

  [Symbol.iterator](): Iterator<string> {
    return this.tokens().values();
  }

  private tokens(): Set<string> {
    return new Set(this.value.split(/\s+/).filter(Boolean));
  }
}
