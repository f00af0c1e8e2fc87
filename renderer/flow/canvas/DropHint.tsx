import { useTranslation } from 'react-i18next';
import { useCanvas } from '../canvas-store';
import classes from './DropHint.module.css';

/** What happens when the module that is dragged over this one is dropped. */
export function DropHint({ moduleId }: { moduleId: string }) {
  const { t } = useTranslation('flow');
  const how = useCanvas(({ dropModule }) =>
    dropModule?.moduleId === moduleId ? dropModule.how : null,
  );
  if (how === null) return null;
  return (
    <div className={classes.hint} data-how={how}>
      <span className={classes.words}>{t(`canvas.drop.${how}`)}</span>
    </div>
  );
}
