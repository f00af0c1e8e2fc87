import type { UseFormReturnType } from '@mantine/form';
import type { TFunction } from 'i18next';
import { MIN_PASSPHRASE_LENGTH } from '../../preload/contract';
import { i18n } from '../app/i18n';
import { estimateStrength, REQUIRED_SCORE } from './passphrase-strength';

export interface NewPassphraseValues {
  passphrase: string;
  repeated: string;
}

export const NO_PASSPHRASE: NewPassphraseValues = { passphrase: '', repeated: '' };

/** The rules of the two fields, for `useForm`. */
export function newPassphraseRules(t: TFunction<'workspace'>) {
  return {
    passphrase: (passphrase: string) =>
      passphrase.length < MIN_PASSPHRASE_LENGTH
        ? t('errors.tooShort', { min: MIN_PASSPHRASE_LENGTH })
        : null,
    repeated: (repeated: string, { passphrase }: NewPassphraseValues) =>
      repeated !== passphrase ? t('errors.different') : null,
  };
}

/** The meter may lag behind the typing: what counts is the strength of what is sent. */
export async function acceptStrength<V extends NewPassphraseValues>(
  form: UseFormReturnType<V>,
  { passphrase }: V,
  hint: string,
): Promise<boolean> {
  const { score } = await estimateStrength(passphrase, hint);
  if (score >= REQUIRED_SCORE) return true;
  form.setFieldError('passphrase', i18n.t('workspace:errors.tooWeak'));
  return false;
}
