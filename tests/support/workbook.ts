import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': '<Types/>',
  '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook ${NAMESPACES}><sheets><sheet name="Codes" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATION}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${RELATION}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
};

/** A workbook whose parts are written by hand: `rows` is what stands in the sheet, parts replace others. */
export async function workbookOf(
  rows: string,
  parts: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  const sheet = `<?xml version="1.0"?><worksheet ${NAMESPACES}><sheetData>${rows}</sheetData></worksheet>`;
  return zipOf({ ...PARTS, 'xl/worksheets/sheet1.xml': sheet, ...parts });
}

export async function zipOf(
  parts: Readonly<Record<string, string>>,
  password?: string,
): Promise<Buffer> {
  const zip = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, text] of Object.entries(parts))
    await zip.add(name, new TextReader(text), password === undefined ? {} : { password });
  return Buffer.from(await zip.close());
}
