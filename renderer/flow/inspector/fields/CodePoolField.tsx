import { Button, Select, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { FileUp } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodes } from '../../../codes/codes-store';
import { ImportDialog } from '../../../codes/ImportDialog';
import type { SpecialFieldProps } from './special-field';

/** Codes that were imported into the workspace, or are imported now. */
export function CodePoolField({ input, value, onChange }: SpecialFieldProps) {
  const { t } = useTranslation(['codes', 'app']);
  const { pools, load } = useCodes();
  const [isImporting, { open, close }] = useDisclosure(false);

  useEffect(() => void load(), [load]);

  const data = (pools ?? []).map(({ id, name, size }) => ({
    value: id,
    label: `${name} (${t('app:count', { count: size })})`,
  }));
  return (
    <Stack gap={6} align="flex-start">
      <Select
        {...input}
        w="100%"
        data={data}
        value={value || null}
        searchable
        clearable
        onChange={(id) => onChange(id ?? '')}
      />
      <Button
        variant="default"
        size="xs"
        leftSection={<FileUp size={14} aria-hidden />}
        onClick={open}
      >
        {t('import.action')}
      </Button>
      {isImporting && (
        <ImportDialog
          onClose={close}
          onImported={(id) => {
            onChange(id);
            void load();
          }}
        />
      )}
    </Stack>
  );
}
