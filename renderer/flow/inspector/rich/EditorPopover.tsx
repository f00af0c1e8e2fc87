import { Button, Group, Popover } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  editor: Editor;
  isOpen: boolean;
  setOpen(isOpen: boolean): void;
  /** What it stands beside. */
  target: ReactNode;
  /** Takes away what it is about; null where there is nothing yet. */
  removal: { label: string; onClick(): void } | null;
  canApply: boolean;
  onApply(): void;
  children: ReactNode;
}

/** Asks about a part of a text, beside it; Escape leads back into the text. */
export function EditorPopover({ editor, isOpen, setOpen, target, children, ...actions }: Props) {
  const { t } = useTranslation('flow');
  const { removal, canApply, onApply } = actions;
  return (
    <Popover opened={isOpen} onChange={setOpen} width={280} withArrow trapFocus shadow="md">
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setOpen(false);
          editor.commands.focus();
        }}
      >
        {children}
        <Group justify="space-between" mt="sm">
          {removal ? (
            <Button size="xs" variant="subtle" color="red" onClick={removal.onClick}>
              {removal.label}
            </Button>
          ) : (
            <span />
          )}
          <Button size="xs" disabled={!canApply} onClick={onApply}>
            {t('rich.apply')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
