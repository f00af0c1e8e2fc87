import { Code, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type AuditEntry, TableName } from '../../preload/contract';
import en from '../../resources/locales/en/retention.json';
import { formatExactInstant, formatInstant } from '../ui/format';
import classes from './PolicyTable.module.css';
import { useRetention } from './retention-store';

type KnownRule = keyof typeof en.receipts.rules;

/** Proof that rows went: what, how many, when, under which rule, chained by their hashes. */
export function ReceiptsPanel() {
  const { t } = useTranslation('retention');
  const receipts = useRetention((state) => state.receipts) ?? [];
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" maw={760}>
        {t('receipts.explanation')}
      </Text>
      {receipts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('receipts.none')}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={780} type="native" className={classes.frame}>
          <Table fz="sm" aria-label={t('tabs.receipts')}>
            <Table.Thead>
              <Table.Tr>
                {(['number', 'at', 'table', 'rows', 'rule', 'by', 'hash'] as const).map(
                  (column) => (
                    <Table.Th key={column} scope="col" ta={column === 'rows' ? 'right' : undefined}>
                      {t(`receipts.${column}`)}
                    </Table.Th>
                  ),
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {receipts.map((receipt) => (
                <Receipt key={receipt.seq} receipt={receipt} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  );
}

function Receipt({ receipt }: { receipt: AuditEntry }) {
  const { t } = useTranslation(['retention', 'app']);
  const { seq, at, user, details, hash } = receipt;
  const table = TableName.safeParse(details.table);
  const { rows, rule } = countedIn(receipt);
  return (
    <Table.Tr>
      <Table.Td>{seq}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <time dateTime={new Date(at).toISOString()} title={formatExactInstant(at)}>
          {formatInstant(at)}
        </time>
      </Table.Td>
      <Table.Td>
        {table.success
          ? t(`app:tables.${table.data}`)
          : String(details.table ?? details.pool ?? '')}
      </Table.Td>
      <Table.Td ta="right">{t('app:count', { count: rows })}</Table.Td>
      <Table.Td>{isKnownRule(rule) ? t(`retention:receipts.rules.${rule}`) : rule}</Table.Td>
      <Table.Td>{user === 'system' ? t('receipts.system') : user}</Table.Td>
      <Table.Td>
        <Code title={hash}>{hash.slice(0, 16)}…</Code>
      </Table.Td>
    </Table.Tr>
  );
}

/** Codes of a pool are in no data table, and their entry has other names for the same. */
function countedIn({ action, details }: AuditEntry): { rows: number; rule: string } {
  return action === 'codes.deleted'
    ? { rows: Number(details.codes), rule: 'codes' }
    : { rows: Number(details.rows), rule: String(details.rule ?? '') };
}

function isKnownRule(rule: string): rule is KnownRule {
  return Object.hasOwn(en.receipts.rules, rule);
}
