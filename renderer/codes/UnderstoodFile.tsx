import { Alert, Button, Checkbox, Group, List, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CodeColumns, CodeFileLayout } from '../../preload/contract';
import { ColumnsTable } from './ColumnsTable';
import { LayoutFields } from './LayoutFields';
import type { Understood } from './use-import';

interface Props {
  file: Understood;
  isBusy: boolean;
  onCorrect: (change: Partial<CodeFileLayout>) => void;
  onAssign: (columns: CodeColumns) => void;
  onRead: () => void;
  onAnother: () => void;
}

/** What was understood of a file, to be corrected before any of it is read. */
export function UnderstoodFile({ file, isBusy, onCorrect, onAssign, onRead, onAnother }: Props) {
  const { t } = useTranslation('codes');
  const { sample, columns } = file;
  const { notes, width } = sample;
  const isEach = columns.code === 'each';
  return (
    <Stack gap="sm" flex={1} aria-busy={isBusy}>
      <LayoutFields sample={sample} onCorrect={onCorrect} />
      {notes.length > 0 && (
        <List size="sm" aria-label={t('import.understood')}>
          {notes.map((note) => (
            <List.Item key={note}>{t(`notes.${note}`)}</List.Item>
          ))}
        </List>
      )}
      <ColumnsTable sample={sample} columns={columns} onAssign={onAssign} />
      {width > 1 && (
        <Checkbox
          label={t('import.each')}
          checked={isEach}
          onChange={(event) =>
            onAssign(
              event.currentTarget.checked
                ? { code: 'each', uses: null, points: null }
                : { ...columns, code: null },
            )
          }
        />
      )}
      {columns.code === null && <Alert color="orange">{t('import.chooseColumn')}</Alert>}
      <Group justify="space-between" gap="xs" mt="auto">
        <Button variant="default" disabled={isBusy} onClick={onAnother}>
          {t('import.another')}
        </Button>
        <Button disabled={isBusy || columns.code === null} onClick={onRead}>
          {t('import.next')}
        </Button>
      </Group>
    </Stack>
  );
}
