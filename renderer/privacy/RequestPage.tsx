import { Button, Grid } from '@mantine/core';
import { CalendarPlus, UserCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOpen, type PersonRequest } from '../../preload/contract';
import { useAppStore } from '../app/app-store';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { useMay } from '../app/use-may';
import { Page } from '../ui/Page';
import { Pending } from '../ui/Pending';
import { AccessDialog } from './AccessDialog';
import type { Doing } from './doing';
import { EraseDialog } from './EraseDialog';
import { CloseDialog, ExtendDialog, IdentifyDialog } from './RequestDialogs';
import { RequestFacts } from './RequestFacts';
import { RequestSteps } from './RequestSteps';
import { useRequests } from './requests-store';
import { usePersonLook } from './use-person-look';

/** A request as a page: what it is about, what is to be done next, and what was done. */
export function RequestPage() {
  const { t } = useTranslation('privacy');
  const { request, error, back, load } = useRequests();
  const toList = { label: t('requests.back'), go: back };
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
  const [doing, setDoing] = useState<Doing | null>(null);
  const { kind, reference, email } = request;
  return (
    <Page
      title={`${t(`requests.kinds.${kind}`)} · ${reference}`}
      intro={email ?? t('requests.erasedAddress')}
      back={{ label: t('requests.back'), go: back }}
      actions={isOpen(request) && <Actions request={request} onDo={setDoing} />}
      width="wide"
    >
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 8 }}>
          {isOpen(request) && <RequestSteps request={request} onDo={setDoing} />}
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: isOpen(request) ? 4 : 12 }}>
          <RequestFacts request={request} />
        </Grid.Col>
      </Grid>
      <Dialogs request={request} doing={doing} onClose={() => setDoing(null)} />
    </Page>
  );
}

interface ActionsProps {
  request: PersonRequest;
  onDo: (doing: Doing) => void;
}

function Actions({ request: { id, caretakerId, isExtended }, onDo }: ActionsProps) {
  const { t } = useTranslation('privacy');
  const show = useRequests((state) => state.show);
  const mayAct = useMay('requests.close');
  const isMine = useAppStore(
    ({ status }) => status?.state === 'unlocked' && status.user.id === caretakerId,
  );
  if (!mayAct) return null;
  return (
    <>
      {!isExtended && (
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
  doing: Doing | null;
  onClose: () => void;
}

function Dialogs({ request, doing, onClose }: DialogsProps) {
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
      return <Answering request={request} onClose={onClose} />;
    case 'erase': {
      const known = isMasked ? null : email;
      const typed = known ?? reference;
      return <EraseDialog subject={subject} typed={typed} email={known} onClose={onClose} />;
    }
    default:
      return <CloseDialog request={request} what={doing} onClose={onClose} />;
  }
}

function Answering({ request: { id, reference }, onClose }: Omit<DialogsProps, 'doing'>) {
  const subject = { request: id };
  const { shown } = usePersonLook(subject);
  if (!shown) return null;
  return (
    <AccessDialog
      subject={subject}
      summary={shown.summary}
      reference={reference}
      onClose={onClose}
    />
  );
}
