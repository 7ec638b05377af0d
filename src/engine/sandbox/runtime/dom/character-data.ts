import { DomNode, type NodeOwner } from "./node";

class CharacterData extends DomNode {
  private written: string;

  constructor(owner: NodeOwner | null, nodeType: number, nodeName: string, text: string) {
    super(owner, nodeType, nodeName);
    this.written = text;
  }

  get data(): string {
    return this.written;
  }

  set data(text: string) {
    if (text === this.written) return;
    this.written = text;
    this.watcher?.textChanged(this);
  }

  get length(): number {
    return this.written.length;
  }

  override get nodeValue(): string {
    return this.written;
  }

  override set nodeValue(text: string | null) {
    this.data = String(text ?? "");
  }

  override get textContent(): string {
    return this.written;
  }

  override set textContent(text: string | null) {
    this.data = String(text ?? "");
  }
}

export class DomText extends CharacterData {
  constructor(owner: NodeOwner | null, text: string) {
    super(owner, 3, "#text", text);
  }

  override copy(): DomText {
    return new DomText(this.owner, this.data);
  }
}

export class DomComment extends CharacterData {
  constructor(owner: NodeOwner | null, text: string) {
    super(owner, 8, "#comment", text);
  }

  override copy(): DomComment {
    return new DomComment(this.owner, this.data);
  }
}
