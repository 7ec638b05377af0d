/** One tag of an XML text and the text after it, in document order; enough of XML for what spreadsheets write. */
export interface Tag {
  /** Without the prefix of its namespace; a closing one begins with `/`. */
  readonly name: string;
  readonly attributes: string;
  readonly isEmpty: boolean;
  readonly textAfter: string;
}

/** The tags of a stream, as they arrive. */
export async function* tagsOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<readonly Tag[]> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  try {
    let rest = "";
    for (;;) {
      const { value, done } = await reader.read();
      rest += decoder.decode(value, { stream: !done });
      // The text after the last tag may go on.
      const end = done ? rest.length : rest.lastIndexOf("<");
      if (end > 0) {
        yield tagsIn(rest.slice(0, end));
        rest = rest.slice(end);
      }
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

export function tagsIn(text: string): Tag[] {
  const tags: Tag[] = [];
  for (const [, slash = "", name = "", attributes = "", empty, after = ""] of text.matchAll(tag)) {
    tags.push({ name: slash + name, attributes, isEmpty: empty === "/", textAfter: after });
  }
  return tags;
}

// Comments and declarations begin with ! or ? and match nothing.
const tag = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s[^<>]*?)?)(\/?)>([^<]*)/g;

export function attribute(attributes: string, name: string): string | undefined {
  const [, double, single] =
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? [];
  const value = double ?? single;
  return value === undefined ? undefined : plainText(value);
}

/** Entities, and the `_x000D_` by which spreadsheets write signs that XML does not have. */
export function plainText(text: string): string {
  if (!/[&_]/.test(text)) return text;
  return text
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(lt|gt|amp|quot|apos));/gi, (_, decimal, hex, named) =>
      named
        ? entities[named.toLowerCase() as keyof typeof entities]
        : String.fromCodePoint(parseInt(decimal ?? hex, decimal ? 10 : 16)),
    )
    .replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

const entities = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
