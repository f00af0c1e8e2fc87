import { Button, Group } from '@mantine/core';
import { Download, History, PencilLine, PowerOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Version } from '../../../preload/contract';
import { showError } from '../../app/errors';
import { deleteLater, useGoing } from '../../app/going';
import { notify } from '../../app/notify';
import { formatInstant } from '../../ui/format';
import { RowAction, RowMenu } from '../../ui/RowMenu';
import { UndoButton } from '../../ui/UndoButton';
import { useBuilder } from '../builder-store';
import { confirmOutOfUse } from '../library/confirm-out-of-use';
import { exportExperience } from '../library-actions';
import { restore, unpublish } from '../version-actions';
import { loadHistory } from './history-store';
import { RenameVersionDialog } from './RenameVersionDialog';

interface Props {
  version: Version;
  onRestored: () => void;
}

export function VersionActions({ version, onRestored }: Props) {
  const { t } = useTranslation('flow');
  const [isRenaming, setRenaming] = useState(false);
  const going = useGoing('versions.discard', version.id);
  if (going) return <UndoButton going={going} />;
  const restoreIt = async () => {
    await restore(version.id);
    notify(t('versions.restored'));
    onRestored();
  };
  return (
    <Group gap={6}>
      <Button
        size="xs"
        leftSection={<History size={14} aria-hidden />}
        onClick={() => void restoreIt().catch(showError)}
      >
        {t('versions.restore')}
      </Button>
      <MoreActions version={version} onRename={() => setRenaming(true)} />
      {isRenaming && <RenameVersionDialog version={version} onClose={() => setRenaming(false)} />}
    </Group>
  );
}

function MoreActions({ version, onRename }: { version: Version; onRename: () => void }) {
  const { t } = useTranslation('flow');
  const experienceId = useBuilder((state) => state.experience?.id);
  const discard = () =>
    deleteLater(
      { channel: 'versions.discard', input: { id: version.id } },
      {
        name: version.name || t('versions.keptAt', { at: formatInstant(version.createdAt) }),
        onEnd: () => void loadHistory().catch(showError),
      },
    );
  return (
    <RowMenu label={t('versions.more')}>
      <RowAction icon={PencilLine} onClick={onRename}>
        {t('versions.rename')}
      </RowAction>
      <RowAction
        icon={Download}
        onClick={() =>
          experienceId && void exportExperience(experienceId, version.id).catch(showError)
        }
      >
        {t('versions.export')}
      </RowAction>
      {version.isPublished && (
        <RowAction icon={PowerOff} onClick={confirmUnpublish}>
          {t('versions.unpublish')}
        </RowAction>
      )}
      {version.number === null && (
        <RowAction icon={Trash2} isDangerous onClick={() => void discard().catch(showError)}>
          {t('versions.discard')}
        </RowAction>
      )}
    </RowMenu>
  );

  function confirmUnpublish(): void {
    if (experienceId === undefined) return;
    confirmOutOfUse({
      experienceId,
      title: t('versions.unpublish'),
      text: t('versions.unpublishText'),
      action: t('versions.unpublish'),
      onConfirm: () =>
        void unpublish()
          .then(() => loadHistory())
          .catch(showError),
    });
  }
}
