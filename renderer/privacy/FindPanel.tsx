import { Autocomplete, Button, Center, Group, Stack, Text, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { ArrowLeft, Search, UserSearch, UserX } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onEvent } from '../app/client';
import { ErrorState } from '../ui/ErrorState';
import { ContentSkeleton } from '../ui/Page';
import { EraseDialog } from './EraseDialog';
import { MatchList } from './MatchList';
import { PersonView } from './PersonView';
import { usePersonStore } from './person-store';

const PAUSE_MS = 150;

export function FindPanel() {
  const { refresh, loadMasking } = usePersonStore();
  // Here, since the certificate outlives what is shown of the person.
  const [erased, setErased] = useState<string | null>(null);
  useEffect(() => {
    void refresh();
    void loadMasking().catch(() => undefined);
    return onEvent('data.changed', () => void refresh());
  }, [refresh, loadMasking]);
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
  const { typed, suggestions, isMasked, type, suggest, search, find } = usePersonStore();
  const [isOpen, setOpen] = useState(false);
  const suggestSoon = useDebouncedCallback(() => void suggest().catch(() => undefined), PAUSE_MS);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // What is found takes its place.
    setOpen(false);
    if (typed.trim() !== '') void search(typed.trim());
  };
  return (
    <search>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <Autocomplete
            flex={1}
            maw={480}
            label={t(isMasked ? 'search.labelMasked' : 'search.label')}
            description={isMasked ? t('search.maskedHint') : undefined}
            placeholder={t('search.placeholder')}
            leftSection={<Search size={16} aria-hidden />}
            data={suggestions}
            // Main has found them already, by their comparable form.
            filter={({ options }) => options}
            dropdownOpened={isOpen && suggestions.length > 0}
            onDropdownClose={() => setOpen(false)}
            value={typed}
            maxLength={1_000}
            spellCheck={false}
            onChange={(text) => {
              type(text);
              setOpen(true);
              suggestSoon();
            }}
            onOptionSubmit={(email) => {
              setOpen(false);
              void find(email);
            }}
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
  const { searched, matches, email, summary, error, refresh, isMasked } = usePersonStore();
  if (email === null && searched === null) {
    const icon = <UserSearch size={36} strokeWidth={1.25} aria-hidden />;
    const text = t(isMasked ? 'start.textMasked' : 'start.text');
    return <Notice icon={icon} title={t('start.title')} text={text} />;
  }
  if (error) {
    return (
      <Center>
        <ErrorState title={t('loadFailed')} error={error} onRetry={() => void refresh()} />
      </Center>
    );
  }
  if (email === null && matches) {
    if (matches.people.length > 0) return <MatchList matches={matches} />;
    const icon = <UserX size={36} strokeWidth={1.25} aria-hidden />;
    const text = t(`none.${matches.searched}`, { text: searched });
    return <Notice icon={icon} title={t('none.title')} text={text} />;
  }
  if (email === null || !summary) return <ContentSkeleton />;
  if (summary.tables.length === 0) {
    const icon = <UserX size={36} strokeWidth={1.25} aria-hidden />;
    const text = t('none.whole_address', { text: email });
    return <Notice icon={icon} title={t('none.title')} text={text} />;
  }
  return (
    <Stack gap="sm">
      {matches && matches.people.length > 1 && <BackToMatches />}
      <PersonView summary={summary} onErase={() => onErase(summary.email)} />
    </Stack>
  );
}

/** Somebody else may have been meant. */
function BackToMatches() {
  const { t } = useTranslation('privacy');
  const { searched, showMatches } = usePersonStore();
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<ArrowLeft size={16} aria-hidden />}
      // Its icon stands where the lines below it begin.
      ml="calc(-1 * var(--button-padding-x))"
      style={{ alignSelf: 'start' }}
      onClick={showMatches}
    >
      {t('matches.back', { text: searched })}
    </Button>
  );
}

function Notice({ icon, title, text }: { icon: ReactNode; title: string; text: string }) {
  return (
    <Stack align="center" gap={4} py="xl" ta="center" role="status">
      <Text c="dimmed" lh={1}>
        {icon}
      </Text>
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Text>
    </Stack>
  );
}
