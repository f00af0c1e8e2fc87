import { ActionIcon, Badge, Menu, Table, Text } from '@mantine/core';
import {
  Archive,
  ArchiveRestore,
  CopyPlus,
  Download,
  EllipsisVertical,
  PencilLine,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExperienceSummary, ProblemCounts } from '../../../preload/contract';
import { showError } from '../../app/errors';
import { formatInstant } from '../../ui/format';
import { renameExperience } from '../builder-actions';
import { NameDialog } from '../header/NameDialog';
import {
  duplicateExperience,
  exportExperience,
  openFromLibrary,
  setArchived,
} from '../library-actions';
import { confirmOutOfUse } from './confirm-out-of-use';
import { DeleteExperienceDialog } from './DeleteExperienceDialog';
import classes from './Library.module.css';

interface Props {
  experience: ExperienceSummary;
  /** Undefined while they are being counted. */
  problems: ProblemCounts | undefined;
}

type Dialog = 'rename' | 'duplicate' | 'delete';

export function ExperienceRow({ experience, problems }: Props) {
  const { id, name, modules, updatedAt } = experience;
  const [dialog, setDialog] = useState<Dialog | null>(null);
  return (
    <Table.Tr>
      <Table.Td>
        <button
          type="button"
          className={classes.open}
          onClick={() => void openFromLibrary(id).catch(showError)}
        >
          {name}
        </button>
      </Table.Td>
      <Table.Td>{modules}</Table.Td>
      <Table.Td>
        <Problems problems={problems} />
      </Table.Td>
      <Table.Td>
        <State experience={experience} />
      </Table.Td>
      <Table.Td>{formatInstant(updatedAt)}</Table.Td>
      <Table.Td ta="right">
        <RowMenu experience={experience} onDialog={setDialog} />
        {dialog && (
          <RowDialog dialog={dialog} experience={experience} onClose={() => setDialog(null)} />
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Problems({ problems }: { problems: ProblemCounts | undefined }) {
  const { t } = useTranslation('flow');
  if (!problems) return null;
  const { errors, warnings } = problems;
  if (errors > 0) return <Badge color="red">{t('library.errors', { count: errors })}</Badge>;
  if (warnings > 0) {
    return <Badge color="yellow">{t('library.warnings', { count: warnings })}</Badge>;
  }
  return <Text size="sm">{t('problemsPanel.none')}</Text>;
}

function State({ experience: { published } }: { experience: ExperienceSummary }) {
  const { t } = useTranslation('flow');
  if (!published) {
    return (
      <Text size="sm" c="dimmed">
        {t('publish.state.none')}
      </Text>
    );
  }
  return (
    <Text size="sm">
      {t(published.differs ? 'publish.state.differs' : 'publish.state.same', {
        number: published.number,
      })}
    </Text>
  );
}

interface MenuProps {
  experience: ExperienceSummary;
  onDialog: (dialog: Dialog) => void;
}

function RowMenu({ experience: { id, name, archivedAt, published }, onDialog }: MenuProps) {
  const { t } = useTranslation('flow');
  const isArchived = archivedAt !== null;
  const archive = () => void setArchived(id, !isArchived).catch(showError);
  const askToArchive = () =>
    confirmOutOfUse({
      experienceId: id,
      title: t('library.archive'),
      text: t('library.archiveText'),
      action: t('library.archive'),
      onConfirm: archive,
    });
  const ArchiveIcon = isArchived ? ArchiveRestore : Archive;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon aria-label={t('library.actionsOf', { name })}>
          <EllipsisVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<PencilLine size={15} aria-hidden />}
          onClick={() => onDialog('rename')}
        >
          {t('experiences.renameConfirm')}
        </Menu.Item>
        <Menu.Item
          leftSection={<CopyPlus size={15} aria-hidden />}
          onClick={() => onDialog('duplicate')}
        >
          {t('edit.duplicate')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Download size={15} aria-hidden />}
          onClick={() => void exportExperience(id).catch(showError)}
        >
          {t('library.export')}
        </Menu.Item>
        <Menu.Item
          leftSection={<ArchiveIcon size={15} aria-hidden />}
          onClick={published ? askToArchive : archive}
        >
          {t(isArchived ? 'library.unarchive' : 'library.archive')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          color="red"
          leftSection={<Trash2 size={15} aria-hidden />}
          onClick={() => onDialog('delete')}
        >
          {t('library.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface DialogProps {
  dialog: Dialog;
  experience: ExperienceSummary;
  onClose: () => void;
}

function RowDialog({ dialog, experience, onClose }: DialogProps) {
  const { t } = useTranslation('flow');
  const { id, name } = experience;
  switch (dialog) {
    case 'rename':
      return (
        <NameDialog
          title={t('experiences.rename')}
          confirm={t('experiences.renameConfirm')}
          initial={name}
          keptAs="library.rename"
          onConfirm={(renamed) => renameExperience(renamed, id)}
          onClose={onClose}
        />
      );
    case 'duplicate':
      return (
        <NameDialog
          title={t('library.duplicateTitle')}
          confirm={t('edit.duplicate')}
          initial={t('library.copyOf', { name })}
          keptAs="library.duplicate"
          onConfirm={(copied) => duplicateExperience(id, copied)}
          onClose={onClose}
        />
      );
    case 'delete':
      return <DeleteExperienceDialog experience={experience} onClose={onClose} />;
  }
}
