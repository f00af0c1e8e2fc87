import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnView, ModuleDescriptor, RowView } from '../../preload/contract';
import { currentLanguage } from '../app/i18n';
import { formatInstant, formatSpan } from '../ui/format';
import { type ContentWidth, contentWidth } from './content-widths';
import { useDataStore } from './data-store';
import { cellWord, columnLabel } from './labels';
import { useRowsStore } from './rows-store';

const ICON = 20;
const BADGE = 22;
/** What the page's own figures and commas are wider than those of a canvas. */
const ROUNDED = 4;
/** What a row of the table is set in, and ids in it. */
const FONT = '13px';
const CODE_FONT = '12px';

/** The width of each column by what stands in the first rows that were read; not measured again by scrolling. */
export function useContentWidths(columns: readonly ColumnView[]): Record<string, ContentWidth> {
  const { t } = useTranslation('data');
  const app = useTranslation('app');
  const sample = useRowsStore((state) => state.sample);
  const modules = useDataStore((state) => state.modules);
  return useMemo(() => {
    const now = Date.now();
    const words = { t, app: app.t, now, modules };
    return Object.fromEntries(
      columns.map((column) => [
        column.name,
        contentWidth(
          {
            header: columnLabel(column.name, t),
            texts: sample.map((row) => asDrawn(column, textOf(column, row, words))),
            ...besideOf(column),
          },
          measureIn(column.technical),
        ),
      ]),
    );
  }, [columns, sample, modules, t, app.t]);
}

interface Words {
  readonly t: TFunction<'data'>;
  readonly app: TFunction<'app'>;
  readonly now: number;
  readonly modules: readonly ModuleDescriptor[];
}

/** As the cell shows it. */
function textOf({ name, kind }: ColumnView, { cells }: RowView, words: Words): string {
  const cell = cells[name] ?? null;
  if (cell === null) return '';
  if (name === 'expires_at') return formatSpan(Number(cell) - words.now, words.app);
  if (kind === 'instant') return formatInstant(Number(cell));
  const text = String(cell);
  if (name !== 'module_type' && name !== 'event') return cellWord(name, text, words.t);
  const module = words.modules.find(({ type }) => type === cells.module_type);
  const texts = module?.texts[currentLanguage()];
  return (name === 'event' ? texts?.events?.[text] : texts?.name) ?? text;
}

/** Times are drawn in figures that are all as wide as the widest, which a canvas does not know. */
function asDrawn({ kind }: ColumnView, text: string): string {
  return kind === 'instant' ? text.replaceAll(/\d/g, '0') : text;
}

/** Times and the channel are short and read at a glance: they stay whole. */
function besideOf({ name, kind, technical }: ColumnView): { beside?: number; least?: number } {
  if (kind === 'instant') return { beside: ROUNDED };
  if (name === 'channel') return { beside: BADGE };
  if (name === 'email') return { beside: ICON, least: 208 };
  return { least: technical ? 160 : 128 };
}

let context: CanvasRenderingContext2D | null = null;

function measureIn(isCode: boolean): (text: string) => number {
  context ??= document.createElement('canvas').getContext('2d');
  const style = getComputedStyle(document.documentElement);
  const family = style.getPropertyValue(
    isCode ? '--mantine-font-family-monospace' : '--mantine-font-family',
  );
  return (text) => {
    if (!context) return 0;
    context.font = `${isCode ? CODE_FONT : FONT} ${family}`;
    return context.measureText(text).width;
  };
}
