import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { UserRoundPlus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../flow/draft-store';
import { MAX_PERSONAS } from '../../flow/graph/personas';
import { usePreview } from '../preview-store';
import { answersOf } from './given';
import classes from './Personas.module.css';
import { keepAnswers } from './persona-actions';

/** Makes a persona of what was answered in the conversation so far. */
export function KeepAnswers() {
  const { t } = useTranslation(['preview', 'app']);
  const [isOpen, setOpen] = useState(false);
  const count = usePreview(({ given }) => Object.values(answersOf(given)).flat().length);
  const isFull = useDraft(({ graph }) => (graph.personas?.length ?? 0) >= MAX_PERSONAS);
  if (isOpen && count > 0) return <KeepForm count={count} onDone={() => setOpen(false)} />;
  return (
    <div>
      <Button
        size="xs"
        variant="default"
        disabled={count === 0 || isFull}
        leftSection={<UserRoundPlus size={15} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('preview:personas.keep')}
      </Button>
      {(count === 0 || isFull) && (
        <Text size="xs" c="dimmed" mt={4}>
          {t(isFull ? 'preview:personas.full' : 'preview:personas.nothing')}
        </Text>
      )}
    </div>
  );
}

function KeepForm({ count, onDone }: { count: number; onDone: () => void }) {
  const { t } = useTranslation(['preview', 'app']);
  const [name, setName] = useState('');
  const [isInvented, setInvented] = useState(true);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    keepAnswers(name.trim(), isInvented);
    onDone();
  };
  return (
    <form className={classes.form} onSubmit={save}>
      <Stack gap="xs">
        <TextInput
          size="xs"
          autoFocus
          label={t('preview:personas.name')}
          description={t('preview:personas.nameHint', { count })}
          maxLength={80}
          value={name}
          onChange={({ currentTarget: { value } }) => setName(value)}
        />
        <Switch
          size="xs"
          label={t('preview:personas.invented')}
          description={t('preview:personas.inventedHint')}
          checked={isInvented}
          onChange={({ currentTarget: { checked } }) => setInvented(checked)}
        />
        <Text size="xs" className={classes.warning} data-strong={!isInvented || undefined}>
          {t('preview:personas.warning')}
        </Text>
        <Group gap="xs" justify="flex-end">
          <Button size="xs" variant="default" onClick={onDone}>
            {t('app:cancel')}
          </Button>
          <Button size="xs" type="submit" disabled={!name.trim()}>
            {t('preview:personas.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
