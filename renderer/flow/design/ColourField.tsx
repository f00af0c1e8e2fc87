import { ActionIcon, ColorInput } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Colour } from '../../../preload/contract';

interface Props {
  label: string;
  description?: string;
  value: string;
  onChange(colour: string): void;
  /** Lets the colour follow from others again; left out where it is not set or does not follow. */
  onClear?: (() => void) | undefined;
}

/** A colour to pick or to type. What is typed half is kept in the field and not yet taken. */
export function ColourField({ label, description, value, onChange, onClear }: Props) {
  const { t } = useTranslation('design');
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const type = (text: string) => {
    setTyped(text);
    const colour = Colour.safeParse(text.trim().toLowerCase());
    if (colour.success && colour.data !== value) onChange(colour.data);
  };
  return (
    <ColorInput
      size="sm"
      label={label}
      description={description}
      value={typed}
      format="hex"
      withEyeDropper={false}
      popoverProps={{ withinPortal: true }}
      error={Colour.safeParse(typed.trim().toLowerCase()).success ? undefined : t('colour.invalid')}
      rightSection={
        onClear && (
          <ActionIcon size="sm" aria-label={t('colour.clear', { colour: label })} onClick={onClear}>
            <Undo2 size={14} aria-hidden />
          </ActionIcon>
        )
      }
      onChange={type}
      onBlur={() => setTyped(value)}
    />
  );
}
