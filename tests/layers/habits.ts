import { withoutComments, type SourceFile } from "./source-file";

const mostLines = 300;
const namesOfNothing = /(^|[-.])(utils?|common|helpers?|misc)(?=[-.]|$)|^(hooks|services|types)$/;

/** Names of XML languages: they look like addresses and are never asked for. */
const xmlNames =
  /http:\/\/www\.w3\.org\/(1998\/Math\/MathML|1999\/xhtml|1999\/xlink|2000\/svg|2000\/xmlns\/)|http:\/\/purl\.org\/dc\/elements\/1\.1\/|http:\/\/schemas\.openxmlformats\.org\/(officeDocument\/2006\/relationships|package\/2006|spreadsheetml\/2006\/main)/g;

/** Where a person's own language is written: the texts, and the patterns that know Russian column names. */
const mayHoldCyrillic = /(\/texts\/|[/-]ru\.ts$|guess[^/]*\.ts$)/;

/** Sentences that name each file which is too long, named after nothing, or speaks to a foreign address. */
export function brokenHabits(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => [...tooLong(file), ...badName(file), ...unstatedExceptions(file)]);
}

export function brokenWords(files: readonly SourceFile[]): string[] {
  // What has neither in its comments has neither in its code, and need not be parsed.
  const suspects = files.filter(({ text }) => /:\/\/|[\u0400-\u04ff]/.test(text));
  return suspects.flatMap((file) => {
    const code = withoutComments(file);
    return [...foreignAddresses(file.path, code), ...cyrillic(file.path, code)];
  });
}

function tooLong({ path, text }: SourceFile): string[] {
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  return lines > mostLines ? [`${path}: ${lines} lines, more than ${mostLines}`] : [];
}

function badName({ path }: SourceFile): string[] {
  const bad = path.split("/").find((part) => namesOfNothing.test(part));
  return bad ? [`${path}: "${bad}" is a name of nothing`] : [];
}

function unstatedExceptions({ path, text }: SourceFile): string[] {
  return text
    .split("\n")
    .filter((line) => /\b(es|ox)lint-disable|@ts-(ignore|expect-error|nocheck)/.test(line))
    .filter((line) => !/((es|ox)lint-disable\S* .* -- \S|@ts-expect-error \S)/.test(line))
    .map((line) => `${path}: an exception without its reason: ${line.trim()}`);
}

function foreignAddresses(path: string, code: string): string[] {
  return [...code.replace(xmlNames, "").matchAll(/\b(?:https?|wss?):\/\/[^\s"'`)<]*/g)].map(
    ([address]) => `${path}: foreign address ${address}`,
  );
}

function cyrillic(path: string, code: string): string[] {
  const found = mayHoldCyrillic.test(path) ? null : /[\u0400-\u04ff]+/.exec(code);
  return found ? [`${path}: Cyrillic outside the texts: ${found[0]}`] : [];
}
