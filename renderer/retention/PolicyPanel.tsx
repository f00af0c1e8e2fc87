import { Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ruleFor } from '../../preload/contract';
import { useMay } from '../app/use-may';
import { type EditedRule, PolicyRow } from './PolicyRow';
import { PolicyTable } from './PolicyTable';
import { RuleDialog } from './RuleDialog';
import { useRetention } from './retention-store';
import { useModuleGroups } from './use-module-groups';

/** The whole policy: the workspace, its tables, and every table of every module. */
export function PolicyPanel() {
  const { t } = useTranslation(['retention', 'app']);
  const policy = useRetention((state) => state.policy);
  const show = useRetention((state) => state.show);
  const mayEdit = useMay('retention.setRule');
  const [edited, setEdited] = useState<EditedRule | null>(null);
  const experiences = useModuleGroups();
  if (!policy) return null;
  const onEdit = mayEdit ? setEdited : undefined;
  const workspace = ruleFor(policy.rules, null, null);
  const rows = policy.tables.reduce((sum, table) => sum + table.rows, 0);
  return (
    <Stack gap="lg">
      <Text size="sm" maw={760}>
        {t('policy.explanation')}
      </Text>
      <PolicyTable caption={t('policy.workspaceAndTables')}>
        <Table.Tbody>
          <PolicyRow
            name={t('policy.workspace')}
            level="group"
            rule={workspace}
            rows={rows}
            onEdit={onEdit}
          />
          {policy.tables.map(({ table, rows: count }) => (
            <PolicyRow
              key={table}
              name={t(`app:tables.${table}`)}
              rule={ruleFor(policy.rules, null, table)}
              isOff={!workspace.enabled}
              rows={count}
              onEdit={onEdit}
            />
          ))}
        </Table.Tbody>
      </PolicyTable>
      {experiences.map(({ id, name, modules }) => (
        <PolicyTable key={id} caption={t('policy.experience', { name })}>
          {modules.map((module) => (
            <Table.Tbody key={module.id}>
              <PolicyRow
                name={module.name}
                level="group"
                rule={ruleFor(policy.rules, module.id, null)}
                rows={module.places.reduce((sum, place) => sum + place.rows, 0)}
                onEdit={onEdit}
              />
              {module.places.map((place) => (
                <PolicyRow
                  key={place.table}
                  name={t(`app:tables.${place.table}`)}
                  dialogName={`${module.name}: ${t(`app:tables.${place.table}`)}`}
                  rule={ruleFor(policy.rules, module.id, place.table)}
                  place={place}
                  rows={place.rows}
                  onEdit={onEdit}
                />
              ))}
            </Table.Tbody>
          ))}
        </PolicyTable>
      ))}
      {edited && (
        <RuleDialog
          {...edited}
          onClose={() => setEdited(null)}
          onSaved={(saved) => show({ policy: saved })}
        />
      )}
    </Stack>
  );
}
