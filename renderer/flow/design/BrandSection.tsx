import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PictureInput } from '../../ui/PictureInput';
import { useTypedText } from '../../ui/use-typed-text';
import { editAppearance } from './appearance-actions';
import { Section } from './Section';
import { useAppearance } from './use-appearance';

/** Whose chat it is. */
export function BrandSection() {
  const { t } = useTranslation('design');
  const { appearance } = useAppearance();
  const name = useTypedText(appearance.name, (text) =>
    editAppearance({ name: text }, 'appearance:name'),
  );
  const imprint = useTypedText(appearance.imprint, (text) =>
    editAppearance({ imprint: text }, 'appearance:imprint'),
  );
  return (
    <Section title={t('brand.title')} text={t('brand.text')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t('brand.name')}
          description={t('brand.nameHint')}
          maxLength={80}
          {...name}
        />
        <TextInput
          label={t('brand.imprint')}
          description={t('brand.imprintHint')}
          maxLength={200}
          {...imprint}
        />
        <PictureInput
          label={t('brand.logo')}
          description={t('brand.logoHint')}
          value={appearance.logo}
          onChange={(logo) => editAppearance({ logo })}
        />
        <PictureInput
          label={t('brand.avatar')}
          description={t('brand.avatarHint')}
          value={appearance.avatar}
          onChange={(avatar) => editAppearance({ avatar })}
        />
      </SimpleGrid>
    </Section>
  );
}
