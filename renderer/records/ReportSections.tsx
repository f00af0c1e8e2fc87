import { Stack, Table, Text, Title } from '@mantine/core';
import type { Report } from '../../preload/contract';
import { Facts } from '../ui/Facts';

export function ReportSections({ report }: { report: Report }) {
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        {report.subtitle}
      </Text>
      {report.sections.map(({ heading, text, facts, table }) => (
        <Stack key={heading} gap="sm" component="section">
          <Title order={2}>{heading}</Title>
          {text && <Text size="sm">{text}</Text>}
          {facts && <Facts facts={facts} />}
          {table && (
            <Table.ScrollContainer minWidth={600} type="native">
              <Table fz="sm" aria-label={heading} verticalSpacing="xs">
                <Table.Thead>
                  <Table.Tr>
                    {table.head.map((cell) => (
                      <Table.Th key={cell} scope="col">
                        {cell}
                      </Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {table.rows.map((row) => (
                    <Table.Tr key={row.join()}>
                      {row.map((cell, index) => (
                        <Table.Td key={table.head[index]} valign="top">
                          {cell}
                        </Table.Td>
                      ))}
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
        </Stack>
      ))}
    </Stack>
  );
}
