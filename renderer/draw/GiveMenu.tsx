import { Button, Menu } from '@mantine/core';
import { ChevronDown, FileSpreadsheet, Mail, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DrawnPlace, type DrawView, Language, type PrintOut } from '../../preload/contract';
import { notify } from '../app/notify';
import { ExportDialog } from '../export/ExportDialog';
import { LetterDialog } from './LetterDialog';

/** As many rows can be named at once; see DataFilter. */
const MAX_ROWS = 10_000;

interface Props {
  draw: DrawView;
  /** Whom the files are about. */
  winners: readonly DrawnPlace[];
}

type Giving = { step: 'letter' } | { step: 'export'; print?: PrintOut } | null;

/** What those in charge need to hand over the prizes: exports, with all that exports ask for. */
export function GiveMenu({ draw, winners }: Props) {
  const { t, i18n } = useTranslation('draw');
  const [giving, setGiving] = useState<Giving>(null);
  // As it was when the dialog opened: a selection may change behind it.
  const rows = winners.flatMap(({ row }) => row ?? []);
  const [about, setAbout] = useState<number[]>([]);
  if (rows.length === 0) return null;
  const begin = (next: Giving) => {
    if (rows.length > MAX_ROWS) return notify(t('give.tooMany', { count: MAX_ROWS }));
    setAbout(rows);
    setGiving(next);
  };
  const print = (kind: PrintOut['kind'], language: Language): Giving => ({
    step: 'export',
    print: { drawId: draw.id, kind, language },
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
            onClick={() => begin({ step: 'letter' })}
          >
            {t('give.letters')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Printer size={16} aria-hidden />}
            onClick={() => begin(print('list', Language.parse(i18n.language)))}
          >
            {t('give.list')}
          </Menu.Item>
          <Menu.Item
            leftSection={<FileSpreadsheet size={16} aria-hidden />}
            onClick={() => begin({ step: 'export' })}
          >
            {t('give.table')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {giving?.step === 'letter' && (
        <LetterDialog
          draw={draw}
          onGoOn={(language) => setGiving(print('letters', language))}
          onClose={() => setGiving(null)}
        />
      )}
      {giving?.step === 'export' && (
        <ExportDialog
          tables={WINNERS}
          filter={{ includeIds: about }}
          {...(giving.print && { print: giving.print })}
          onClose={() => setGiving(null)}
        />
      )}
    </>
  );
}

const WINNERS = ['winners'] as const;
