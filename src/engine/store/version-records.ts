import { packed, unpackedText } from "./packed";
import type { Change, Records } from "./records";
import type { DeletedCell, Store } from "./store";
import { superfluous, type VersionEntry } from "./versions";

const mostDeleted = 200;

type Versions = Pick<
  Store,
  | "saveVersion"
  | "versionsOf"
  | "readVersion"
  | "nameVersion"
  | "copyVersions"
  | "keepDeleted"
  | "deletedCellsOf"
  | "forgetDeleted"
>;

/** Versions and deleted cells over any records. */
export function versionsOver(records: Records, now: () => number): Versions {
  const versionsOf = async (notebook: string) =>
    ((await records.all("versions")) as readonly VersionEntry[])
      .filter((version) => version.notebook === notebook)
      .toSorted((a, b) => b.made - a.made);
  const deletedOf = async (notebook: string) =>
    ((await records.all("deletedCells")) as readonly DeletedCell[])
      .filter((one) => one.notebook === notebook)
      .toSorted((a, b) => b.deleted - a.deleted);
  return {
    async saveVersion({ text, ...said }) {
      const content = await packed(typeof text === "string" ? [text] : text);
      const version: VersionEntry = { id: crypto.randomUUID(), made: now(), bytes: content.size, ...said };
      const others = await versionsOf(said.notebook);
      await records.change([
        { put: "versions", key: version.id, value: version },
        { put: "versionTexts", key: version.id, value: content },
        ...superfluous([version, ...others], now()).flatMap(({ id }) => without(id)),
      ]);
      return version;
    },

    versionsOf,

    async readVersion(id) {
      const content = await records.read("versionTexts", id);
      return content instanceof Blob ? unpackedText(content) : null;
    },

    async nameVersion(id, name) {
      const found = (await records.read("versions", id)) as VersionEntry | undefined;
      if (found) await records.change([{ put: "versions", key: id, value: { ...found, name } }]);
    },

    async copyVersions(from, to) {
      const changes = await Promise.all(
        (await versionsOf(from)).map(async (version): Promise<readonly Change[]> => {
          const id = crypto.randomUUID();
          return [
            { put: "versions", key: id, value: { ...version, id, notebook: to } },
            { put: "versionTexts", key: id, value: await records.read("versionTexts", version.id) },
          ];
        }),
      );
      await records.change(changes.flat());
    },

    async keepDeleted(cell) {
      const kept: DeletedCell = { ...cell, id: crypto.randomUUID(), deleted: now() };
      const tooMany = (await deletedOf(cell.notebook)).slice(mostDeleted - 1);
      await records.change([
        { put: "deletedCells", key: kept.id, value: kept },
        ...tooMany.map(({ id }): Change => ({ remove: "deletedCells", key: id })),
      ]);
    },

    deletedCellsOf: deletedOf,

    forgetDeleted: (id) => records.change([{ remove: "deletedCells", key: id }]),
  };
}

/** All that is to be taken away with a notebook. */
export async function versionsWith(records: Records, notebook: string): Promise<readonly Change[]> {
  const of = ({ notebook: its }: { readonly notebook: string }) => its === notebook;
  const versions = (await records.all("versions")) as readonly VersionEntry[];
  const deleted = (await records.all("deletedCells")) as readonly DeletedCell[];
  return [
    ...versions.filter(of).flatMap(({ id }) => without(id)),
    ...deleted.filter(of).map(({ id }): Change => ({ remove: "deletedCells", key: id })),
  ];
}

function without(version: string): readonly Change[] {
  return [
    { remove: "versions", key: version },
    { remove: "versionTexts", key: version },
  ];
}
