import { Button, Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AUDIT_ACTIONS, AuditAction, type AuditFilter } from '../../preload/contract';
import { DayInput } from '../ui/dates/DayInput';
import { useAuditStore } from './audit-store';

export function Filters() {
  const { t } = useTranslation('audit');
  const { filter, users, setFilter } = useAuditStore();
  const change = (changes: { [K in keyof AuditFilter]?: AuditFilter[K] | undefined }) => {
    const { action, user, fromMs, toMs } = { ...filter, ...changes };
    void setFilter({
      ...(action !== undefined && { action }),
      ...(user !== undefined && { user }),
      ...(fromMs !== undefined && { fromMs }),
      ...(toMs !== undefined && { toMs }),
    });
  };

  return (
    <Group gap="sm" align="flex-end" role="group" aria-label={t('filter.label')}>
      <Select
        label={t('filter.action')}
        placeholder={t('filter.anyAction')}
        data={AUDIT_ACTIONS.map((value) => ({ value, label: t(`actionNames.${value}`) }))}
        value={filter.action ?? null}
        onChange={(value) => change({ action: AuditAction.optional().parse(value ?? undefined) })}
        searchable
        clearable
        w={264}
      />
      <Select
        label={t('filter.user')}
        placeholder={t('filter.anyUser')}
        data={users.map((value) => ({
          value,
          label: value === 'system' ? t('system') : value,
        }))}
        value={filter.user ?? null}
        onChange={(value) => change({ user: value ?? undefined })}
        searchable
        clearable
        w={200}
      />
      <DayInput
        label={t('filter.from')}
        ms={filter.fromMs}
        onChange={(day) => change({ fromMs: day?.startOf('day').valueOf() })}
      />
      <DayInput
        label={t('filter.to')}
        // The end of the day is not part of the next one.
        ms={filter.toMs === undefined ? undefined : filter.toMs - 1}
        onChange={(day) => change({ toMs: day?.add(1, 'day').startOf('day').valueOf() })}
      />
      {Object.keys(filter).length > 0 && (
        <Button variant="subtle" onClick={() => void setFilter({})}>
          {t('clearFilter')}
        </Button>
      )}
    </Group>
  );
}
