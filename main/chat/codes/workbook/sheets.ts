import { AppError } from '../../../../preload/contract';
import { isDateFormat } from './number-text';
import type { WorkbookParts } from './parts';
import { parseAll } from './xml-pieces';

export interface Sheet {
  /** Its place in the workbook, from 0. */
  readonly index: number;
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

/** How numbers look that have a style: days, or digits by a mask. */
export interface NumberStyle {
  readonly isDate: boolean;
  readonly format: string;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly is1904: boolean;
  readonly sharedStrings: string | null;
  readonly styles: readonly NumberStyle[];
}

const MAX_SHEETS = 1_000;

/** What a workbook consists of. @throws AppError `codes.workbook_damaged` */
export async function readWorkbook(parts: WorkbookParts): Promise<Workbook> {
  const root = await relationsOf(parts, '');
  const main = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const relations = await relationsOf(parts, main);
  const sheets: Sheet[] = [];
  let is1904 = false;
  await parseAll(parts.read(main), {
    onOpenTag: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
      const found = relations.find((each) => each.id === id && each.type === 'worksheet');
      if (!found || !parts.has(found.target) || sheets.length >= MAX_SHEETS) return;
      const { name: title = '', state = '' } = attributes;
      const isHidden = state === 'hidden' || state === 'veryHidden';
      sheets.push({
        index: sheets.length,
        name: title.slice(0, 100),
        isHidden,
        part: found.target,
      });
    },
  });
  if (sheets.length === 0) throw new AppError('codes.workbook_damaged');
  const partOf = (wanted: string): string | null => {
    const target = relations.find(({ type }) => type === wanted)?.target;
    return target !== undefined && parts.has(target) ? target : null;
  };
  const styles = await stylesIn(parts, partOf('styles'));
  return { sheets, is1904, sharedStrings: partOf('sharedStrings'), styles };
}

interface Relation {
  readonly id: string;
  /** The last part of its address. */
  readonly type: string;
  readonly target: string;
}

async function relationsOf(parts: WorkbookParts, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const name = `${folder}_rels/${part.slice(slash)}.rels`;
  if (!parts.has(name)) return [];
  const relations: Relation[] = [];
  await parseAll(parts.read(name), {
    onOpenTag: (name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (name !== 'Relationship' || mode === 'External') return;
      relations.push({
        id,
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolved(folder, target),
      });
    },
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  // Only ever a name that is looked for in the zip.
  return new URL(target, `file:///${folder}`).pathname.slice(1);
}

async function stylesIn(parts: WorkbookParts, part: string | null): Promise<NumberStyle[]> {
  if (part === null) return [];
  const formats = new Map<number, string>();
  const ids: number[] = [];
  let isCellStyles = false;
  await parseAll(parts.read(part), {
    onOpenTag: (name, attributes) => {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') isCellStyles = true;
      if (name === 'xf' && isCellStyles) ids.push(Number(attributes.numFmtId ?? 0));
    },
    onCloseTag: (name) => {
      if (name === 'cellXfs') isCellStyles = false;
    },
  });
  return ids.map((id) => ({
    isDate: isDateFormat(id, formats.get(id)),
    format: formats.get(id) ?? '',
  }));
}
