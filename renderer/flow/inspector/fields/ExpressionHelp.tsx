import { ActionIcon, Code, Popover, Table, Text, Title } from '@mantine/core';
import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** One example of everything that the language can do; docs/expressions.md is the whole of it. */
const EXAMPLES = {
  equal: 'choice == "Red"',
  oneOf: 'choice in ["Red", "Blue"]',
  both: 'points >= 10 && !(city == "Bonn")',
  compare: 'points > 100',
  empty: 'phone == ""',
  contains: 'contains(email, "@example.com")',
  lower: 'lower(city) == "bonn"',
  calculate: '(points + 5) * 2',
  number: 'number(points, 0) + 1',
  join: 'firstname + " " + lastname',
  either: 'points > 9 ? "Gold" : "Silver"',
  age: 'age(birthdate) >= 18',
  days: 'days(today(), "2026-12-24")',
} as const;

const KEYS = Object.keys(EXAMPLES) as (keyof typeof EXAMPLES)[];

export function ExpressionHelp() {
  const { t } = useTranslation('flow');
  return (
    <Popover position="bottom-end" width={420} withArrow trapFocus shadow="md">
      <Popover.Target>
        <ActionIcon variant="subtle" aria-label={t('expressionHelp.open')}>
          <CircleHelp size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown mah={440} style={{ overflowY: 'auto' }} tabIndex={0}>
        <Title order={3} size="h5" mb={4}>
          {t('expressionHelp.title')}
        </Title>
        <Text size="sm" mb="xs">
          {t('expressionHelp.about', { reference: '${upper(city)}' })}
        </Text>
        <Table verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('expressionHelp.example')}</Table.Th>
              <Table.Th>{t('expressionHelp.meaning')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {KEYS.map((key) => (
              <Table.Tr key={key}>
                <Table.Td>
                  <Code>{EXAMPLES[key]}</Code>
                </Table.Td>
                <Table.Td>{t(`expressionHelp.examples.${key}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Popover.Dropdown>
    </Popover>
  );
}
