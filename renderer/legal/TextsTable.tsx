import { Badge, Group, Paper, Stack, Table, Text, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LEGAL_KINDS, type LegalTextSummary, languageName } from '../../preload/contract';
import { useGoing } from '../app/going';
import { currentLanguage } from '../app/i18n';
import { opens } from '../ui/page-focus';
import classes from './Legal.module.css';
import { openText } from './legal-store';
import { TextMenu } from './TextMenu';

/** One table for each kind that there is. */
export function TextsTable({ texts }: { texts: readonly LegalTextSummary[] }) {
  const { t } = useTranslation('legal');
  return LEGAL_KINDS.map((kind) => {
    const ofKind = texts.filter((text) => text.kind === kind);
    if (ofKind.length === 0) return null;
    return (
      <Stack key={kind} gap={6}>
        <Title order={2}>{t(`kinds.${kind}`)}</Title>
        <Paper withBorder>
          <Table.ScrollContainer minWidth={640} type="native">
            <Table fz="sm" verticalSpacing="xs" layout="fixed" aria-label={t(`kinds.${kind}`)}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col" w="32%">
                    {t('columns.name')}
                  </Table.Th>
                  <Table.Th scope="col">{t('columns.state')}</Table.Th>
                  <Table.Th scope="col">{t('columns.languages')}</Table.Th>
                  <Table.Th scope="col">{t('columns.uses')}</Table.Th>
                  <Table.Th scope="col" w={56} aria-label={t('columns.actions')} />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {ofKind.map((text) => (
                  <Row key={text.id} text={text} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      </Stack>
    );
  });
}

function Row({ text }: { text: LegalTextSummary }) {
  const { id, name, current } = text;
  const isGoing = useGoing('legal.delete', id) !== undefined;
  return (
    <Table.Tr {...(isGoing && { c: 'dimmed' })}>
      <Table.Th scope="row" fw={500}>
        <UnstyledButton
          ref={opens(`legal-${id}`)}
          className={classes.open}
          disabled={isGoing}
          onClick={() => openText(id)}
        >
          {name}
        </UnstyledButton>
      </Table.Th>
      <Table.Td>
        <StateBadge text={text} />
      </Table.Td>
      <Table.Td>
        {current?.languages.map((tag) => languageName(tag, currentLanguage())).join(', ')}
      </Table.Td>
      <Table.Td>
        <UsesLine text={text} />
      </Table.Td>
      <Table.Td ta="right">
        <TextMenu text={text} />
      </Table.Td>
    </Table.Tr>
  );
}

type Stated = Pick<LegalTextSummary, 'archivedAt' | 'current' | 'hasDraft'>;

export function StateBadge({ text: { archivedAt, current, hasDraft } }: { text: Stated }) {
  const { t } = useTranslation('legal');
  const badge = { variant: 'light', tt: 'none' } as const;
  const number = current?.number;
  return (
    <Group gap={6}>
      {archivedAt !== null && (
        <Badge {...badge} color="gray">
          {t('state.archived')}
        </Badge>
      )}
      {number === undefined ? (
        <Badge {...badge} color="orange">
          {t('state.draft')}
        </Badge>
      ) : (
        <Badge {...badge}>
          {t(`state.${hasDraft ? 'publishedDraft' : 'published'}`, { number })}
        </Badge>
      )}
    </Group>
  );
}

function UsesLine({ text: { uses } }: { text: LegalTextSummary }) {
  const { t } = useTranslation('legal');
  const { experiences, rows } = uses;
  const parts = [...experiences, ...(rows > 0 ? [t('rows', { count: rows })] : [])];
  if (parts.length > 0) return parts.join(', ');
  return (
    <Text span inherit c="dimmed">
      {t('unused')}
    </Text>
  );
}
