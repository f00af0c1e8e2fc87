import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LegalTextSummary } from '../../preload/contract';
import { useErrorMessage } from '../app/errors';
import { deleteLater } from '../app/going';
import { Dialog } from '../ui/Dialog';
import { useSubmit } from '../ui/use-submit';
import { openText, useLegalTexts } from './legal-store';
import { UsesList } from './UsesList';

interface Props {
  text: Pick<LegalTextSummary, 'id' | 'name' | 'uses'>;
  onClose(): void;
}

/** A text that something refers to cannot be deleted: main refuses it, and this says what it is. */
export function DeleteTextDialog({ text, onClose }: Props) {
  const { t } = useTranslation(['legal', 'app']);
  const message = useErrorMessage();
  const load = useLegalTexts((state) => state.load);
  const { isBusy, error, submit } = useSubmit();
  const { id, name, uses } = text;
  const isUsed = uses.experiences.length > 0 || uses.rows > 0;

  const remove = () =>
    void submit(async () => {
      await deleteLater(
        { channel: 'legal.delete', input: { id } },
        { name, onEnd: () => void load() },
      );
      onClose();
      openText(null);
    });

  return (
    <Dialog onClose={onClose} title={t('legal:delete.title', { name })}>
      <Stack gap="md">
        {error && <Alert color="red">{message(error)}</Alert>}
        {isUsed ? (
          <>
            <Alert color="orange" icon={<TriangleAlert aria-hidden />}>
              {t('legal:delete.used')}
            </Alert>
            <UsesList uses={uses} />
          </>
        ) : (
          <Text size="sm">
            {t('legal:delete.text')} {t('app:undo.hint')}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" disabled={isBusy} onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button color="red" disabled={isUsed} loading={isBusy} onClick={remove}>
            {t('legal:delete.confirm')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
