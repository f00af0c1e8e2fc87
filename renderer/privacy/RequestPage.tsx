import { Button, Grid, Text } from '@mantine/core';
import { CalendarPlus, UserCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOpen, type PersonRequest } from '../../preload/contract';
import { useAppStore } from '../app/app-store';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { useKept } from '../app/place';
import { useMay } from '../app/use-may';
import { Page } from '../ui/Page';
import { Pending } from '../ui/Pending';
import { useNow } from '../ui/use-now';
import { AccessDialog } from './AccessDialog';
import { DueLine } from './Due';
import { type Doing, FormDoing } from './doing';
import { daysLeft } from './due';
import { EraseDialog } from './EraseDialog';
import { CloseDialog, ExtendDialog, IdentifyDialog } from './RequestDialogs';
import { RequestFacts } from './RequestFacts';
import { RequestSteps } from './RequestSteps';
import { useRequests } from './requests-store';
import { type PersonLook, usePersonLook } from './use-person-look';

/** A request as a page: what it is about, what is to be done next, and what was done. */
export function RequestPage() {
  const { t } = useTranslation('privacy');
  const { openId, request, error, back, load } = useRequests();
  const toList = { label: t('requests.back'), go: back, from: `request-${openId}` };
  if (!request) {
    return (
      <Page title={t('title')} back={toList}>
        <Pending title={t('requests.loadFailed')} error={error} onRetry={() => void load()} />
      </Page>
    );
  }
  return <OpenedRequest request={request} />;
}

function OpenedRequest({ request }: { request: PersonRequest }) {
  const { t } = useTranslation('privacy');
  const back = useRequests((state) => state.back);
  const { id, kind, reference, email } = request;
  const [doing, setDoing] = useDoing(request);
  const look = usePersonLook(isOpen(request) && email !== null ? { request: id } : null);
  return (
    <Page
      title={`${t(`requests.kinds.${kind}`)} · ${reference}`}
      intro={
        <>
          <Text inherit style={{ overflowWrap: 'anywhere' }}>
            {email ?? t('requests.erasedAddress')}
          </Text>
          {isOpen(request) && <DueLine request={request} />}
        </>
      }
      back={{ label: t('requests.back'), go: back, from: `request-${id}` }}
      actions={isOpen(request) && <Actions request={request} onDo={setDoing} />}
      width="wide"
    >
      {isOpen(request) ? (
        <Grid gap="xl">
          <Grid.Col span={{ base: 12, md: 8 }}>
            <RequestSteps request={request} look={look} onDo={setDoing} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 4 }}>
            <RequestFacts request={request} />
          </Grid.Col>
        </Grid>
      ) : (
        <RequestFacts request={request} />
      )}
      <Dialogs request={request} look={look} doing={doing} onClose={() => setDoing(null)} />
    </Page>
  );
}

/** Forms are there again after a lock; what shows a password or erases is begun anew. */
function useDoing(request: PersonRequest): [Doing | null, (doing: Doing | null) => void] {
  const [form, setForm] = useKept(`requests.${request.id}.form`, FormDoing.nullable(), null);
  const [begun, setBegun] = useState<Doing | null>(null);
  const set = (doing: Doing | null): void => {
    const isForm = FormDoing.safeParse(doing).success;
    setForm(isForm ? (doing as FormDoing) : null);
    setBegun(isForm ? null : doing);
  };
  return [begun ?? (isOpen(request) ? form : null), set];
}

interface ActionsProps {
  request: PersonRequest;
  onDo: (doing: Doing) => void;
}

function Actions({ request, onDo }: ActionsProps) {
  const { t } = useTranslation('privacy');
  const { id, caretakerId, isExtended } = request;
  const show = useRequests((state) => state.show);
  const mayAct = useMay('requests.close');
  const left = daysLeft(request, useNow());
  // The person had to be told while the first deadline was not over.
  const canExtend = !isExtended && left >= 0;
  const isMine = useAppStore(
    ({ status }) => status?.state === 'unlocked' && status.user.id === caretakerId,
  );
  if (!mayAct) return null;
  return (
    <>
      {canExtend && (
        <Button
          variant="default"
          leftSection={<CalendarPlus size={16} aria-hidden />}
          onClick={() => onDo('extend')}
        >
          {t('requests.extend.action')}
        </Button>
      )}
      {!isMine && (
        <Button
          variant="default"
          leftSection={<UserCheck size={16} aria-hidden />}
          onClick={() => void call('requests.takeOver', { id }).then(show).catch(showError)}
        >
          {t('requests.takeOver')}
        </Button>
      )}
    </>
  );
}

interface DialogsProps {
  request: PersonRequest;
  look: PersonLook;
  doing: Doing | null;
  onClose: () => void;
}

function Dialogs({ request, look, doing, onClose }: DialogsProps) {
  // The certificate outlives the address that it takes from the request.
  const [asked] = useState(request);
  const { email, isMasked, reference } = asked;
  const subject = { request: request.id };
  switch (doing) {
    case null:
      return null;
    case 'identify':
      return <IdentifyDialog request={request} onClose={onClose} />;
    case 'extend':
      return <ExtendDialog request={request} onClose={onClose} />;
    case 'answer':
      return <Answering request={request} look={look} onClose={onClose} />;
    case 'erase': {
      const known = isMasked ? null : email;
      const typed = known ?? reference;
      return <EraseDialog subject={subject} typed={typed} email={known} onClose={onClose} />;
    }
    default:
      return <CloseDialog request={request} what={doing} onClose={onClose} />;
  }
}

function Answering({ request: { id, reference }, look, onClose }: Omit<DialogsProps, 'doing'>) {
  // The one-time password outlives what is shown of the person.
  const [summary] = useState(look.shown?.summary ?? null);
  if (!summary) return null;
  const subject = { request: id };
  return (
    <AccessDialog subject={subject} summary={summary} reference={reference} onClose={onClose} />
  );
}
