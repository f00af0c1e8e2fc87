import { Anchor, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { type ExportSettings, REQUEST_DAYS } from '../../preload/contract';
import { useMay } from '../app/use-may';
import { RulesDialog } from './RulesDialog';

/** Until when files are to be deleted, and from how many rows on a second user is needed. */
export function ExportRules({ settings }: { settings: ExportSettings }) {
  const { t } = useTranslation('export');
  const mayChange = useMay('exports.setSettings');
  const [isChanging, { open, close }] = useDisclosure(false);
  const { deleteWithinDays, releaseAboveRows, releasePeriodHours: hours } = settings;
  return (
    <>
      <Text size="sm" c="dimmed" maw={760}>
        {t('rules.deleteWithin', { count: deleteWithinDays })}{' '}
        {releaseAboveRows === null
          ? t('rules.noRelease')
          : t('rules.releaseAbove', {
              count: releaseAboveRows,
              hours,
              accesses: settings.accessesPerPeriod,
            })}{' '}
        {t('rules.expiry', { days: settings.registerDays, requestDays: REQUEST_DAYS })}{' '}
        {mayChange && (
          <Anchor component="button" type="button" inherit onClick={open}>
            {t('rules.change')}
          </Anchor>
        )}
      </Text>
      {isChanging && <RulesDialog settings={settings} onClose={close} />}
    </>
  );
}
