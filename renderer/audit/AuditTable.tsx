import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../preload/contract';
import { formatExactInstant, formatInstant } from '../ui/format';
import { VirtualGrid } from '../ui/VirtualGrid';
import { useAuditStore } from './audit-store';
import { useSentences } from './use-sentences';

/** How many entries there are is not known: counting them would read them all. */
const UNKNOWN = -1;

interface Props {
  entries: AuditEntry[];
  onShow: (entry: AuditEntry) => void;
}

export function AuditTable({ entries, onShow }: Props) {
  const { t } = useTranslation('audit');
  const { next, isLoadingMore, loadMore } = useAuditStore();
  const { sentence, actor } = useSentences();
  return (
    <VirtualGrid
      label={t('table.label')}
      help={t('table.help')}
      columns={[
        { id: 'seq', header: t('table.seq'), min: 72 },
        { id: 'at', header: t('table.at'), min: 188 },
        { id: 'user', header: t('table.user'), min: 148, grow: 1 },
        { id: 'what', header: t('table.what'), min: 360, grow: 4 },
      ]}
      rows={entries}
      rowKey={({ seq }) => String(seq)}
      cells={(entry) => (
        <>
          <td>{t('count', { ns: 'app', count: entry.seq })}</td>
          <td>
            <time dateTime={new Date(entry.at).toISOString()} title={formatExactInstant(entry.at)}>
              {formatInstant(entry.at)}
            </time>
          </td>
          <td title={actor(entry)}>{actor(entry)}</td>
          <td title={sentence(entry)}>{sentence(entry)}</td>
        </>
      )}
      rowCount={next === undefined ? entries.length : UNKNOWN}
      isLoadingMore={isLoadingMore}
      onNearEnd={useCallback(() => void loadMore(), [loadMore])}
      onOpen={onShow}
    />
  );
}
