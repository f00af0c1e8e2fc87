import { Badge, Menu, Table, Text, UnstyledButton } from '@mantine/core';
import { Archive, ArchiveRestore, CopyPlus, Download, PencilLine, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { ExperienceSummary, ProblemCounts } from '../../../preload/contract';
import { showError } from '../../app/errors';
import { useGoing } from '../../app/going';
import { useKept } from '../../app/place';
import { formatInstant } from '../../ui/format';
import { RenameDialog } from '../../ui/RenameDialog';
import { RowAction, RowMenu } from '../../ui/RowMenu';
import { UndoButton } from '../../ui/UndoButton';
import { renameExperience } from '../builder-actions';
import { useExperienceWords } from '../experience-words';
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

const Dialog = z.enum(['rename', 'duplicate', 'delete']);
type Dialog = z.infer<typeof Dialog>;

export function ExperienceRow({ experience, problems }: Props) {
  const { id, name, modules, updatedAt } = experience;
  const [dialog, setDialog] = useKept(`library.dialog.${id}`, Dialog.nullable(), null);
  const going = useGoing('experiences.delete', id);
  return (
    <Table.Tr {...(going && { c: 'dimmed' })}>
      <Table.Td>
        <UnstyledButton
          className={classes.open}
          disabled={going !== undefined}
          onClick={() => void openFromLibrary(id).catch(showError)}
        >
          {name}
        </UnstyledButton>
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
        {going ? (
          <UndoButton going={going} />
        ) : (
          <Actions experience={experience} onDialog={setDialog} />
        )}
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
    return <Badge color="orange">{t('library.warnings', { count: warnings })}</Badge>;
  }
  return t('problemsPanel.none');
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

function Actions({ experience: { id, name, archivedAt, published }, onDialog }: MenuProps) {
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
    <RowMenu label={t('library.actionsOf', { name })}>
      <RowAction icon={PencilLine} onClick={() => onDialog('rename')}>
        {t('experiences.renameConfirm')}
      </RowAction>
      <RowAction icon={CopyPlus} onClick={() => onDialog('duplicate')}>
        {t('edit.duplicate')}
      </RowAction>
      <RowAction icon={Download} onClick={() => void exportExperience(id).catch(showError)}>
        {t('library.export')}
      </RowAction>
      <RowAction icon={ArchiveIcon} onClick={published ? askToArchive : archive}>
        {t(isArchived ? 'library.unarchive' : 'library.archive')}
      </RowAction>
      <Menu.Divider />
      <RowAction icon={Trash2} isDangerous onClick={() => onDialog('delete')}>
        {t('library.delete')}
      </RowAction>
    </RowMenu>
  );
}

interface DialogProps {
  dialog: Dialog;
  experience: ExperienceSummary;
  onClose: () => void;
}

function RowDialog({ dialog, experience, onClose }: DialogProps) {
  const { t } = useTranslation('flow');
  const words = useExperienceWords();
  const { id, name } = experience;
  switch (dialog) {
    case 'rename':
      return (
        <RenameDialog
          words={words({
            title: t('experiences.rename'),
            confirm: t('experiences.renameConfirm'),
          })}
          name={name}
          keptAs={`library.rename.${id}`}
          onRename={(renamed) => renameExperience(renamed, id)}
          onClose={onClose}
        />
      );
    case 'duplicate':
      return (
        <RenameDialog
          words={words({ title: t('library.duplicateTitle'), confirm: t('edit.duplicate') })}
          name={t('library.copyOf', { name })}
          keptAs={`library.duplicate.${id}`}
          onRename={(copied) => duplicateExperience(id, copied)}
          onClose={onClose}
        />
      );
    case 'delete':
      return <DeleteExperienceDialog experience={experience} onClose={onClose} />;
  }
}
