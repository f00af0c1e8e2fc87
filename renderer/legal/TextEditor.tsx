import { Alert, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChatLanguage, LegalAddress, type LegalContent } from '../../preload/contract';
import { useErrorMessage } from '../app/errors';
import { useGoing } from '../app/going';
import { useMay } from '../app/use-may';
import { useLanguage } from '../flow/use-language';
import { Page } from '../ui/Page';
import { Pending } from '../ui/Pending';
import { EditorActions } from './EditorActions';
import { LanguageBar } from './LanguageBar';
import { openText } from './legal-store';
import { TextMenu } from './TextMenu';
import { StateBadge } from './TextsTable';
import { UsesList } from './UsesList';
import { useText } from './use-text';
import { VersionList } from './VersionList';
import { WordsPanes } from './WordsPanes';

/** A legal text: its next version as it is edited, its versions, and where it is used. */
export function TextEditor({ id }: { id: string }) {
  const { t } = useTranslation(['legal', 'app']);
  const message = useErrorMessage();
  const text = useText(id);
  const { view, content, error, load } = text;
  const isGoing = useGoing('legal.discardDraft', id) !== undefined;
  const mayEdit = useMay('legal.saveDraft');

  const back = { label: t('editor.back'), go: () => openText(null), from: `legal-${id}` };
  if (!view || !content) {
    return (
      <Page width="wide" title={view?.name ?? t('title')} back={back}>
        <Pending title={t('loadFailed')} error={error} onRetry={() => void load()} />
      </Page>
    );
  }
  return (
    <Page
      width="wide"
      title={view.name}
      back={back}
      intro={
        <Group gap={8}>
          {t(`kind.${view.kind}`)}
          <StateBadge text={view} />
        </Group>
      }
      actions={
        <>
          {mayEdit && <EditorActions text={text} view={view} />}
          {!isGoing && <TextMenu text={view} onChanged={() => void load()} />}
        </>
      }
    >
      {error && (
        <Alert color="red">
          <Group justify="space-between">
            {message(error)}
            <Button size="xs" variant="default" onClick={() => void load()}>
              {t('app:tryAgain')}
            </Button>
          </Group>
        </Alert>
      )}
      {view.archivedAt !== null && <Alert color="gray">{t('editor.archivedNote')}</Alert>}
      {isGoing && <Alert color="yellow">{t('discard.going')}</Alert>}
      <Content content={content} mayEdit={mayEdit && !isGoing} onChange={text.change} />
      <Stack gap={6}>
        <Title order={2}>{t('versions.title')}</Title>
        <VersionList view={view} content={content} />
      </Stack>
      <Stack gap={6}>
        <Title order={2}>{t('uses.title')}</Title>
        <UsesList uses={view.uses} />
      </Stack>
    </Page>
  );
}

interface ContentProps {
  content: LegalContent;
  mayEdit: boolean;
  onChange(content: LegalContent): void;
}

function Content({ content, mayEdit, onChange }: ContentProps) {
  const { t } = useTranslation('legal');
  const own = useLanguage();
  const { languages, address } = content;
  const tags = Object.keys(languages);
  const [chosen, setChosen] = useState<ChatLanguage | null>(null);
  const wanted = [chosen, own, tags[0]].find((tag) => tag != null && tag in languages);
  const shown = wanted ?? null;
  const words = shown === null ? undefined : languages[shown];

  const setLanguages = (next: LegalContent['languages']) =>
    onChange({ ...content, languages: next });
  const add = (tag: ChatLanguage) => {
    setLanguages({ ...languages, [tag]: { title: words?.title ?? '', text: '' } });
    setChosen(tag);
  };
  const remove = (tag: ChatLanguage) => {
    const { [tag]: _, ...others } = languages;
    setLanguages(others);
    setChosen(null);
  };
  return (
    <Stack gap="sm">
      <LanguageBar
        tags={tags}
        shown={shown}
        mayEdit={mayEdit}
        onShow={setChosen}
        onAdd={add}
        onRemove={remove}
      />
      {shown !== null && words ? (
        <WordsPanes
          key={shown}
          language={shown}
          words={words}
          mayEdit={mayEdit}
          onChange={(next) => setLanguages({ ...languages, [shown]: next })}
        />
      ) : (
        <Text c="dimmed">{t('editor.noLanguage')}</Text>
      )}
      <AddressInput
        address={address}
        mayEdit={mayEdit}
        onChange={(next) => onChange({ ...content, address: next })}
      />
      {!mayEdit && (
        <Text size="sm" c="dimmed">
          {t('editor.readOnly')}
        </Text>
      )}
    </Stack>
  );
}

interface AddressProps {
  address: string;
  mayEdit: boolean;
  onChange(address: string): void;
}

/** An address that cannot be used stays in the field, and is not saved. */
function AddressInput({ address, mayEdit, onChange }: AddressProps) {
  const { t } = useTranslation('legal');
  const [typed, setTyped] = useState(address);
  // Another draft is shown: one that was discarded has the address of before.
  useEffect(() => setTyped(address), [address]);
  const isValid = LegalAddress.safeParse(typed).success;
  return (
    <TextInput
      label={t('editor.addressLabel')}
      description={t('editor.addressHint')}
      value={typed}
      maxLength={500}
      readOnly={!mayEdit}
      error={!isValid && t('editor.addressInvalid')}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        if (LegalAddress.safeParse(next).success) onChange(next);
      }}
    />
  );
}
