import { Table } from '@mantine/core';

export interface CountTableProps {
  label: string;
  /** The first column names the rows. */
  head: string[];
  rows: { key: string; cells: string[] }[];
}

/** A chart's figures. */
export function CountTable({ label, head, rows }: CountTableProps) {
  return (
    <Table.ScrollContainer minWidth={420} type="native">
      <Table fz="sm" aria-label={label} style={{ fontVariantNumeric: 'tabular-nums' }}>
        <Table.Thead>
          <Table.Tr>
            {head.map((name, column) => (
              <Table.Th key={name} scope="col" ta={column > 0 ? 'right' : undefined}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, cells: [name, ...counts] }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={500}>
                {name}
              </Table.Th>
              {counts.map((count, column) => (
                <Table.Td key={head[column + 1]} ta="right">
                  {count}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
