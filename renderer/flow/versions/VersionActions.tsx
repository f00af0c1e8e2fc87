import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { Download, EllipsisVertical, History, PencilLine, PowerOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Version } from '../../../preload/contract';
import { call } from '../../app/client';
import { showError } from '../../app/errors';
import { notify } from '../../app/notify';
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
  const discard = async () => {
    await call('versions.discard', { id: version.id });
    await loadHistory();
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon size={30} variant="default" aria-label={t('versions.more')}>
          <EllipsisVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<PencilLine size={15} aria-hidden />} onClick={onRename}>
          {t('versions.rename')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Download size={15} aria-hidden />}
          onClick={() =>
            experienceId && void exportExperience(experienceId, version.id).catch(showError)
          }
        >
          {t('versions.export')}
        </Menu.Item>
        {version.isPublished && (
          <Menu.Item leftSection={<PowerOff size={15} aria-hidden />} onClick={confirmUnpublish}>
            {t('versions.unpublish')}
          </Menu.Item>
        )}
        {version.number === null && (
          <Menu.Item
            color="red"
            leftSection={<Trash2 size={15} aria-hidden />}
            onClick={() => void discard().catch(showError)}
          >
            {t('versions.discard')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );

  function confirmUnpublish(): void {
    if (experienceId === undefined) return;
    confirmOutOfUse({
      experienceId,
      title: t('versions.unpublish'),
      text: t('versions.unpublishText'),
      action: t('versions.unpublish'),
      onConfirm: () => void unpublish().then(loadHistory).catch(showError),
    });
  }
}
