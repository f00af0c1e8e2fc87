import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ruleFor, type TableName } from '../../preload/contract';
import { type Span, spansOf } from './answers';
import { PolicyRow } from './PolicyRow';
import { PolicyTable } from './PolicyTable';
import { useRetention } from './retention-store';
import { useEditRule } from './use-edit-rule';
import { useModuleName } from './use-module-name';

interface Props {
  table: TableName;
  spans: readonly Span[];
}

/** The rules that decide about a table: its own, and those of the modules that store in it. */
export function TableRules({ table, spans }: Props) {
  const { t } = useTranslation(['retention', 'app']);
  const policy = useRetention((state) => state.policy);
  const moduleName = useModuleName();
  const { edit, dialog } = useEditRule(table);
  if (!policy) return null;
  const { rules, effective, tables } = policy;
  const name = t(`app:tables.${table}`);
  const isWorkspaceOff = !ruleFor(rules, null, null).enabled;
  return (
    <>
      <PolicyTable caption={t('answers.rulesOf', { table: name })}>
        <Table.Tbody>
          <PolicyRow
            name={t('policy.wholeTable', { table: name })}
            rule={ruleFor(rules, null, table)}
            spans={spans}
            isOff={isWorkspaceOff}
            rows={tables.find((each) => each.table === table)?.rows ?? 0}
            onEdit={edit}
          />
        </Table.Tbody>
        {effective
          .filter((place) => place.table === table)
          .map((place) => {
            const { moduleId, experienceName, declaredDays } = place;
            const module = moduleName(place);
            const ofModule = effective.filter((each) => each.moduleId === moduleId);
            return (
              <Table.Tbody key={`${place.experienceId} ${moduleId}`}>
                <PolicyRow
                  name={t('policy.wholeModule', { module, experience: experienceName })}
                  rule={ruleFor(rules, moduleId, null)}
                  spans={spansOf(rules, ofModule)}
                  isOff={isWorkspaceOff}
                  rows={ofModule.reduce((sum, each) => sum + each.rows, 0)}
                  onEdit={edit}
                />
                <PolicyRow
                  isPart
                  name={t('policy.place', { table: name, module })}
                  rule={ruleFor(rules, moduleId, table)}
                  place={place}
                  rows={place.rows}
                  onEdit={edit && ((edited) => edit({ ...edited, declaredDays }))}
                />
              </Table.Tbody>
            );
          })}
      </PolicyTable>
      {dialog}
    </>
  );
}
