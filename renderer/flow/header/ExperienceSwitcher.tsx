import { ActionIcon, Button, Menu, ScrollArea, Tooltip } from '@mantine/core';
import { ChevronsUpDown, LayoutList, MessagesSquare, Pencil, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { showError } from '../../app/errors';
import { useGoings } from '../../app/going';
import { useKept } from '../../app/place';
import { RenameDialog } from '../../ui/RenameDialog';
import { openExperience, renameExperience } from '../builder-actions';
import { useBuilder } from '../builder-store';
import { openDialog } from '../canvas-store';
import { useExperienceWords } from '../experience-words';
import { openLibrary } from '../library-actions';
import classes from './FlowHeader.module.css';
import { NewExperienceDialog } from './NewExperienceDialog';

const Dialog = z.enum(['new', 'rename']).nullable();

export function ExperienceSwitcher() {
  const { t } = useTranslation('flow');
  const words = useExperienceWords();
  const experience = useBuilder((state) => state.experience);
  const [dialog, setDialog] = useKept('flow.dialog', Dialog, null);
  const close = () => setDialog(null);
  return (
    <>
      <h1 className={classes.heading}>
        <ExperienceMenu onCreate={() => setDialog('new')} />
      </h1>
      <Tooltip label={t('experiences.rename')}>
        <ActionIcon
          aria-label={t('experiences.rename')}
          disabled={!experience}
          onClick={() => setDialog('rename')}
        >
          <Pencil size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {dialog === 'new' && <NewExperienceDialog onClose={close} />}
      {dialog === 'rename' && experience && (
        <RenameDialog
          words={words({
            title: t('experiences.rename'),
            confirm: t('experiences.renameConfirm'),
          })}
          name={experience.name}
          keptAs={`flow.rename.${experience.id}`}
          onRename={(name) => renameExperience(name, experience.id)}
          onClose={close}
        />
      )}
    </>
  );
}

function ExperienceMenu({ onCreate }: { onCreate: () => void }) {
  const { t } = useTranslation('flow');
  const experience = useBuilder((state) => state.experience);
  const all = useBuilder((state) => state.experiences);
  const goings = useGoings((state) => state.all);
  const experiences = all.filter(
    ({ archivedAt, id }) =>
      (archivedAt === null || id === experience?.id) && !goings.some((going) => going.id === id),
  );
  return (
    <Menu position="bottom-start" width={280} shadow="md">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          className={classes.switcher}
          rightSection={<ChevronsUpDown size={15} aria-hidden />}
          title={t('experiences.switch')}
        >
          <span className={classes.name}>{experience?.name ?? t('experiences.none')}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('experiences.title')}</Menu.Label>
        <ScrollArea.Autosize mah={320} type="auto">
          <Menu.RadioGroup
            value={experience?.id ?? ''}
            onChange={(id) => void openExperience(id).catch(showError)}
          >
            {experiences.map(({ id, name }) => (
              <Menu.RadioItem key={id} value={id} closeMenuOnClick>
                {name}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </ScrollArea.Autosize>
        <Menu.Divider />
        <Menu.Item leftSection={<LayoutList size={15} aria-hidden />} onClick={openLibrary}>
          {t('library.open')}
        </Menu.Item>
        <Menu.Item
          leftSection={<MessagesSquare size={15} aria-hidden />}
          disabled={!experience}
          onClick={() => openDialog({ kind: 'chatSettings' })}
        >
          {t('chatSettings.open')}
        </Menu.Item>
        <Menu.Item leftSection={<Plus size={15} aria-hidden />} onClick={onCreate}>
          {t('experiences.new')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
