import { stylesXml } from "./styles";
import { xmlText } from "./xml-text";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
export const sheetNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const media = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const propertiesPath = "docProps/core.xml";
export const sheetPath = "xl/worksheets/sheet1.xml";

/** All files of a workbook but the sheet itself. ECMA-376-2. */
export function workbookParts(sheetName: string, receipt?: string | null): Readonly<Record<string, string>> {
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="${media}.${type}+xml"/>`;
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (all: string) =>
    `${declaration}<Relationships xmlns="${packages}/relationships">${all}</Relationships>`;
  return {
    "[Content_Types].xml": `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("xl/workbook.xml", "sheet.main")}${override(sheetPath, "worksheet")}${override("xl/styles.xml", "styles")}${receipt ? `<Override PartName="/${propertiesPath}" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` : ""}</Types>`,
    "_rels/.rels": relations(
      relation(1, "officeDocument", "xl/workbook.xml") +
        (receipt
          ? `<Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="${propertiesPath}"/>`
          : ""),
    ),
    "xl/workbook.xml": `${declaration}<workbook xmlns="${sheetNamespace}" xmlns:r="${office}"><sheets><sheet name="${xmlText(sheetNameOf(sheetName))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      relation(1, "worksheet", "worksheets/sheet1.xml") + relation(2, "styles", "styles.xml"),
    ),
    "xl/styles.xml": stylesXml,
    ...(receipt && { [propertiesPath]: propertiesXml(receipt) }),
  };
}

/** The part that programs show as "comments" among a file's properties. ECMA-376-2, 11.1. */
function propertiesXml(description: string): string {
  const core = `xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`;
  return `${declaration}<cp:coreProperties ${core}><dc:creator>Ebb</dc:creator><dc:description>${xmlText(description)}</dc:description></cp:coreProperties>`;
}

/** At most 31 signs, some of which may not be in it; `History` is Excel's own. */
export function sheetNameOf(title: string): string {
  const name = title
    .replace(/[\p{Cc}\p{Cs}[\]:*?/\\]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^'+/, "");
  const short = cut(name, 31).trim().replace(/'+$/, "");
  return !short || short.toLowerCase() === "history" ? "Sheet1" : short;
}

/** Not in the middle of a sign that is made of two units. */
function cut(text: string, most: number): string {
  let kept = "";
  for (const sign of text) {
    if (kept.length + sign.length > most) break;
    kept += sign;
  }
  return kept;
}
