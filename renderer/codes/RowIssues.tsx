import { ScrollArea, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CodeRowIssue } from '../../preload/contract';

/** The rows that cannot be imported, as far as they are listed, and how many more there are. */
export function RowIssues({ issues, total }: { issues: readonly CodeRowIssue[]; total: number }) {
  const { t } = useTranslation('codes');
  const more = total - issues.length;
  return (
    <ScrollArea.Autosize mah={140} viewportProps={{ tabIndex: 0 }}>
      {issues.map(({ line, problem }) => (
        <Text key={line} size="sm">
          {t('import.line')} {line}: {t(`issues.${problem}`)}
        </Text>
      ))}
      {more > 0 && <Text size="sm">{t('import.more', { count: more })}</Text>}
    </ScrollArea.Autosize>
  );
}
