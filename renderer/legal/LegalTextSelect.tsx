import { Button, Group, Select, Stack } from '@mantine/core';
import { ExternalLink, FilePlus2, WandSparkles } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LegalKind, LegalTextSummary } from '../../preload/contract';
import { goToText, useLegalTexts } from './legal-store';
import { NewTextDialog } from './NewTextDialog';
import { NoticeDialog } from './NoticeDialog';

interface Props {
  /** Label, error and marks. */
  input: {
    label?: string;
    'aria-label'?: string;
    error?: ReactNode;
    withAsterisk?: boolean;
    'data-field'?: string;
  };
  kind: LegalKind;
  /** The id; null is none. */
  value: string | null;
  /** For which experience a privacy notice can be made. */
  experienceId?: string | undefined;
  /** Before another screen shows the text. */
  onLeave?: () => void;
  onChange(id: string | null): void;
}

/** Chooses a legal text of one kind, opens it, or makes a new one. */
export function LegalTextSelect({ input, kind, value, experienceId, onLeave, onChange }: Props) {
  const { t } = useTranslation('legal');
  const { texts, load } = useLegalTexts();
  const [isMaking, setMaking] = useState(false);
  useEffect(() => void load(), [load]);

  const options = (texts ?? [])
    .filter((text) => text.id === value || (text.kind === kind && text.archivedAt === null))
    .map((text) => ({ value: text.id, label: labelOf(text, t) }));
  const isGone = value !== null && texts !== null && !options.some((each) => each.value === value);
  const data = isGone ? [...options, { value, label: t('field.gone') }] : options;
  const canMakeNotice = kind === 'privacy' && experienceId !== undefined;

  const made = (id: string) => {
    onChange(id);
    void load();
  };
  return (
    <Stack gap={6} align="flex-start">
      <Select
        {...input}
        w="100%"
        placeholder={t('field.none')}
        data={data}
        value={value}
        searchable
        clearable
        onChange={onChange}
      />
      <Group gap="xs">
        {value !== null && !isGone && (
          <Button
            variant="default"
            size="xs"
            leftSection={<ExternalLink size={14} aria-hidden />}
            onClick={() => {
              onLeave?.();
              goToText(value);
            }}
          >
            {t('field.open')}
          </Button>
        )}
        <Button
          variant="default"
          size="xs"
          leftSection={
            canMakeNotice ? (
              <WandSparkles size={14} aria-hidden />
            ) : (
              <FilePlus2 size={14} aria-hidden />
            )
          }
          onClick={() => setMaking(true)}
        >
          {t(canMakeNotice ? 'field.makeNotice' : 'field.make')}
        </Button>
      </Group>
      {isMaking &&
        (canMakeNotice ? (
          <NoticeDialog
            experienceId={experienceId}
            onClose={() => setMaking(false)}
            onMade={made}
          />
        ) : (
          <NewTextDialog kind={kind} onClose={() => setMaking(false)} onMade={made} />
        ))}
    </Stack>
  );
}

function labelOf(
  { name, archivedAt, current }: LegalTextSummary,
  t: ReturnType<typeof useTranslation<'legal'>>['t'],
): string {
  if (archivedAt !== null) return t('field.archived', { name });
  return current ? name : t('field.unpublished', { name });
}
