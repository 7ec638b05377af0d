import type { DomElement } from "./element";

interface Attribute {
  readonly name: string;
  readonly value: string;
}

/** `element.attributes`, live: who removes attributes while walking over them sees them move up. */
export class AttributeList implements Iterable<Attribute> {
  readonly [index: number]: Attribute;

  constructor(private readonly element: DomElement) {
    return new Proxy(this, {
      get: (target, key) =>
        typeof key === "string" && /^\d+$/.test(key) ? target.item(Number(key)) : Reflect.get(target, key),
    });
  }

  get length(): number {
    return this.element.attributeValues.size;
  }

  item(index: number): Attribute | undefined {
    return [...this][index];
  }

  getNamedItem(name: string): Attribute | null {
    const value = this.element.getAttribute(name);
    return value === null ? null : { name, value };
  }

  *[Symbol.iterator](): Iterator<Attribute> {
    for (const [name, value] of this.element.attributeValues) yield { name, value };
  }
}
