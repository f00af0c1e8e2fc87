import { Button, Group, MultiSelect, NativeSelect, NumberInput, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  DELIMITERS,
  EXPORT_CHANNELS,
  EXPORT_LEVELS,
  ExportChannels,
  ExportLevel,
  ExportSettings,
  TABLE_NAMES,
  TableName,
} from '../../preload/contract';
import { type Choices, type ExportCount, localTimeZone } from './choices';

const UTC = 'UTC';

interface Props {
  choices: Choices;
  count: ExportCount | null;
  /** A filter is about the columns of one table. */
  isFiltered: boolean;
  onChange: (changes: Partial<Choices>) => void;
}

/** Which tables, whose rows, how much of a person, and in which form. */
export function ChoiceFields({ choices, count, isFiltered, onChange }: Props) {
  const { t } = useTranslation(['export', 'app']);
  const { tables, channels, level, deleteWithinDays } = choices;
  const rowsIn = {
    collected: count?.collected ?? 0,
    preview: count?.preview ?? 0,
    all: (count?.collected ?? 0) + (count?.preview ?? 0),
  };
  return (
    <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
      {!isFiltered && (
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
        description={t(`choices.levelHint.${level}`)}
        inputWrapperOrder={['label', 'input', 'description']}
        value={level}
        data={EXPORT_LEVELS.map((value) => ({ value, label: t(`choices.levels.${value}`) }))}
        onChange={({ currentTarget }) =>
          onChange({ level: ExportLevel.parse(currentTarget.value) })
        }
      />
      <FormatFields choices={choices} onChange={onChange} />
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

function FormatFields({ choices: { format }, onChange }: Pick<Props, 'choices' | 'onChange'>) {
  const { t } = useTranslation('export');
  const change = (changes: Partial<Choices['format']>) =>
    onChange({ format: { ...format, ...changes } });
  return (
    <>
      <NativeSelect
        label={t('choices.delimiter')}
        value={format.delimiter}
        data={DELIMITERS.map((value) => ({
          value,
          label: t(`choices.delimiters.${nameOf(value)}`),
        }))}
        onChange={({ currentTarget }) => {
          const delimiter = DELIMITERS.find((each) => each === currentTarget.value);
          if (delimiter) change({ delimiter });
        }}
      />
      <NativeSelect
        label={t('choices.encoding')}
        value={String(format.byteOrderMark)}
        data={[
          { value: 'false', label: t('choices.utf8') },
          { value: 'true', label: t('choices.utf8Bom') },
        ]}
        onChange={({ currentTarget }) => change({ byteOrderMark: currentTarget.value === 'true' })}
      />
      <NativeSelect
        label={t('choices.timeZone')}
        value={format.timeZone}
        data={[
          { value: UTC, label: UTC },
          ...(localTimeZone() === UTC
            ? []
            : [{ value: localTimeZone(), label: t('choices.local', { zone: localTimeZone() }) }]),
        ]}
        onChange={({ currentTarget }) => change({ timeZone: currentTarget.value })}
      />
    </>
  );
}

const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

function nameOf(delimiter: (typeof DELIMITERS)[number]) {
  return DELIMITER_NAMES[delimiter];
}
