import { ActionIcon, Group, Stack, Text, TextInput } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../../preload/contract';
import { showError, useErrorMessage } from '../app/errors';
import { useGoing } from '../app/going';
import { Dialog } from '../ui/Dialog';
import { UndoButton } from '../ui/UndoButton';
import { useViewsStore } from './views-store';

interface Props {
  views: SavedView[];
  onClose: () => void;
}

export function ManageViewsDialog({ views, onClose }: Props) {
  const { t } = useTranslation(['data', 'app']);
  return (
    <Dialog onClose={onClose} title={t('views.manage')}>
      <Stack gap="sm">
        {views.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('views.none')}
          </Text>
        )}
        {views.map((view) => (
          <ViewLine key={view.id} view={view} />
        ))}
      </Stack>
    </Dialog>
  );
}

/** The name is saved when the field is left. */
function ViewLine({ view }: { view: SavedView }) {
  const { t } = useTranslation('data');
  const message = useErrorMessage();
  const { rename, remove } = useViewsStore();
  const going = useGoing('views.remove', view.id);
  const [name, setName] = useState(view.name);
  const [error, setError] = useState<unknown>(null);

  const save = async () => {
    setError(null);
    if (name.trim() === '' || name.trim() === view.name) return setName(view.name);
    await rename(view.id, name).catch(setError);
  };

  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <TextInput
        flex={1}
        aria-label={t('views.name')}
        maxLength={80}
        value={name}
        disabled={going !== undefined}
        error={error === null ? undefined : message(error)}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={() => void save()}
        onKeyDown={(event) => event.key === 'Enter' && void save()}
      />
      {going ? (
        <UndoButton going={going} />
      ) : (
        <ActionIcon
          size={36}
          aria-label={t('views.remove', { name: view.name })}
          onClick={() => void remove(view).catch(showError)}
        >
          <Trash2 size={16} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}
