import { Button, Group, MultiSelect, NativeSelect, NumberInput, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  EXPORT_CHANNELS,
  EXPORT_LEVELS,
  ExportChannels,
  ExportLevel,
  ExportSettings,
  TABLE_NAMES,
  TableName,
} from '../../preload/contract';
import { type Choices, type ExportCount, localTimeZone } from './choices';
import { GroupFields } from './GroupFields';

const UTC = 'UTC';

interface Props {
  choices: Choices;
  count: ExportCount | null;
  /** A filter is about the columns of one table. */
  isFiltered: boolean;
  /** Whether it can be chosen whose rows are put together, and in which tables they have some. */
  isOfGroup: boolean;
  groupTables: readonly TableName[];
  /** All of a person is needed then. */
  isPrinted: boolean;
  onChange: (changes: Partial<Choices>) => void;
}

/** Whose rows, how much of a person, and what else seldom changes. */
export function ChoiceFields({
  choices,
  count,
  isFiltered,
  isOfGroup,
  groupTables,
  isPrinted,
  onChange,
}: Props) {
  const { t } = useTranslation(['export', 'app']);
  const { tables, channels, level, deleteWithinDays } = choices;
  const rowsIn = {
    collected: count?.collected ?? 0,
    preview: count?.preview ?? 0,
    all: (count?.collected ?? 0) + (count?.preview ?? 0),
  };
  return (
    <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
      {isOfGroup && <GroupFields choices={choices} tables={groupTables} onChange={onChange} />}
      {!isFiltered && choices.form === 'tables' && (
        <Group gap="xs" align="flex-end" wrap="nowrap" style={{ gridColumn: '1 / -1' }}>
          <MultiSelect
            flex={1}
            label={t('choices.tables')}
            data={TABLE_NAMES.map((name) => ({ value: name, label: t(`app:tables.${name}`) }))}
            value={tables}
            onChange={(names) => onChange({ tables: names.map((name) => TableName.parse(name)) })}
            hidePickedOptions
          />
          <Button variant="default" onClick={() => onChange({ tables: [...TABLE_NAMES] })}>
            {t('choices.everything')}
          </Button>
          <Button variant="default" onClick={() => onChange({ tables: [] })}>
            {t('choices.noTable')}
          </Button>
        </Group>
      )}
      <NativeSelect
        label={t('choices.channels')}
        value={channels}
        data={EXPORT_CHANNELS.map((value) => ({
          value,
          label: t(`choices.channel.${value}`, { count: rowsIn[value] }),
        }))}
        onChange={({ currentTarget }) =>
          onChange({ channels: ExportChannels.parse(currentTarget.value) })
        }
      />
      <NativeSelect
        label={t('choices.level')}
        disabled={isPrinted}
        description={t(`choices.levelHint.${level}`)}
        inputWrapperOrder={['label', 'input', 'description']}
        value={level}
        data={EXPORT_LEVELS.map((value) => ({ value, label: t(`choices.levels.${value}`) }))}
        onChange={({ currentTarget }) =>
          onChange({ level: ExportLevel.parse(currentTarget.value) })
        }
      />
      <ZoneField choices={choices} onChange={onChange} />
      <NumberInput
        label={t('choices.deleteWithin')}
        min={1}
        max={365}
        allowDecimal={false}
        value={deleteWithinDays ?? count?.settings.deleteWithinDays ?? ''}
        onChange={(days) => {
          const parsed = ExportSettings.shape.deleteWithinDays.safeParse(days);
          onChange({ deleteWithinDays: parsed.success ? parsed.data : null });
        }}
      />
    </SimpleGrid>
  );
}

/** In which zone times are written; other programs get them in UTC. */
function ZoneField({ choices, onChange }: Pick<Props, 'choices' | 'onChange'>) {
  const { t } = useTranslation('export');
  const { file, preset, isUtc } = choices;
  const isFixed = file === 'csv' && preset === 'other';
  const zone = localTimeZone();
  return (
    <NativeSelect
      label={t('choices.timeZone')}
      disabled={isFixed}
      value={isFixed || isUtc || zone === UTC ? UTC : zone}
      data={[
        ...(zone === UTC ? [] : [{ value: zone, label: t('choices.local', { zone }) }]),
        { value: UTC, label: UTC },
      ]}
      onChange={({ currentTarget }) => onChange({ isUtc: currentTarget.value === UTC })}
    />
  );
}
