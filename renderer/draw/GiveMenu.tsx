import { Button, Menu } from '@mantine/core';
import { ChevronDown, FileSpreadsheet, Mail, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type DrawnPlace, type DrawView, Language, type PrintOut } from '../../preload/contract';
import { notify } from '../app/notify';
import { useKept } from '../app/place';
import { ExportDialog } from '../export/ExportDialog';
import { LetterDialog } from './LetterDialog';

/** As many rows can be named at once; see DataFilter. */
const MAX_ROWS = 10_000;

interface Props {
  draw: DrawView;
  /** Whom the files are about. */
  winners: readonly DrawnPlace[];
}

interface Exporting {
  rows: readonly number[];
  print?: PrintOut;
}

/** What those in charge need to hand over the prizes: exports, with all that exports ask for. */
export function GiveMenu({ draw, winners }: Props) {
  const { t, i18n } = useTranslation('draw');
  const rows = winners.flatMap(({ row }) => row ?? []);
  // As they were when the dialog opened: a selection may change behind it.
  const [writingTo, setWritingTo] = useKept(`draws.${draw.id}.letter`, Rows.nullable(), null);
  const [exporting, setExporting] = useState<Exporting | null>(null);
  if (rows.length === 0) return null;
  const begin = (open: () => void) => () =>
    rows.length > MAX_ROWS ? notify(t('give.tooMany', { count: MAX_ROWS })) : open();
  const print = (kind: PrintOut['kind'], language: Language): PrintOut => ({
    drawId: draw.id,
    kind,
    language,
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<ChevronDown size={16} aria-hidden />}>
            {t('give.action')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('give.hint', { count: rows.length })}</Menu.Label>
          <Menu.Item
            leftSection={<Mail size={16} aria-hidden />}
            onClick={begin(() => setWritingTo(rows))}
          >
            {t('give.letters')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Printer size={16} aria-hidden />}
            onClick={begin(() =>
              setExporting({ rows, print: print('list', Language.parse(i18n.language)) }),
            )}
          >
            {t('give.list')}
          </Menu.Item>
          <Menu.Item
            leftSection={<FileSpreadsheet size={16} aria-hidden />}
            onClick={begin(() => setExporting({ rows }))}
          >
            {t('give.table')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {writingTo && (
        <LetterDialog
          draw={draw}
          onGoOn={(language) => {
            setWritingTo(null);
            setExporting({ rows: writingTo, print: print('letters', language) });
          }}
          onClose={() => setWritingTo(null)}
        />
      )}
      {exporting && (
        <ExportDialog
          tables={WINNERS}
          filter={{ includeIds: [...exporting.rows] }}
          {...(exporting.print && { print: exporting.print })}
          onClose={() => setExporting(null)}
        />
      )}
    </>
  );
}

const WINNERS = ['winners'] as const;
const Rows = z.array(z.number());
