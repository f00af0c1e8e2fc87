import { Alert, Button, Checkbox, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodeFilePreview, CodePool } from '../../preload/contract';
import { RepeatedRows, RowIssues } from './RowIssues';

interface Props {
  preview: CodeFilePreview;
  pool: CodePool | undefined;
  hasPoints: boolean;
  isBusy: boolean;
  onConfirm: (name: string) => void;
  onBack: () => void;
}

/** What a file holds: nothing of it is imported before the user has agreed to that. */
export function FoundCodes({ preview, pool, hasPoints, isBusy, onConfirm, onBack }: Props) {
  const { t } = useTranslation('codes');
  const { fileName, codes, problems, repeats, warnings } = preview;
  const [name, setName] = useState(pool?.name ?? fileName.replace(/\.[^.]*$/, '').slice(0, 120));
  const [leavesOut, setLeavesOut] = useState(false);
  const isMissing = name.trim() === '';
  const isReady = codes > 0 && !isMissing && (problems === 0 || leavesOut);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onConfirm(name);
  };

  return (
    <Stack component="form" gap="sm" flex={1} onSubmit={submit}>
      <Text fw={600}>{t('import.found', { count: codes })}</Text>
      {codes > 0 && <FirstRows rows={preview.rows} hasPoints={hasPoints} />}
      {warnings.map((warning) => (
        <Alert key={warning} color="orange">
          {t(`warnings.${warning}`)}
        </Alert>
      ))}
      {repeats > 0 && (
        <Alert color="gray" title={t('import.repeats', { count: repeats })}>
          <RepeatedRows repeated={preview.repeated} total={repeats} />
        </Alert>
      )}
      {problems > 0 && (
        <Alert color="orange" title={t('import.problems', { count: problems })}>
          <Stack gap="xs">
            <RowIssues
              issues={preview.issues}
              total={problems}
              label={t('import.problems', { count: problems })}
            />
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
      <Group justify="space-between" gap="xs" mt="auto">
        <Button variant="default" disabled={isBusy} onClick={onBack}>
          {t('import.back')}
        </Button>
        <Button type="submit" loading={isBusy} disabled={!isReady}>
          {t('import.confirm', { count: codes })}
        </Button>
      </Group>
    </Stack>
  );
}

function FirstRows({ rows, hasPoints }: Pick<CodeFilePreview, 'rows'> & { hasPoints: boolean }) {
  const { t } = useTranslation('codes');
  return (
    <Table.ScrollContainer minWidth={300} maxHeight="min(180px, 18dvh)" type="native">
      <Table
        fz="sm"
        verticalSpacing={4}
        withTableBorder
        stickyHeader
        aria-label={t('import.first')}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w={80}>
              {t('import.line')}
            </Table.Th>
            <Table.Th scope="col">{t('import.code')}</Table.Th>
            <Table.Th scope="col" ta="right" w={120}>
              {t('import.uses')}
            </Table.Th>
            {hasPoints && (
              <Table.Th scope="col" ta="right" w={120}>
                {t('import.points')}
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ line, code, maxUses, points }) => (
            <Table.Tr key={code}>
              <Table.Td c="dimmed">{line}</Table.Td>
              <Table.Td ff="monospace" style={{ overflowWrap: 'anywhere' }}>
                {code}
              </Table.Td>
              <Table.Td ta="right">{maxUses}</Table.Td>
              {hasPoints && <Table.Td ta="right">{points}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
