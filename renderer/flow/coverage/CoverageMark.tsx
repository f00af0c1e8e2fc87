import { Tooltip } from '@mantine/core';
import { Check, CircleDashed, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import classes from './CoverageMark.module.css';
import { useModuleCoverage } from './coverage-store';

const ICONS = { reached: Check, conditional: CircleDashed, never: X };

/** Whether any way led to the module, once all ways were tried. */
export function CoverageMark({ moduleId }: { moduleId: string }) {
  const { t } = useTranslation('preview');
  const reached = useModuleCoverage(moduleId);
  if (reached === null) return null;
  const Icon = ICONS[reached];
  const label = t(`ways.reached.${reached}`);
  return (
    <Tooltip label={label}>
      <span className={classes.mark} data-reached={reached} role="img" aria-label={label}>
        <Icon size={13} strokeWidth={2.5} aria-hidden />
      </span>
    </Tooltip>
  );
}
