import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KioskLook } from '../../../preload/contract';
import classes from './HistoryDialog.module.css';
import { type KioskChange, kioskChanges } from './kiosk-changes';

interface Props {
  before: KioskLook | undefined;
  after: KioskLook | undefined;
}

/** What has changed of what a kiosk shows before and after the chat. */
export function KioskChanges({ before, after }: Props) {
  return kioskChanges(before, after).map((change) => (
    <Change key={JSON.stringify(change)} change={change} />
  ));
}

function Change({ change }: { change: KioskChange }) {
  const { t } = useTranslation('kiosk');
  switch (change.kind) {
    case 'text':
      return (
        <Difference
          label={`${t(`look.${change.screen}`)}, ${t(`look.names.${change.name}`)}`}
          {...change}
        />
      );
    case 'slides':
      return <Difference label={t('look.slides')} {...change} />;
    case 'seconds':
      return <Difference label={t('look.seconds')} {...change} />;
    case 'slidesOtherwise':
      return <Text size="sm">{t('look.slidesOtherwise')}</Text>;
    case 'picture':
      return <Text size="sm">{t(`look.pictureBecame.${change.became}`)}</Text>;
  }
}

interface DifferenceProps {
  label: string;
  before: string | number;
  after: string | number;
}

function Difference({ label, before, after }: DifferenceProps) {
  const { t } = useTranslation('flow');
  const said = (value: string | number) => (value === '' ? t('versions.empty') : value);
  return (
    <Text size="sm" component="div">
      {label}: <del className={classes.old}>{said(before)}</del>
      {' → '}
      <ins className={classes.new}>{said(after)}</ins>
    </Text>
  );
}
