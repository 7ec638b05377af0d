import { importsOf, type SourceFile } from "./source-file";

/** From the person to the stored rows; an import points to the same layer or further down. */
const layers = [
  "src/main",
  "src/cells/view",
  "src/cells/session",
  "src/cells/kinds",
  "src/cells/model",
  "src/analyses",
  "src/engine",
];

/** Seen from outside, these are one thing with one door. */
const withDoor = ["src/engine", "src/analyses"];

/** Sentences that name each import which goes up the chain or around a door. */
export function brokenChain(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const from = layerOf(file.path);
    if (from === undefined) return [`${file.path}: lies in no layer`];
    return importsOf(file)
      .filter((one) => one.isOwn && one.target.startsWith("src/"))
      .flatMap(({ target }) => {
        const to = layerOf(target);
        if (to === undefined) return [`${file.path}: imports ${target}, which lies in no layer`];
        if (layers.indexOf(to) < layers.indexOf(from))
          return [`${file.path}: imports ${target}, up the chain`];
        if (to !== from && withDoor.includes(to) && !isDoor(target, to))
          return [`${file.path}: imports ${target}, past the door ${to}/index.ts`];
        return [];
      });
  });
}

function layerOf(path: string): string | undefined {
  return layers.find((layer) =>
    layer === "src/main" ? /^src\/main(\.tsx?)?$/.test(path) : path === layer || path.startsWith(`${layer}/`),
  );
}

function isDoor(target: string, layer: string): boolean {
  return target === layer || target === `${layer}/index`;
}
