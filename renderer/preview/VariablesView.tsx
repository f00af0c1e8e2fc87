import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './InsideView.module.css';
import { namedVariables } from './named-variables';
import { usePreview } from './preview-store';

export function VariablesView() {
  const { t } = useTranslation('preview');
  const variables = usePreview((state) => state.variables);
  const entries = namedVariables(variables);
  if (entries.length === 0) {
    return (
      <Text size="xs" c="dimmed">
        {t('variables.empty')}
      </Text>
    );
  }
  return (
    <dl className={classes.variables} tabIndex={0} aria-label={t('variables.title')}>
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === '' ? t('variables.blank') : value}</dd>
        </div>
      ))}
    </dl>
  );
}
