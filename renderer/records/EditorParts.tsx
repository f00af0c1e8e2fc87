import { Alert, NavLink, Paper, Stack, Text, Title } from '@mantine/core';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppError, RecordDetails, RecordedExperience } from '../../preload/contract';
import { useErrorMessage } from '../app/errors';
import { ActivityForm } from './ActivityForm';
import { Checks } from './Checks';
import { activityOf, keyOf, missingIn, type Part, partsOf } from './checks';
import classes from './Editor.module.css';
import { ResponsibleForm } from './ResponsibleForm';
import { ReviewForm } from './ReviewForm';
import { type RecordChanges, useRecordsDraft } from './records-draft';

interface Props {
  details: RecordDetails;
  experiences: readonly RecordedExperience[];
  error: AppError | null;
  onChange: (changes: RecordChanges) => void;
}

/** The parts of the records with what is open in each, and the form of one of them. */
export function EditorParts({ details, experiences, error, onChange }: Props) {
  const { t } = useTranslation('records');
  const message = useErrorMessage();
  const parts = partsOf(experiences);
  const current = useRecordsDraft((state) => state.part);
  const part = parts.find((each) => keyOf(each) === current) ?? parts[0];
  const nameOf = useNames();
  const links = (of: readonly Part[]) =>
    of.map((each) => (
      <PartLink
        key={keyOf(each)}
        label={nameOf(each)}
        open={missingIn(each, details).length}
        isCurrent={each === part}
        onClick={() => useRecordsDraft.setState({ part: keyOf(each) })}
      />
    ));
  const of = (...kinds: Part['kind'][]) => parts.filter(({ kind }) => kinds.includes(kind));

  return (
    <div className={classes.editor}>
      <nav className={classes.parts} aria-label={t('editor.parts')}>
        {links(of('responsible'))}
        <Text size="xs" c="dimmed" fw={600} mt="sm" px="xs">
          {t('editor.experiences')}
        </Text>
        {links(of('experience'))}
        {experiences.length === 0 && (
          <Text size="xs" c="dimmed" px="xs">
            {t('editor.noExperiences')}
          </Text>
        )}
        <Text size="xs" c="dimmed" fw={600} mt="sm" px="xs">
          {t('editor.ownParts')}
        </Text>
        {links(of('own', 'review'))}
      </nav>
      {part && (
        <Paper withBorder p="lg" component="section" aria-labelledby="records-part">
          <Stack gap="md">
            <Title order={2} id="records-part">
              {nameOf(part)}
            </Title>
            {error && (
              <Alert color="red" py="xs">
                {message(error)}
              </Alert>
            )}
            <Checks part={part} details={details} />
            <PartForm key={keyOf(part)} part={part} details={details} onChange={onChange} />
          </Stack>
        </Paper>
      )}
    </div>
  );
}

function useNames(): (part: Part) => string {
  const { t } = useTranslation('records');
  return (part) => {
    if (part.kind === 'experience') return part.experience.name;
    return part.kind === 'own' ? t(`report.own.${part.own}.heading`) : t(`editor.${part.kind}`);
  };
}

interface LinkProps {
  label: string;
  open: number;
  isCurrent: boolean;
  onClick: () => void;
}

function PartLink({ label, open, isCurrent, onClick }: LinkProps) {
  const { t } = useTranslation('records');
  const Icon = open === 0 ? CircleCheck : CircleDashed;
  return (
    <NavLink
      component="button"
      type="button"
      className={classes.part ?? ''}
      label={label}
      description={open === 0 ? undefined : t('editor.open', { count: open })}
      leftSection={<Icon size={16} aria-hidden />}
      active={isCurrent}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={onClick}
    />
  );
}

interface FormProps {
  part: Part;
  details: RecordDetails;
  onChange: (changes: RecordChanges) => void;
}

function PartForm({ part, details, onChange }: FormProps) {
  if (part.kind === 'responsible') return <ResponsibleForm details={details} onChange={onChange} />;
  if (part.kind === 'review') return <ReviewForm details={details} onChange={onChange} />;
  const activity = activityOf(details, part);
  return (
    <ActivityForm
      part={part}
      activity={activity}
      onChange={(changes) => {
        const next = { ...activity, ...changes };
        if (part.kind === 'own') onChange({ own: { [part.own]: next } });
        else onChange({ activities: { [part.experience.id]: next } });
      }}
    />
  );
}
