import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../preload/contract';
import { Dialog } from '../ui/Dialog';
import { Facts } from '../ui/Facts';
import { formatExactInstant } from '../ui/format';
import { useSentences } from './use-sentences';

const CODES = ['hold', 'module', 'sha256', 'altered'];

export function EntryDialog({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const { t } = useTranslation(['audit', 'app']);
  const { sentence, actor, detail } = useSentences();
  return (
    <Dialog isToRead size={640} title={t('details.title', { seq: entry.seq })} onClose={onClose}>
      <Facts
        facts={[
          { label: t('details.what'), value: sentence(entry) },
          { label: t('details.user'), value: actor(entry) },
          { label: t('details.at'), value: formatExactInstant(entry.at) },
          ...Object.entries(entry.details).map(([name, value]) => ({
            ...detail(name, value),
            isCode: CODES.includes(name),
          })),
          { label: t('details.action'), value: entry.action, isCode: true },
          { label: t('details.hash'), value: entry.hash, isCode: true },
        ]}
      />
    </Dialog>
  );
}
