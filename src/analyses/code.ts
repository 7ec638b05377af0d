/** TypeScript that a person takes over: written with the `code` tag, values as holes. */
export interface Code {
  readonly text: string;
}

export type CodeValue = string | number | boolean | Code;

/**
 * Values become literals; a fragment of several lines keeps the indentation of the place it is put in, and a line that
 * holds nothing but an empty fragment (`none`) goes. Inside, `\`` and `\${` write a template literal.
 */
export function code(strings: TemplateStringsArray, ...holes: readonly CodeValue[]): Code {
  const [first = "", ...rest] = withoutMargin(strings);
  const text = rest.reduce((before, part, i) => before + inPlace(holes[i]!, before) + part, first);
  return { text: text.replaceAll(emptyLine, "").replaceAll(/[ \t]+$/gm, "") };
}

/** A fragment that takes its line away with it. */
export const none: Code = { text: "\ue000" };

const emptyLine = /^[ \t]*\ue000[ \t]*(?:\n|$)/gm;

/** An empty line after a fragment: `inLines(fragment, blank)`. */
export const blank: Code = { text: "" };

/** A text with `${…}` in it as a template literal. */
export function template(text: string): Code {
  return { text: `\`${text}\`` };
}

/** A long text as strings that are put together, one a line. */
export function prose(text: string): Code {
  const lines = wrapped(text, 96).map((line, i, all) =>
    JSON.stringify(i < all.length - 1 ? `${line} ` : line),
  );
  return { text: lines.join(" +\n") };
}

/** A text as lines of comment, broken between words. */
export function comment(text: string): Code {
  return {
    text: wrapped(text, 96)
      .map((line) => `// ${line}`)
      .join("\n"),
  };
}

/** Some fragments, one a line. */
export function inLines(...fragments: readonly Code[]): Code {
  return fragments.length ? { text: fragments.map(({ text }) => text).join("\n") } : none;
}

/** Fields with plain values, on one line: `{ color: "currentColor", fontSize: "12px" }`. */
export function objectOf(fields: object): Code {
  const written = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return { text: `{ ${written.join(", ")} }` };
}

function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.length - 1;
    if (last >= 0 && lines[last]!.length + word.length < most) lines[last] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}

function inPlace(value: CodeValue, before: string): string {
  if (typeof value !== "object") return JSON.stringify(value);
  const indent = /(?:^|\n)([ \t]*)[^\n]*$/.exec(before)?.[1] ?? "";
  return value.text.replaceAll(/\n(?!\n)/g, `\n${indent}`);
}

function withoutMargin(strings: readonly string[]): string[] {
  const hole = "\u0000";
  const [first = "", ...others] = strings.join(hole).split("\n");
  const margin = Math.min(...others.filter((line) => line.trim()).map((line) => /^ */.exec(line)![0].length));
  return [first, ...others.map((line) => line.slice(Number.isFinite(margin) ? margin : 0))]
    .join("\n")
    .trim()
    .split(hole);
}
