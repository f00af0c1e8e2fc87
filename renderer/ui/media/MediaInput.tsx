import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOfMedia, type MediaKind } from '../../../preload/contract';
import classes from './FileChoice.module.css';
import { FileField, type FileFieldProps } from './FileField';

export interface MediaInputProps extends FileFieldProps {
  /** An asset, for pictures a `data:` address as well; empty is none. */
  value: string;
  onChange(value: string): void;
}

/** A picture, sound or video of the experience. */
export function MediaInput({
  kind,
  value,
  onChange,
  ...props
}: MediaInputProps & { kind: Exclude<MediaKind, 'font'> }) {
  return (
    <FileField
      {...props}
      kind={kind}
      hasFile={value !== ''}
      onStored={({ ref }) => onChange(ref)}
      onRemove={() => onChange('')}
    >
      {value !== '' && <Shown key={value} kind={kind} value={value} />}
    </FileField>
  );
}

function Shown({ kind, value }: { kind: Exclude<MediaKind, 'font'>; value: string }) {
  const { t } = useTranslation('media');
  const [isMissing, setMissing] = useState(false);
  const source = { src: addressOfMedia(value), onError: () => setMissing(true) };
  if (isMissing) return <Text size="xs">{t(`missing.${kind}`)}</Text>;
  if (kind === 'picture') return <img className={classes.picture} alt="" {...source} />;
  const Player = kind === 'sound' ? 'audio' : 'video';
  return (
    <Player
      className={classes.player}
      controls
      controlsList="nodownload nofullscreen noplaybackrate noremoteplayback"
      disablePictureInPicture
      preload="metadata"
      aria-label={t(`preview.${kind}`)}
      {...source}
    />
  );
}
