import { Autocomplete, Button, Center, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search, UserSearch, UserX } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onEvent } from '../app/client';
import { ErrorState } from '../ui/ErrorState';
import { EraseDialog } from './EraseDialog';
import { PersonView } from './PersonView';
import { usePersonStore } from './person-store';

const PAUSE_MS = 150;

export function FindPanel() {
  const refresh = usePersonStore((state) => state.refresh);
  // Here, since the certificate outlives what is shown of the person.
  const [erased, setErased] = useState<string | null>(null);
  useEffect(() => {
    void refresh();
    return onEvent('data.changed', () => void refresh());
  }, [refresh]);
  return (
    <Stack gap="lg">
      <SearchField />
      <Found onErase={setErased} />
      {erased !== null && <EraseDialog email={erased} onClose={() => setErased(null)} />}
    </Stack>
  );
}

function SearchField() {
  const { t } = useTranslation('privacy');
  const { typed, suggestions, type, suggest, find } = usePersonStore();
  const suggestSoon = useDebouncedCallback(() => void suggest().catch(() => undefined), PAUSE_MS);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== '') void find(typed.trim());
  };
  return (
    <search>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <Autocomplete
            flex={1}
            maw={480}
            label={t('search.label')}
            placeholder={t('search.placeholder')}
            leftSection={<Search size={16} aria-hidden />}
            data={suggestions}
            // Main has found them already, by their comparable form.
            filter={({ options }) => options}
            value={typed}
            maxLength={254}
            spellCheck={false}
            onChange={(text) => {
              type(text);
              suggestSoon();
            }}
            onOptionSubmit={(email) => void find(email)}
          />
          <Button type="submit" disabled={typed.trim() === ''}>
            {t('search.action')}
          </Button>
        </Group>
      </form>
    </search>
  );
}

function Found({ onErase }: { onErase: (email: string) => void }) {
  const { t } = useTranslation(['privacy', 'app']);
  const { email, summary, error, refresh } = usePersonStore();
  if (email === null) {
    const icon = <UserSearch size={36} strokeWidth={1.25} aria-hidden />;
    return <Notice icon={icon} title={t('start.title')} text={t('start.text')} />;
  }
  if (error) {
    return (
      <Center>
        <ErrorState title={t('loadFailed')} error={error} onRetry={() => void refresh()} />
      </Center>
    );
  }
  if (!summary) {
    return (
      <Center py="xl">
        <Loader role="status" aria-label={t('app:loading')} />
      </Center>
    );
  }
  if (summary.tables.length === 0) {
    const icon = <UserX size={36} strokeWidth={1.25} aria-hidden />;
    return <Notice icon={icon} title={t('none.title')} text={t('none.text', { email })} />;
  }
  return <PersonView summary={summary} onErase={() => onErase(summary.email)} />;
}

function Notice({ icon, title, text }: { icon: ReactNode; title: string; text: string }) {
  return (
    <Stack align="center" gap={4} py="xl" ta="center" role="status">
      <Text c="dimmed" lh={1}>
        {icon}
      </Text>
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed">
        {text}
      </Text>
    </Stack>
  );
}
