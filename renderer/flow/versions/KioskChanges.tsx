import { useTranslation } from 'react-i18next';
import type { KioskLook } from '../../../preload/contract';
import { ChangeNote, ChangeRow } from './ChangeTable';
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
        <ChangeRow
          label={`${t(`look.${change.screen}`)}, ${t(`look.names.${change.name}`)}`}
          was={change.before}
          is={change.after}
        />
      );
    case 'slides':
      return <ChangeRow label={t('look.slides')} was={change.before} is={change.after} />;
    case 'seconds':
      return <ChangeRow label={t('look.seconds')} was={change.before} is={change.after} />;
    case 'slidesOtherwise':
      return <ChangeNote>{t('look.slidesOtherwise')}</ChangeNote>;
    case 'picture':
      return <ChangeNote>{t(`look.pictureBecame.${change.became}`)}</ChangeNote>;
  }
}
