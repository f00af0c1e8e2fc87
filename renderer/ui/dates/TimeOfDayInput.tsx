import type { TextInputProps } from '@mantine/core';
import { currentLanguage } from '../../app/i18n';
import { WrittenInput } from './WrittenInput';
import { readTime, writeTime } from './written-date';

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** `18:30`; empty is none. */
  value: string;
  onChange(value: string): void;
}

/** A time of day, typed as people of the page's language write it. */
export function TimeOfDayInput(props: Props) {
  const language = currentLanguage();
  return (
    <WrittenInput
      {...props}
      write={(stored) => writeTime(stored, language)}
      read={readTime}
      example={writeTime('18:30', language)}
    />
  );
}
