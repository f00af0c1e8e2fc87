import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TermsLink } from '../LegalLinks';
import { MarkedLine } from '../MarkedText';
import { useChatLocale } from '../use-chat-words';
import classes from './Prompts.module.css';

interface Props {
  text: string;
  /** The legal text that is agreed to, to be opened before. */
  legalText?: { id: string; title: string } | undefined;
  checked: boolean;
  /** Whether it was missing when the answer was sent. */
  wasMissing?: boolean | undefined;
  onChange(checked: boolean): void;
}

/** Words to agree to. The link stands outside the label: a tap on it does not tick. */
export function TickBox({ text, legalText, checked, wasMissing = false, onChange }: Props) {
  const { t } = useTranslation('chat');
  const words = text === '' && legalText ? t('legal.accept', { title: legalText.title }) : text;
  return (
    <>
      <label className={classes.terms}>
        <input
          type="checkbox"
          checked={checked}
          aria-invalid={(wasMissing && !checked) || undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>
          <MarkedLine text={words} hasLinks />
        </span>
      </label>
      <TermsLink text={legalText} />
    </>
  );
}

/** Never ticked beforehand, and not any more once other words stand beside it, such as those of another language. */
export function useTicked(text: string | undefined): [boolean, (ticked: boolean) => void] {
  const words = `${useChatLocale()} ${text}`;
  const [tickedFor, setTickedFor] = useState<string | null>(null);
  return [tickedFor === words, (ticked) => setTickedFor(ticked ? words : null)];
}
