import { Button, Group, List, ScrollArea, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TranslationReport } from '../../../preload/contract';
import { languageName } from '../../../preload/contract';
import { Dialog } from '../../ui/Dialog';
import { useLanguage } from '../use-language';
import { applyReport } from './language-actions';

interface Props {
  report: TranslationReport;
  onClose: () => void;
}

/** What a file of translations would do, before it does. */
export function ReportDialog({ report, onClose }: Props) {
  const { t } = useTranslation(['flow', 'app']);
  const language = languageName(report.language, useLanguage());
  const count = report.added + report.changed;
  const apply = () => {
    applyReport(report);
    onClose();
  };
  return (
    <Dialog title={t('flow:languages.import.title', { language })} size="lg" onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {report.fileName}
        </Text>
        <List size="sm">
          {(['added', 'changed', 'same', 'outdated', 'missing'] as const).map((kind) => (
            <List.Item key={kind}>
              {t(`flow:languages.import.${kind}`, { number: report[kind] })}
            </List.Item>
          ))}
          <List.Item>
            {t('flow:languages.import.refused', { number: report.refusedInAll })}
          </List.Item>
        </List>
        {report.refused.length > 0 && (
          <ScrollArea.Autosize mah={220} type="auto">
            <List size="xs">
              {report.refused.map(({ place, because, text, detail }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: places can come twice, and nothing moves
                <List.Item key={at}>
                  {t(`flow:languages.import.because.${because}`)} <bdi>{place}</bdi>{' '}
                  <bdi>{detail || text}</bdi>
                </List.Item>
              ))}
            </List>
          </ScrollArea.Autosize>
        )}
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button disabled={count === 0} onClick={apply}>
            {t('flow:languages.import.apply', { count })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
