import { Input, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What follows from the flow and the policy, so that nobody types it. */
export function StoredTable({ stored }: { stored: readonly (readonly string[])[] }) {
  const { t } = useTranslation('records');
  if (stored.length === 0) return null;
  return (
    <Input.Wrapper
      label={t('editor.stored')}
      labelElement="div"
      description={t('editor.storedHint')}
    >
      <Table.ScrollContainer minWidth={520} type="native">
        <Table fz="xs" aria-label={t('editor.stored')}>
          <Table.Thead>
            <Table.Tr>
              {(['module', 'table', 'categories', 'retention'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`report.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {stored.map((row) => (
              <Table.Tr key={row.join()}>
                {row.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: by its column
                  <Table.Td key={index} valign="top">
                    {cell}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Input.Wrapper>
  );
}
