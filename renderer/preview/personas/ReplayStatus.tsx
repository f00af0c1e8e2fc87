import { Button } from '@mantine/core';
import { CircleStop, UserRoundCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useBuilder } from '../../flow/builder-store';
import { useDraft } from '../../flow/draft-store';
import { titleOf } from '../../flow/modules/catalogue';
import { useLanguage } from '../../flow/use-language';
import classes from '../PreviewPanel.module.css';
import { usePreview } from '../preview-store';
import { showInFlow } from '../window/undocked';

/** Whose answers were played, and where they stopped. */
export function ReplayStatus() {
  const { t } = useTranslation('preview');
  const language = useLanguage();
  const replay = usePreview((state) => state.replay);
  const catalogue = useBuilder((state) => state.catalogue);
  const stop = replay?.stop;
  const module = useDraft(({ graph }) => graph.modules.find(({ id }) => id === stop?.moduleId));
  if (!replay) return null;
  const { title, state, answers } = replay;
  const named = module ? titleOf(catalogue, module, language) : t('replay.elsewhere');
  const text = stop
    ? t(`replay.${stop.why}`, { title, module: named })
    : t(`replay.${state === 'plays' ? 'plays' : 'done'}`, { title, count: answers });
  const Icon = stop ? CircleStop : UserRoundCheck;
  return (
    <div className={classes.pretence} role="status" data-stopped={stop !== undefined || undefined}>
      <Icon size={15} aria-hidden />
      <span>{text}</span>
      {module && (
        <Button size="compact-xs" variant="default" onClick={() => showInFlow(module.id)}>
          {t('replay.show')}
        </Button>
      )}
    </div>
  );
}
