import { NativeSelect, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  CodeFileDelimiter,
  CodeFileEncoding,
  type CodeFileLayout,
  type CodeFileSample,
} from '../../preload/contract';

const DELIMITER_NAMES = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
  '': 'none',
} as const satisfies Record<CodeFileDelimiter, string>;

interface Props {
  sample: CodeFileSample;
  onCorrect: (change: Partial<CodeFileLayout>) => void;
}

/** How the table in the file begins; a change is looked at immediately. */
export function LayoutFields({ sample, onCorrect }: Props) {
  const { t } = useTranslation('codes');
  const { layout, sheets, rows } = sample;
  const line = t(layout.sheet === null ? 'import.line' : 'import.row');
  return (
    <SimpleGrid cols={3} spacing="sm">
      {layout.delimiter !== null && (
        <NativeSelect
          label={t('import.delimiter')}
          value={layout.delimiter}
          data={CodeFileDelimiter.options.map((value) => ({
            value,
            label: t(`delimiters.${DELIMITER_NAMES[value]}`),
          }))}
          onChange={({ currentTarget: { value } }) =>
            onCorrect({ delimiter: CodeFileDelimiter.parse(value) })
          }
        />
      )}
      {layout.encoding !== null && (
        <NativeSelect
          label={t('import.encoding')}
          value={layout.encoding}
          data={CodeFileEncoding.options.map((value) => ({
            value,
            label: t(`encodings.${value}`),
          }))}
          onChange={({ currentTarget: { value } }) =>
            onCorrect({ encoding: CodeFileEncoding.parse(value) })
          }
        />
      )}
      {layout.sheet !== null && (
        <NativeSelect
          label={t('import.sheet')}
          disabled={sheets.length < 2}
          value={String(layout.sheet)}
          data={sheets.map(({ index, name, isHidden }) => ({
            value: String(index),
            label: isHidden ? t('import.hiddenSheet', { name }) : name,
          }))}
          onChange={({ currentTarget: { value } }) => onCorrect({ sheet: Number(value) })}
        />
      )}
      <NativeSelect
        label={t('import.header')}
        value={layout.headerLine ?? ''}
        data={[
          { value: '', label: t('import.noHeader') },
          ...rows.map((row) => ({ value: String(row.line), label: `${line} ${row.line}` })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onCorrect({ headerLine: value === '' ? null : Number(value) })
        }
      />
    </SimpleGrid>
  );
}
