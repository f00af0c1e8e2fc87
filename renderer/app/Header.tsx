import { ActionIcon, Badge, Button, Group, Text, Tooltip } from '@mantine/core';
import { CircleHelp, Lock, Unplug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHelp } from '../help/help-store';
import { ColorSchemeMenu } from '../ui/ColorSchemeMenu';
import { LanguageSwitch } from '../ui/LanguageSwitch';
import { Mark } from '../ui/Mark';
import { lockWorkspace } from './app-store';
import { showError } from './errors';
import classes from './Header.module.css';
import { shortcut } from './shortcut';

export function Header({ workspaceName }: { workspaceName: string }) {
  const { t } = useTranslation('app');
  const openHelp = useHelp((state) => state.open);
  return (
    <header className={classes.header}>
      <div className={classes.mark}>
        <Mark size={26} />
      </div>
      <Text fw={600} truncate className={classes.name} title={workspaceName}>
        {workspaceName}
      </Text>
      <Tooltip label={t('noNetwork.explanation')}>
        <Badge color="gray" size="md" leftSection={<Unplug size={12} aria-hidden />}>
          {t('noNetwork.label')}
        </Badge>
      </Tooltip>
      <Group gap={8} ml="auto" wrap="nowrap">
        <LanguageSwitch />
        <ColorSchemeMenu />
        <Tooltip label={t('firstSteps.open')}>
          <ActionIcon size="lg" aria-label={t('firstSteps.open')} onClick={openHelp}>
            <CircleHelp size={18} strokeWidth={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={shortcut('L')}>
          <Button
            variant="default"
            size="xs"
            leftSection={<Lock size={14} aria-hidden />}
            onClick={() => void lockWorkspace().catch(showError)}
          >
            {t('lock')}
          </Button>
        </Tooltip>
      </Group>
    </header>
  );
}
