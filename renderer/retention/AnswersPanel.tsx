import { Accordion, Alert, CloseButton, Stack, Text, TextInput } from '@mantine/core';
import { CalendarClock, DatabaseZap, Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ruleFor } from '../../preload/contract';
import { useSweepStore } from '../settings/sweep-store';
import { AnswerItem } from './AnswerItem';
import classes from './AnswersPanel.module.css';
import { daysOf, isUnused, retentionAnswers, type TableAnswer } from './answers';
import { findAnswers } from './find-answers';
import { useRetention } from './retention-store';
import { WorkspaceLimit } from './WorkspaceLimit';

/** How long what is kept, and why, table by table; the rules open where one is to be changed. */
export function AnswersPanel() {
  const { t } = useTranslation(['retention', 'app']);
  const policy = useRetention((state) => state.policy);
  const isClockInDoubt = useSweepStore(({ status }) => status?.clockJumpDays != null);
  const [typed, setTyped] = useState('');
  const answers = useMemo(() => (policy ? retentionAnswers(policy) : []), [policy]);
  if (!policy) return null;
  const found = findAnswers(answers, typed, {
    table: ({ table }) => t(`app:tables.${table}`),
    kind: (kind) => t(`answers.kinds.${kind}`),
  });
  const used = found.filter((answer) => !isUnused(answer));
  const unused = found.filter(isUnused);
  const workspace = ruleFor(policy.rules, null, null);
  return (
    <Stack gap="md" maw={1180}>
      {isClockInDoubt && (
        <Alert color="orange" py="xs" icon={<CalendarClock aria-hidden />}>
          {t('answers.clock')}
        </Alert>
      )}
      {!workspace.enabled && (
        <Alert color="orange" py="xs" icon={<DatabaseZap aria-hidden />}>
          {t('answers.workspaceOff')}
        </Alert>
      )}
      <div className={classes.head}>
        <SearchField typed={typed} onType={setTyped} />
        <WorkspaceLimit rule={workspace} />
        <Text size="sm" role="status" flex="1 0 100%">
          {typed.trim() !== '' && <Found typed={typed} found={found} />}
        </Text>
      </div>
      {used.length > 0 && (
        <ul className={classes.list} aria-label={t('tabs.policy')}>
          {used.map((answer) => (
            <AnswerItem key={answer.table} answer={answer} typed={typed} />
          ))}
        </ul>
      )}
      {unused.length > 0 && <Unused answers={unused} />}
      <Text size="sm" c="dimmed" maw={760}>
        {t('answers.explanation')}
      </Text>
    </Stack>
  );
}

function SearchField({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  const { t } = useTranslation('retention');
  return (
    <TextInput
      type="search"
      className={classes.search}
      label={t('answers.search')}
      placeholder={t('answers.searchHint')}
      leftSection={<Search size={15} aria-hidden />}
      rightSection={
        typed !== '' && (
          <CloseButton size="sm" aria-label={t('answers.clearSearch')} onClick={() => onType('')} />
        )
      }
      maxLength={100}
      value={typed}
      onChange={({ currentTarget }) => onType(currentTarget.value)}
      onKeyDown={({ key }) => key === 'Escape' && onType('')}
    />
  );
}

/** The shortest answer: how many tables, and which keeps it longest. */
function Found({ typed, found }: { typed: string; found: readonly TableAnswer[] }) {
  const { t } = useTranslation(['retention', 'app']);
  if (found.length === 0) return t('answers.notFound', { text: typed.trim() });
  const storing = found.filter(({ spans }) => spans.length > 0);
  const [longest] = storing.toSorted((a, b) => longestOf(b) - longestOf(a));
  if (!longest) return t('answers.foundOff', { count: found.length });
  const days = t('app:units.days', { count: longestOf(longest) });
  return t('answers.found', {
    count: storing.length,
    table: t(`app:tables.${longest.table}`),
    days: longest.isFromActivity ? t('answers.daysActivity', { days }) : days,
  });
}

const longestOf = ({ spans }: TableAnswer): number => daysOf(spans)?.max ?? 0;

function Unused({ answers }: { answers: readonly TableAnswer[] }) {
  const { t } = useTranslation(['retention', 'app']);
  return (
    <Accordion variant="contained" className={classes.unused}>
      <Accordion.Item value="unused">
        <Accordion.Control>{t('answers.unused', { count: answers.length })}</Accordion.Control>
        <Accordion.Panel>
          <Text size="sm" c="dimmed" mb="xs">
            {t('answers.unusedText')}
          </Text>
          <ul className={classes.list}>
            {answers.map((answer) => (
              <AnswerItem key={answer.table} answer={answer} typed="" />
            ))}
          </ul>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
