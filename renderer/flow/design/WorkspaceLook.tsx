import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showError } from '../../app/errors';
import { notify } from '../../app/notify';
import { useMay } from '../../app/use-may';
import { canonical } from '../graph/canonical';
import { followWorkspace, makeDefault } from './appearance-actions';
import classes from './Design.module.css';
import { useAppearance, useDefaultAppearance } from './use-appearance';

/** Whether the experience looks as the workspace says, and the two ways to make both alike. */
export function WorkspaceLook() {
  const { t } = useTranslation('design');
  const { appearance, isOwn } = useAppearance();
  const byWorkspace = useDefaultAppearance((state) => state.appearance);
  const may = useMay('appearance.setDefault');
  const [isBusy, setBusy] = useState(false);
  const isAlike = byWorkspace !== null && canonical(appearance) === canonical(byWorkspace);
  const keep = async () => {
    setBusy(true);
    try {
      await makeDefault();
      notify(t('workspace.kept'));
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={classes.workspace}>
      <Text size="sm">{t(isOwn ? 'workspace.own' : 'workspace.followed')}</Text>
      <Group gap="xs" wrap="nowrap">
        {isOwn && (
          <Button size="xs" variant="default" onClick={followWorkspace}>
            {t('workspace.follow')}
          </Button>
        )}
        {isOwn && may && (
          <Button
            size="xs"
            variant="default"
            loading={isBusy}
            disabled={isAlike}
            onClick={() => void keep()}
          >
            {t('workspace.keep')}
          </Button>
        )}
      </Group>
    </div>
  );
}
