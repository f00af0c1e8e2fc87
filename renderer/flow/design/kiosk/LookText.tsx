import { Textarea, TextInput, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTypedText } from '../../../ui/use-typed-text';
import classes from './KioskSection.module.css';

interface Props {
  label: string;
  description?: string;
  value: string;
  /** In characters. */
  most: number;
  isLong?: boolean;
  onChange: (value: string) => void;
}

/** A text of the kiosk, with how much of its room is used. */
export function LookText({ label, description, value, most, isLong = false, onChange }: Props) {
  const { t } = useTranslation('kiosk');
  const typed = useTypedText(value, onChange);
  const count = typed.value.length;
  const field = {
    ...typed,
    label,
    maxLength: most,
    description,
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input')[],
  };
  return (
    <div className={classes.text}>
      {isLong ? <Textarea {...field} autosize minRows={2} maxRows={6} /> : <TextInput {...field} />}
      <span className={classes.count} data-full={count >= most || undefined}>
        <span aria-hidden>
          {count}/{most}
        </span>
        <VisuallyHidden>{t('look.count', { count, most })}</VisuallyHidden>
      </span>
    </div>
  );
}
