import { NativeSelect, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CodeColumns, CodeFileSample } from '../../preload/contract';

const ROLES = ['code', 'uses', 'points'] as const;
type Role = (typeof ROLES)[number];

/** More are seldom there, and would not be found. */
const SHOWN_COLUMNS = 40;

interface Props {
  sample: CodeFileSample;
  columns: CodeColumns;
  onAssign: (columns: CodeColumns) => void;
}

/** The first rows of a file, and above each column what it is. */
export function ColumnsTable({ sample, columns, onAssign }: Props) {
  const { t } = useTranslation('codes');
  const { rows, layout } = sample;
  const header = rows.find(({ line }) => line === layout.headerLine);
  const shown = Array.from(
    { length: Math.min(sample.width, SHOWN_COLUMNS) },
    (_, column) => column,
  );
  const isEach = columns.code === 'each';
  const roleOf = (column: number): Role | undefined =>
    ROLES.find((role) => columns[role] === column);

  /** A role is that of one column: the one that had it is not imported any more. */
  const assign = (column: number, role: string) => {
    const others = Object.fromEntries(
      ROLES.map((each) => [each, columns[each] === column ? null : columns[each]]),
    ) as CodeColumns;
    onAssign(role === '' ? others : { ...others, [role]: column });
  };

  return (
    <Table.ScrollContainer
      minWidth={Math.max(300, shown.length * 150)}
      maxHeight="min(270px, 26dvh)"
      type="native"
    >
      <Table
        fz="sm"
        verticalSpacing={4}
        withTableBorder
        stickyHeader
        aria-label={t('import.first')}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w={70}>
              {t(layout.sheet === null ? 'import.line' : 'import.row')}
            </Table.Th>
            {shown.map((column) => (
              <Table.Th key={column} scope="col">
                {isEach ? (
                  t('import.code')
                ) : (
                  <NativeSelect
                    size="xs"
                    aria-label={t('import.column', {
                      number: column + 1,
                      name: header?.cells[column] ?? '',
                    })}
                    value={roleOf(column) ?? ''}
                    data={[
                      { value: '', label: t('import.leftOut') },
                      ...ROLES.map((role) => ({ value: role, label: t(`import.${role}`) })),
                    ]}
                    onChange={(event) => assign(column, event.currentTarget.value)}
                  />
                )}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ line, cells }) => {
            const isAbove = line < (layout.headerLine ?? 0);
            return (
              <Table.Tr key={line}>
                <Table.Td c="dimmed">{line}</Table.Td>
                {shown.map((column) => (
                  <Table.Td
                    key={column}
                    fw={line === layout.headerLine ? 600 : 400}
                    {...(columns.code === column &&
                      line !== layout.headerLine && { ff: 'monospace' })}
                    {...((isAbove || !(isEach || roleOf(column))) && { c: 'dimmed' })}
                    style={{ overflowWrap: 'anywhere' }}
                  >
                    {cells[column]}
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
