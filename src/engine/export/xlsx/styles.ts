/** Numbers of the styles in `xl/styles.xml`, from 0. */
export const styles = {
  general: 0,
  text: 1,
  header: 2,
  date: 3,
  timestamp: 4,
  milliseconds: 5,
  time: 6,
  timeMs: 7,
};

const formats = [
  "yyyy\\-mm\\-dd",
  "yyyy\\-mm\\-dd\\ hh:mm:ss",
  "yyyy\\-mm\\-dd\\ hh:mm:ss.000",
  "hh:mm:ss",
  "hh:mm:ss.000",
];
/** The first number that is free for formats of one's own. ECMA-376-1, 18.8.30. */
const firstFormat = 164;
/** `@`: what is typed over a text stays a text. */
const textFormat = 49;

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${formats
  .map((code, i) => `<numFmt numFmtId="${firstFormat + i}" formatCode="${code}"/>`)
  .join(
    "",
  )}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${3 + formats.length}">${[
  xf(0, 0),
  xf(textFormat, 0),
  xf(textFormat, 1),
  ...formats.map((_, i) => xf(firstFormat + i, 0)),
].join(
  "",
)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function xf(format: number, font: number): string {
  return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
}
