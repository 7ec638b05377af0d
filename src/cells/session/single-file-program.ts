import { packedPage } from "../../engine";
import { frameWithin, programIn, type PackedFile, type PackedProgram } from "../model/single-file";
import { packedBase64 } from "./single-file-bytes";

/** Hundreds of small files, and an engine of thirty megabytes. */
const atOnce = 6;

let program: Promise<PackedProgram> | null = null;

/** What this very page runs on, packed once: from its server, or from its own file. */
export function ownProgram(): Promise<PackedProgram> {
  program ??= (packedPage() ? Promise.resolve(programIn(document)) : fromServer()).catch((error: unknown) => {
    program = null;
    throw error;
  });
  return program;
}

async function fromServer(): Promise<PackedProgram> {
  const [manifest, start, frame] = await Promise.all(
    ["single-file.json", "single-file.js", "sandbox.html"].map(async (name) => (await own(name)).text()),
  );
  const { files } = listIn(manifest!);
  const names = Object.keys(files);
  const packed = new Map<string, string>();
  const left = [...names];
  const packNext = async (): Promise<void> => {
    for (let name = left.shift(); name !== undefined; name = left.shift())
      packed.set(name, await packedBase64(await own(name)));
  };
  await Promise.all(Array.from({ length: atOnce }, packNext));
  return {
    start: start!,
    frame: frameWithin(frame!),
    manifest: manifest!,
    files: names.map((name): PackedFile => ({ name, packed: packed.get(name)! })),
  };
}

async function own(name: string): Promise<Blob> {
  const answer = await fetch(new URL(name, document.baseURI));
  if (!answer.ok) throw new Error(`not found: ${name}`);
  return answer.blob();
}

/** A page that was not built has no such list: its server answers with something else. */
function listIn(manifest: string): { readonly files: object } {
  try {
    return JSON.parse(manifest) as { files: object };
  } catch (cause) {
    throw new Error("only a built page can be packed into a file", { cause });
  }
}
