import { ActionIcon, Button, FileButton, Group, Loader, Text } from '@mantine/core';
import { CaseSensitive, Film, ImagePlus, Music, Trash2 } from 'lucide-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MEDIA_TYPES, type MediaKind } from '../../../preload/contract';
import classes from './FileChoice.module.css';

const ICONS = { picture: ImagePlus, sound: Music, video: Film, font: CaseSensitive } as const;

/** What the dialog of the system offers; main looks at the content. */
const ACCEPTED: Readonly<Record<MediaKind, string>> = {
  picture: [...MEDIA_TYPES.picture, 'image/svg+xml'].join(','),
  sound: '.mp3,.m4a,.aac,.ogg,.oga,.opus,.wav',
  video: '.mp4,.m4v,.webm',
  font: '.woff2,.woff,.ttf,.otf',
};

interface Props {
  kind: MediaKind;
  hasFile: boolean;
  isBusy: boolean;
  /** Id of what names it, so that several on a page are told apart. */
  labelId: string;
  field?: string | undefined;
  children?: ReactNode;
  onChoose(file: File): void;
  onRemove(): void;
}

/** Chooses a file by a button, or takes the one that is dropped on it. */
export function FileChoice(props: Props) {
  const { kind, hasFile, isBusy, labelId, field, children, onChoose, onRemove } = props;
  const { t } = useTranslation('media');
  const [isOver, setOver] = useState(false);
  const Icon = ICONS[kind];
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onChoose(file);
  };
  const over = (event: DragEvent) => {
    if (![...event.dataTransfer.types].includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button is for all
    <div
      className={classes.zone}
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
      <Group gap="xs" wrap="nowrap">
        <FileButton
          onChange={(file) => file && onChoose(file)}
          accept={ACCEPTED[kind]}
          inputProps={{ 'aria-hidden': true }}
        >
          {(button) => (
            <Button
              {...button}
              variant="default"
              size="xs"
              aria-describedby={labelId}
              leftSection={<Icon size={14} aria-hidden />}
              data-field={field}
            >
              {t(`${hasFile ? 'replace' : 'choose'}.${kind}`)}
            </Button>
          )}
        </FileButton>
        {hasFile && (
          <ActionIcon
            aria-label={t(`remove.${kind}`)}
            aria-describedby={labelId}
            onClick={onRemove}
          >
            <Trash2 size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      <div role="status" className={classes.status}>
        {isBusy && (
          <Group gap={6}>
            <Loader size={12} aria-hidden />
            <Text size="xs">{t('adding')}</Text>
          </Group>
        )}
      </div>
    </div>
  );
}
