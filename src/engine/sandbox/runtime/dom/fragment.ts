import type { DomDocument } from "./document";
import { DomElement } from "./element";
import { HtmlElement } from "./form";
import { DomNode, HTMLCollection, type NodeList } from "./node";
import { allMatching, firstMatching } from "./selector";

export class DomFragment extends DomNode {
  constructor(override readonly owner: DomDocument) {
    super(owner, 11, "#document-fragment");
  }

  override get ownerDocument(): DomDocument {
    return this.owner;
  }

  get children(): HTMLCollection<DomElement> {
    return HTMLCollection.from(
      this.childNodes.filter((child): child is DomElement => child instanceof DomElement),
    ) as HTMLCollection<DomElement>;
  }

  get firstElementChild(): DomElement | null {
    return this.children[0] ?? null;
  }

  get lastElementChild(): DomElement | null {
    return this.children.at(-1) ?? null;
  }

  querySelector(selector: string): DomElement | null {
    return firstMatching(this, selector);
  }

  querySelectorAll(selector: string): NodeList<DomElement> {
    return allMatching(this, selector);
  }

  override copy(): DomFragment {
    return new DomFragment(this.owner);
  }
}

export class DomTemplate extends HtmlElement {
  readonly content = new DomFragment(this.owner);

  override get innerHTML(): string {
    const holder = this.owner.createElement("div");
    holder.append(this.content.cloneNode(true));
    return holder.innerHTML;
  }

  override set innerHTML(html: string) {
    this.content.replaceChildren();
    super.innerHTML = html;
  }
}
