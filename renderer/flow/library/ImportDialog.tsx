import { Alert, Badge, Button, Group, List, Stack, Table, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError, ImportPreview } from '../../../preload/contract';
import { toAppError, useErrorMessage } from '../../app/errors';
import { Dialog } from '../../ui/Dialog';
import { DialogFoot } from '../../ui/DialogFoot';
import { formatBytes } from '../../ui/format';
import { useBuilder } from '../builder-store';
import { importExperience } from '../library-actions';
import { nameOf } from '../modules/catalogue';
import { useLanguage } from '../use-language';
import { TypebotBlocks } from './TypebotBlocks';

interface Props {
  preview: ImportPreview;
  onClose: () => void;
}

/** What is in the file, before anything of it is imported. */
export function ImportDialog({ preview, onClose }: Props) {
  const { t } = useTranslation(['flow', 'app']);
  const [name, setName] = useState(preview.name);
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const message = useErrorMessage();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await importExperience(preview, name);
      onClose();
    } catch (thrown) {
      setError(toAppError(thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog size={560} onClose={onClose} title={t('flow:import.title')}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          {error && <Alert color="red">{message(error)}</Alert>}
          <Text size="sm">
            {t(preview.typebot ? 'flow:import.typebot.text' : 'flow:import.text', {
              fileName: preview.fileName,
            })}
          </Text>
          <TextInput
            data-autofocus
            label={t('flow:experiences.name')}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {preview.typebot && <TypebotBlocks report={preview.typebot} />}
          <Contents preview={preview} />
          <DialogFoot>
            <Button variant="default" onClick={onClose}>
              {t('app:cancel')}
            </Button>
            <Button type="submit" disabled={!name.trim()} loading={isBusy}>
              {t('flow:import.confirm')}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  );
}

function Contents({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation(['flow', 'app', 'legal']);
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const { modules, stores, errors, warnings, media, legalTexts = [] } = preview;
  return (
    <>
      <div>
        <Text size="sm" fw={600} mb={4}>
          {t('flow:library.modules')}
        </Text>
        <Group gap={6}>
          {modules.map(({ type, count }) => (
            <Badge key={type} variant="light" tt="none">
              {t('flow:import.module', { name: nameOf(catalogue, type, language), count })}
            </Badge>
          ))}
        </Group>
      </div>
      {media.files > 0 && (
        <Text size="sm">
          {t('flow:import.media', { count: media.files, size: formatBytes(media.bytes) })}
        </Text>
      )}
      {media.dropped > 0 && (
        <Alert color="orange">{t('flow:import.mediaDropped', { count: media.dropped })}</Alert>
      )}
      {stores.length === 0 ? (
        <Text size="sm">{t('flow:publish.storesNothing')}</Text>
      ) : (
        <Table verticalSpacing={4} aria-label={t('flow:publish.stores')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('flow:publish.stores')}</Table.Th>
              <Table.Th>{t('flow:publish.days')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {stores.map(({ table, days }) => (
              <Table.Tr key={table}>
                <Table.Td>{t(`app:tables.${table}`)}</Table.Td>
                <Table.Td>{t('app:units.days', { count: days })}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {legalTexts.length > 0 && (
        <div>
          <Text size="sm" fw={600}>
            {t('flow:import.legal')}
          </Text>
          <List size="sm">
            {legalTexts.map(({ kind, name, isKnown }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown once, as it was read
              <List.Item key={index}>
                {t(`flow:import.${isKnown ? 'legalKnown' : 'legalNew'}`, {
                  name,
                  kind: t(`legal:kind.${kind}`),
                })}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      {errors + warnings > 0 && (
        <Alert color={errors > 0 ? 'red' : 'orange'}>
          {t('flow:import.problems', { count: errors + warnings })}
        </Alert>
      )}
    </>
  );
}
