import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOfMedia } from '../../preload/contract';
import { FileField, type FileFieldProps } from './media/FileField';

export interface UploadedFont {
  readonly name: string;
  /** An asset. */
  readonly file: string;
}

interface Props extends FileFieldProps {
  value: UploadedFont | null;
  onChange(value: UploadedFont | null): void;
}

const MAX_NAME = 80;

/** A font of one's own, shown in its own letters. */
export function FontInput({ value, onChange, ...props }: Props) {
  return (
    <FileField
      {...props}
      kind="font"
      hasFile={value !== null}
      onStored={({ ref }, file) => onChange({ name: nameOf(file), file: ref })}
      onRemove={() => onChange(null)}
    >
      {value && <Specimen key={value.file} font={value} />}
    </FileField>
  );
}

/** The file's name without its ending, as authors know the font by. */
function nameOf({ name }: File): string {
  return (
    name
      .replace(/\.[^.]{1,6}$/, '')
      .trim()
      .slice(0, MAX_NAME) || 'Font'
  );
}

function Specimen({ font }: { font: UploadedFont }) {
  const { t } = useTranslation('media');
  const [state, setState] = useState<'loading' | 'shown' | 'missing'>('loading');
  const family = `specimen-${font.file.slice(-12)}`;
  useEffect(() => {
    const face = new FontFace(family, `url(${addressOfMedia(font.file)})`);
    document.fonts.add(face);
    face.load().then(
      () => setState('shown'),
      () => setState('missing'),
    );
    return () => void document.fonts.delete(face);
  }, [family, font.file]);
  if (state === 'missing') return <Text size="xs">{t('missing.font')}</Text>;
  return (
    <div>
      <Text size="xs" c="dimmed">
        {font.name}
      </Text>
      <Text size="lg" {...(state === 'shown' && { ff: family })}>
        {t('specimen')}
      </Text>
    </div>
  );
}
