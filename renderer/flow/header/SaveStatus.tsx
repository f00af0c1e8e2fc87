import { Button, Loader, Text, Tooltip } from '@mantine/core';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { showError, toAppError, useErrorMessage } from '../../app/errors';
import { flushDraft, reloadExperience } from '../builder-actions';
import { useBuilder } from '../builder-store';
import classes from './FlowHeader.module.css';

export function SaveStatus() {
  const { t } = useTranslation('flow');
  const save = useBuilder((state) => state.save);
  return (
    <div
      className={classes.save}
      role="status"
      title={save.kind === 'failed' ? undefined : t(`save.${save.kind}`)}
    >
      {save.kind === 'saved' && (
        <>
          <CircleCheck size={15} aria-hidden className={classes.ok} />
          <Text size="xs" c="dimmed" className={classes.saveWord}>
            {t('save.saved')}
          </Text>
        </>
      )}
      {save.kind === 'saving' && (
        <>
          <Loader size={13} color="gray" aria-hidden />
          <Text size="xs" c="dimmed" className={classes.saveWord}>
            {t('save.saving')}
          </Text>
        </>
      )}
      {save.kind === 'failed' && <NotSaved error={save.error} />}
    </div>
  );
}

/** The draft is still on the canvas; what can be done about it depends on the reason. */
function NotSaved({ error }: { error: unknown }) {
  const { t } = useTranslation('flow');
  const message = useErrorMessage()(error);
  const isConflict = toAppError(error).code === 'experience.conflict';
  return (
    <>
      <CircleAlert size={15} aria-hidden className={classes.bad} />
      <Tooltip label={message} multiline maw={360}>
        <Text size="xs" className={classes.why}>
          {t('save.failed', { why: message })}
        </Text>
      </Tooltip>
      <Button
        size="compact-xs"
        variant="default"
        className={classes.retry}
        onClick={() => void (isConflict ? reloadExperience() : flushDraft()).catch(showError)}
      >
        {isConflict ? t('save.reload') : t('save.retry')}
      </Button>
    </>
  );
}
