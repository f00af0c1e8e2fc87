import { Checkbox, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type ActivityDetails,
  LEGAL_BASES,
  LegalBasis,
  SPECIAL_BASES,
  SpecialBasis,
} from '../../preload/contract';
import { MAX_TEXT } from './limits';

interface Props {
  activity: ActivityDetails;
  onChange: (changes: Partial<ActivityDetails>) => void;
}

/** The bases of Article 6, each with what it means, and room for words of one's own. */
export function LegalBases({ activity, onChange }: Props) {
  const { t } = useTranslation('records');
  const { bases, specialBasis, legalBasis, interest } = activity;
  const text = (name: 'legalBasis' | 'interest', value: string) => (
    <Textarea
      label={t(`editor.${name}`)}
      autosize
      minRows={1}
      maxRows={8}
      maxLength={MAX_TEXT}
      value={value}
      onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
    />
  );
  return (
    <Stack gap="md">
      <Checkbox.Group
        label={t('editor.bases')}
        value={bases}
        onChange={(letters) =>
          onChange({ bases: letters.map((letter) => LegalBasis.parse(letter)).toSorted() })
        }
      >
        <Stack gap="xs" mt={6}>
          {LEGAL_BASES.map((letter) => (
            <Checkbox
              key={letter}
              value={letter}
              label={t(`bases.${letter}.name`)}
              description={t(`bases.${letter}.text`)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {(bases.includes('f') || interest !== '') && text('interest', interest)}
      {text('legalBasis', legalBasis)}
      <NativeSelect
        label={t('editor.specialBasis')}
        description={t('editor.specialBasisHint')}
        value={specialBasis ?? ''}
        data={[
          { value: '', label: t('editor.noSpecialBasis') },
          ...SPECIAL_BASES.map((letter) => ({
            value: letter,
            label: t(`specialBases.${letter}.name`),
          })),
        ]}
        onChange={({ currentTarget }) =>
          onChange({ specialBasis: SpecialBasis.safeParse(currentTarget.value).data ?? null })
        }
      />
    </Stack>
  );
}
