import { Autocomplete, Button, Center, Group, Stack } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { ArrowLeft, Search, UserSearch } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onEvent } from '../app/client';
import { ErrorState } from '../ui/ErrorState';
import { ContentSkeleton } from '../ui/Page';
import { EraseDialog } from './EraseDialog';
import { MatchList } from './MatchList';
import { NobodyFound } from './NobodyFound';
import { Notice } from './Notice';
import { PersonView } from './PersonView';
import { usePersonStore } from './person-store';
import { useRequests } from './requests-store';

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
      {erased !== null && (
        <EraseDialog
          subject={{ email: erased }}
          typed={erased}
          email={erased}
          onClose={() => setErased(null)}
        />
      )}
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
              find(email);
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
  const { searched, matches, email, error, refresh, isMasked } = usePersonStore();
  const beginRequest = useRequests((state) => state.begin);
  if (email === null && searched === null) {
    const icon = <UserSearch size={36} strokeWidth={1.25} aria-hidden />;
    const text = t(isMasked ? 'start.textMasked' : 'start.text');
    return <Notice icon={icon} title={t('start.title')} text={text} />;
  }
  // Whoever is shown stays, with what is open of them.
  if (error && email === null) {
    return (
      <Center>
        <ErrorState title={t('loadFailed')} error={error} onRetry={() => void refresh()} />
      </Center>
    );
  }
  if (email === null && matches) {
    if (matches.people.length > 0) return <MatchList matches={matches} />;
    const text = t(`none.${matches.searched}`, { text: searched });
    const isAddress = matches.searched === 'whole_address';
    return <NobodyFound text={text} email={isAddress ? (searched ?? '') : ''} />;
  }
  if (email === null) return <ContentSkeleton />;
  return (
    <Stack gap="sm">
      {matches && matches.people.length > 1 && <BackToMatches />}
      <PersonView
        email={email}
        onErase={() => onErase(email)}
        onRequest={() => beginRequest(email)}
      />
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
