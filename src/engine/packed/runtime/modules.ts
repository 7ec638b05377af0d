import type { ModulePlace, ProgramManifest } from "../manifest";
import { addressOf, type ReadPacked } from "./own-files";
import { unpacked } from "./packed-bytes";

/**
 * The program's modules as addresses of this page's own. A module is made after those it imports, because their addresses
 * stand in its text; modules that are imported later are made when they are asked for. The build sees to it that there
 * are no circles.
 */
export function openModules(
  { files, preload }: Pick<ProgramManifest, "files" | "preload">,
  read: ReadPacked,
): (file: string) => Promise<string> {
  const made = new Map<string, Promise<string>>();

  function addressFor(file: string): Promise<string> {
    const known = made.get(file);
    if (known) return known;
    const making = make(file);
    made.set(file, making);
    return making;
  }

  async function make(file: string): Promise<string> {
    const text = file === preload.file ? withStyles(preload.name) : await placed(file);
    return URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  }

  async function placed(file: string): Promise<string> {
    const places = files[file];
    if (!places) throw new Error(`not within this page: ${file}`);
    const needed = places.map(async ([, , what, target]) =>
      what === "static" ? addressFor(target) : target,
    );
    const [text, targets] = await Promise.all([
      read(file).then((packed) => unpacked(packed).text()),
      Promise.all(needed),
    ]);
    return withPlaces(text, places, (place, i) => {
      if (place[2] === "static") return targets[i]!;
      if (place[2] === "meta") return `({url:${JSON.stringify(addressOf(file))}})`;
      return `ebbPacked.load(${JSON.stringify(place[3])}`;
    });
  }

  return addressFor;
}

/** Places are in order and do not overlap. */
export function withPlaces(
  text: string,
  places: readonly ModulePlace[],
  put: (place: ModulePlace, i: number) => string,
): string {
  let end = 0;
  const parts = places.flatMap((place, i) => {
    const before = text.slice(end, place[0]);
    end = place[1];
    return [before, put(place, i)];
  });
  return [...parts, text.slice(end)].join("");
}

/** The build's own way to wait for styles asks a server for them. */
function withStyles(name: string): string {
  return `export const ${name} = (load, files = [], from = "") => ebbPacked.styles(files, from).then(load);`;
}
