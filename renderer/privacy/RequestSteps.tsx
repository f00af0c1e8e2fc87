import {
  Alert,
  Button,
  Group,
  Menu,
  Paper,
  Stack,
  Text,
  ThemeIcon,
  Title,
  VisuallyHidden,
} from '@mantine/core';
import { Check, ChevronDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRequest, PersonSummary } from '../../preload/contract';
import { useMay } from '../app/use-may';
import { Pending } from '../ui/Pending';
import type { Doing } from './doing';
import { PersonFacts } from './PersonView';
import { Timeline } from './Timeline';
import type { PersonLook } from './use-person-look';

interface Props {
  request: PersonRequest;
  onDo: (doing: Doing) => void;
}

interface StepsProps extends Props {
  /** At whom it is about. */
  look: PersonLook;
}

/** What is to be done about an open request, in its order. */
export function RequestSteps({ request, look, onDo }: StepsProps) {
  if (request.email === null) return <Gone request={request} onDo={onDo} />;
  return (
    <Stack gap="md" component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
      <IdentityStep request={request} onDo={onDo} />
      <LookStep request={request} look={look} />
      <AnswerStep request={request} look={look} onDo={onDo} />
    </Stack>
  );
}

function IdentityStep({ request: { state, steps }, onDo }: Props) {
  const { t } = useTranslation('privacy');
  const mayAct = useMay('requests.identify');
  const checks = steps.flatMap(({ step }) => (step.what === 'identified' ? [step] : []));
  const last = checks.at(-1);
  const isDone = state === 'identified';
  return (
    <Step number={1} title={t('requests.identify.title')} isDone={isDone} isNext={!isDone}>
      <Text size="sm" c="dimmed">
        {last
          ? t('requests.identify.done', { how: t(`requests.proofs.${last.how}`) })
          : t('requests.identify.text')}
      </Text>
      {mayAct && (
        <Group>
          <Button
            {...(isDone && { variant: 'default', size: 'xs' })}
            onClick={() => onDo('identify')}
          >
            {t(isDone ? 'requests.identify.again' : 'requests.identify.title')}
          </Button>
        </Group>
      )}
    </Step>
  );
}

function LookStep({ request, look }: Omit<StepsProps, 'onDo'>) {
  const { t } = useTranslation('privacy');
  const [isOpen, setOpen] = useState(false);
  const [hasLooked, setLooked] = useState(hasFile(request));
  const { shown, error, refresh, loadMore } = look;
  const isToShow = shown !== null && shown.entries.length > 0;
  const toggle = () => {
    setOpen(!isOpen);
    setLooked(true);
  };
  return (
    <Step
      number={2}
      title={t('requests.look.title')}
      isDone={hasLooked || (shown !== null && !isToShow)}
    >
      {!shown && <Pending title={t('loadFailed')} error={error} onRetry={() => void refresh()} />}
      {shown?.summary.tables.length === 0 && (
        <>
          <Text size="sm" c="dimmed">
            {t('requests.look.nothing')}
          </Text>
          {shown.summary.hold && <Alert color="orange">{t(`hold.${shown.summary.hold}`)}</Alert>}
        </>
      )}
      {shown && shown.summary.tables.length > 0 && <PersonFacts summary={shown.summary} />}
      {isToShow && (
        <>
          <Group>
            <Button variant="default" size="xs" aria-expanded={isOpen} onClick={toggle}>
              {t(isOpen ? 'requests.look.hide' : 'requests.look.show')}
            </Button>
          </Group>
          {isOpen && (
            <Timeline
              entries={shown.entries}
              tables={shown.tables}
              onMore={shown.next ? loadMore : null}
            />
          )}
        </>
      )}
    </Step>
  );
}

function AnswerStep({ request, look: { shown }, onDo }: StepsProps) {
  const { t } = useTranslation('privacy');
  const mayAct = useMay('requests.close');
  const { kind } = request;
  const isIdentified = request.state === 'identified';
  const isNothing = shown?.summary.tables.length === 0;
  const isHeld = kind === 'erasure' && shown !== null && isKept(shown.summary);
  const isMade = kind === 'access' && hasFile(request);
  return (
    <Step number={3} title={t('requests.answer.title')} isDone={false} isNext={isIdentified}>
      <Text size="sm" c="dimmed">
        {t(`requests.answer.${whatNext(request, { isNothing, isHeld })}`)}
      </Text>
      {mayAct && (
        <Group gap="xs">
          {isIdentified && shown && isNothing && !isHeld && (
            <Button {...(isMade && { variant: 'default' })} onClick={() => onDo('nothing_stored')}>
              {t('requests.answer.nothingStored')}
            </Button>
          )}
          {isIdentified && shown && kind === 'access' && !isNothing && (
            <Button {...(isMade && { variant: 'default' })} onClick={() => onDo('answer')}>
              {t(isMade ? 'requests.answer.makeAgain' : 'requests.answer.makeFile')}
            </Button>
          )}
          {isIdentified && isMade && (
            <Button onClick={() => onDo('handed_over')}>{t('requests.answer.handedOver')}</Button>
          )}
          {isIdentified && isHeld && (
            <Button onClick={() => onDo('refused')}>{t('requests.answer.refuse')}</Button>
          )}
          {isIdentified && shown && kind === 'erasure' && !isNothing && !isHeld && (
            <Button color="red" onClick={() => onDo('erase')}>
              {t('requests.answer.erase')}
            </Button>
          )}
          <OtherWays onDo={onDo} />
        </Group>
      )}
    </Step>
  );
}

const hasFile = ({ steps }: PersonRequest): boolean =>
  steps.some(({ step }) => step.what === 'file_made');

/** Whether a legal hold leaves an erasure nothing to do. */
const isKept = ({ hold, tables }: PersonSummary): boolean =>
  hold !== null || (tables.length > 0 && tables.every(({ rows, held }) => rows === held));

/** What is to be done now, of the words of the answer. */
function whatNext(
  request: PersonRequest,
  { isNothing, isHeld }: Record<'isNothing' | 'isHeld', boolean>,
) {
  if (request.state !== 'identified') return 'after';
  if (isHeld) return 'heldText';
  if (request.kind === 'access' && hasFile(request)) return 'handOverText';
  if (isNothing) return 'nothingText';
  return request.kind === 'access' ? 'accessText' : 'erasureText';
}

/** Of a request whose person was erased meanwhile. */
function Gone({ onDo }: Props) {
  const { t } = useTranslation('privacy');
  const mayAct = useMay('requests.close');
  return (
    <Stack gap="md">
      <Alert color="orange">{t('requests.answer.goneText')}</Alert>
      {mayAct && (
        <Group gap="xs">
          <Button onClick={() => onDo('erased_meanwhile')}>
            {t('requests.answer.erasedMeanwhile')}
          </Button>
          <OtherWays onDo={onDo} />
        </Group>
      )}
    </Stack>
  );
}

function OtherWays({ onDo }: Pick<Props, 'onDo'>) {
  const { t } = useTranslation('privacy');
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" rightSection={<ChevronDown size={16} aria-hidden />}>
          {t('requests.answer.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onDo('refused')}>{t('requests.answer.refuse')}</Menu.Item>
        <Menu.Item onClick={() => onDo('withdrawn')}>{t('requests.answer.withdraw')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface StepProps {
  number: number;
  title: string;
  isDone: boolean;
  /** It is what the request waits for. */
  isNext?: boolean;
  children: ReactNode;
}

function Step({ number, title, isDone, isNext = false, children }: StepProps) {
  const { t } = useTranslation('privacy');
  return (
    <Paper
      component="li"
      withBorder
      p="md"
      {...(isNext && {
        'aria-current': 'step',
        style: { borderColor: 'var(--mantine-primary-color-filled)' },
      })}
    >
      <Group gap="md" align="flex-start" wrap="nowrap">
        <ThemeIcon
          size={28}
          radius="xl"
          variant={isDone ? 'filled' : 'default'}
          aria-hidden
          style={{ flex: 'none' }}
        >
          {isDone ? <Check size={16} /> : <Text size="sm">{number}</Text>}
        </ThemeIcon>
        <Stack gap="sm" flex={1} miw={0}>
          <Title order={2} size="h4" mt={2}>
            {title}
            {isDone && <VisuallyHidden> ({t('requests.stepDone')})</VisuallyHidden>}
          </Title>
          {children}
        </Stack>
      </Group>
    </Paper>
  );
}
