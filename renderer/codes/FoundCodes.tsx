import { Alert, Button, Checkbox, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodeFilePreview, CodePool } from '../../preload/contract';
import { RowIssues } from './RowIssues';

interface Props {
  preview: CodeFilePreview;
  pool: CodePool | undefined;
  isBusy: boolean;
  onConfirm: (name: string) => void;
  onAnother: () => void;
}

/** What a file holds: nothing of it is imported before the user has agreed to that. */
export function FoundCodes({ preview, pool, isBusy, onConfirm, onAnother }: Props) {
  const { t } = useTranslation('codes');
  const { fileName, encoding, codes, problems } = preview;
  const [name, setName] = useState(pool?.name ?? fileName.replace(/\.[^.]*$/, '').slice(0, 120));
  const [leavesOut, setLeavesOut] = useState(false);
  const isMissing = name.trim() === '';
  const isReady = codes > 0 && !isMissing && (problems === 0 || leavesOut);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onConfirm(name);
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <div>
          <Text fw={600}>{t('import.found', { count: codes })}</Text>
          <Text size="sm" c="dimmed">
            {t('import.file', { file: fileName, encoding: t(`encodings.${encoding}`) })}
          </Text>
        </div>
        {codes > 0 && <FirstRows rows={preview.rows} />}
        {problems > 0 && (
          <Alert color="orange" title={t('import.problems', { count: problems })}>
            <Stack gap="xs">
              <RowIssues issues={preview.issues} total={problems} />
              {codes > 0 && (
                <Checkbox
                  label={t('import.leaveOut')}
                  checked={leavesOut}
                  onChange={(event) => setLeavesOut(event.currentTarget.checked)}
                />
              )}
            </Stack>
          </Alert>
        )}
        {!pool && codes > 0 && (
          <TextInput
            label={t('import.name')}
            value={name}
            maxLength={120}
            error={isMissing && t('import.nameMissing')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <Group justify="space-between" gap="xs">
          <Button variant="default" disabled={isBusy} onClick={onAnother}>
            {t('import.another')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!isReady}>
            {t('import.confirm', { count: codes })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function FirstRows({ rows }: Pick<CodeFilePreview, 'rows'>) {
  const { t } = useTranslation('codes');
  return (
    <Table fz="sm" verticalSpacing={4} withTableBorder aria-label={t('import.first')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" w={80}>
            {t('import.line')}
          </Table.Th>
          <Table.Th scope="col">{t('import.code')}</Table.Th>
          <Table.Th scope="col" ta="right" w={120}>
            {t('import.uses')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ line, code, maxUses }) => (
          <Table.Tr key={line}>
            <Table.Td c="dimmed">{line}</Table.Td>
            <Table.Td ff="monospace" style={{ overflowWrap: 'anywhere' }}>
              {code}
            </Table.Td>
            <Table.Td ta="right">{maxUses}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
