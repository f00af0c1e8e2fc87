import { Button, Modal, Stack, Text, ThemeIcon } from '@mantine/core';
import {
  CalendarClock,
  Database,
  FileLock2,
  Inbox,
  LifeBuoy,
  type LucideIcon,
  MessageCircle,
  MonitorPlay,
  Plus,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Screen, useNavigation } from '../app/navigation';
import { useScreens } from '../app/use-screens';
import { DialogFoot } from '../ui/DialogFoot';
import { useLayer } from '../ui/layers';
import classes from './FirstSteps.module.css';
import { useHelp } from './help-store';

/** What to try in a new workspace, and on which screen. */
const STEPS = {
  play: { screen: 'experiences', Icon: MessageCircle },
  build: { screen: 'experiences', Icon: Plus },
  collect: { screen: 'kiosk', Icon: MonitorPlay },
  look: { screen: 'data', Icon: Database },
  forget: { screen: 'retention', Icon: CalendarClock },
  handOver: { screen: 'exports', Icon: FileLock2 },
  answer: { screen: 'requests', Icon: Inbox },
  backUp: { screen: 'settings', Icon: LifeBuoy },
} as const satisfies Record<string, { screen: Screen; Icon: LucideIcon }>;

const NAMES = Object.keys(STEPS) as (keyof typeof STEPS)[];

/** A short tour for whoever is new, of the screens that their role permits. */
export function FirstSteps() {
  const { t } = useTranslation('app');
  const { isOpen, close } = useHelp();
  const { screens } = useScreens();
  const goTo = useNavigation((state) => state.goTo);

  return (
    <Modal
      opened={isOpen}
      onClose={close}
      size={720}
      title={t('firstSteps.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      {...useLayer(isOpen)}
    >
      <Stack gap="md">
        <ol className={classes.steps}>
          {NAMES.filter((name) => screens.includes(STEPS[name].screen)).map((name) => {
            const { screen, Icon } = STEPS[name];
            return (
              <li key={name} className={classes.step}>
                <ThemeIcon variant="light" size={36} radius="md" aria-hidden>
                  <Icon size={18} />
                </ThemeIcon>
                <div>
                  <Text size="sm" fw={600}>
                    {t(`firstSteps.${name}.title`)}
                  </Text>
                  <Text size="sm">{t(`firstSteps.${name}.text`)}</Text>
                </div>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  justify="end"
                  // Two may lead to the same screen.
                  aria-label={`${t(`nav.${screen}`)}: ${t(`firstSteps.${name}.title`)}`}
                  onClick={() => {
                    goTo(screen);
                    close();
                  }}
                >
                  {t(`nav.${screen}`)}
                </Button>
              </li>
            );
          })}
        </ol>
        <Text size="sm" c="dimmed">
          {t('firstSteps.again')}
        </Text>
        <DialogFoot>
          <Button data-autofocus onClick={close}>
            {t('firstSteps.start')}
          </Button>
        </DialogFoot>
      </Stack>
    </Modal>
  );
}
