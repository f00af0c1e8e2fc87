import { ScrollArea, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CodeFilePreview } from '../../preload/contract';

interface Props {
  issues: CodeFilePreview['issues'];
  total: number;
  label: string;
}

/** The rows that cannot be imported, as far as they are listed, and how many more there are. */
export function RowIssues({ issues, total, label }: Props) {
  const { t } = useTranslation('codes');
  const more = total - issues.length;
  return (
    <ScrollArea.Autosize
      mah={140}
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': label }}
    >
      {issues.map(({ line, problem, sameAs }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line may have several, and the list never changes.
        <Text key={index} size="sm">
          {t('import.line')} {line}: {t(`issues.${problem}`, { line: sameAs })}
        </Text>
      ))}
      {more > 0 && <Text size="sm">{t('import.more', { count: more })}</Text>}
    </ScrollArea.Autosize>
  );
}

/** The rows whose code stands in another spelling before. */
export function RepeatedRows({
  repeated,
  total,
}: {
  repeated: CodeFilePreview['repeated'];
  total: number;
}) {
  const { t } = useTranslation('codes');
  const more = total - repeated.length;
  const label = t('import.repeats', { count: total });
  return (
    <ScrollArea.Autosize
      mah={100}
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': label }}
    >
      {repeated.map(({ line, sameAs }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line may have several, and the list never changes.
        <Text key={index} size="sm">
          {t('import.repeated', { line, other: sameAs })}
        </Text>
      ))}
      {more > 0 && <Text size="sm">{t('import.more', { count: more })}</Text>}
    </ScrollArea.Autosize>
  );
}
