import { Anchor, Badge, Button, Paper, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { Inbox } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOpen, type RequestSummary } from '../../preload/contract';
import { EmptyState } from '../ui/EmptyState';
import { formatCalendarDay } from '../ui/format';
import { Pending } from '../ui/Pending';
import { opens } from '../ui/page-focus';
import { Due } from './Due';
import { KeptLine } from './KeptLine';
import { useRequests } from './requests-store';

const PAGE = 50;
const COLUMNS = ['person', 'kind', 'receivedShort', 'due', 'state', 'caretaker'] as const;
const STATE_COLORS = {
  received: 'blue',
  identified: 'blue',
  answered: 'petrol',
  refused: 'gray',
  withdrawn: 'gray',
} as const;

/** The requests that are open, those due first, or those that are closed. */
export function RequestList() {
  const { t } = useTranslation('privacy');
  const { requests, showsClosed, error, load, showClosed } = useRequests();
  const [shown, setShown] = useState(PAGE);
  if (!requests) {
    const title = t('requests.loadFailed');
    return <Pending title={title} error={error} onRetry={() => void load()} />;
  }
  const open = requests.filter(isOpen).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const closed = requests.filter((request) => !isOpen(request));
  const listed = showsClosed ? closed : open;
  return (
    <Stack gap="md">
      {requests.length > 0 && (
        <SegmentedControl
          aria-label={t('requests.show')}
          data={[
            { value: 'open', label: t('requests.open', { count: open.length }) },
            { value: 'closed', label: t('requests.closed', { count: closed.length }) },
          ]}
          value={showsClosed ? 'closed' : 'open'}
          onChange={(value) => showClosed(value === 'closed')}
          style={{ alignSelf: 'start' }}
        />
      )}
      {listed.length > 0 ? (
        <RequestTable requests={listed.slice(0, shown)} />
      ) : (
        <Nothing isEmpty={requests.length === 0} showsClosed={showsClosed} />
      )}
      {listed.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + PAGE)}>
          {t('requests.more', { count: listed.length - shown })}
        </Button>
      )}
      <KeptLine />
    </Stack>
  );
}

function Nothing({ isEmpty, showsClosed }: { isEmpty: boolean; showsClosed: boolean }) {
  const { t } = useTranslation('privacy');
  const key = isEmpty ? 'none' : showsClosed ? 'noneClosed' : 'noneOpen';
  return (
    <EmptyState icon={Inbox} title={t(`requests.${key}`)}>
      {t(`requests.${key}Text`)}
    </EmptyState>
  );
}

function RequestTable({ requests }: { requests: readonly RequestSummary[] }) {
  const { t } = useTranslation('privacy');
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={720} type="native">
        <Table fz="sm" verticalSpacing="xs" highlightOnHover aria-label={t('requests.list')}>
          <Table.Thead>
            <Table.Tr>
              {COLUMNS.map((name) => (
                <Table.Th key={name} scope="col">
                  {t(`requests.${name}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {requests.map((request) => (
              <RequestRow key={request.id} request={request} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function RequestRow({ request }: { request: RequestSummary }) {
  const { t } = useTranslation('privacy');
  const open = useRequests((state) => state.open);
  const { id, reference, email, kind, receivedOn, caretaker } = request;
  return (
    <Table.Tr onClick={() => void open(id)} style={{ cursor: 'pointer' }}>
      <Table.Th scope="row" fw={500}>
        <Anchor
          ref={opens(`request-${id}`)}
          component="button"
          type="button"
          inherit
          ta="left"
          style={{ overflowWrap: 'anywhere' }}
          aria-label={`${t('requests.openRequest', { reference })}: ${email ?? t('requests.erasedAddress')}`}
        >
          {email ?? t('requests.erasedAddress')}
        </Anchor>
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {reference}
        </Text>
      </Table.Th>
      <Table.Td>{t(`requests.kinds.${kind}`)}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{formatCalendarDay(receivedOn)}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Due request={request} />
      </Table.Td>
      <Table.Td>
        <StateBadge request={request} />
      </Table.Td>
      <Table.Td>{caretaker}</Table.Td>
    </Table.Tr>
  );
}

export function StateBadge({ request: { state } }: { request: RequestSummary }) {
  const { t } = useTranslation('privacy');
  return (
    <Badge color={STATE_COLORS[state]} variant="light" tt="none" miw="max-content">
      {t(`requests.states.${state}`)}
    </Badge>
  );
}
