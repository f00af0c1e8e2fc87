import { Alert, Radio, Stack } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CHAT_FONTS } from '../../../preload/contract';
import { type BundledFont, FACES, stackOf, useChatFont } from '../../chat/brand/fonts';
import { FontInput } from '../../ui/FontInput';
import { editAppearance } from './appearance-actions';
import classes from './Design.module.css';
import { Section } from './Section';
import { useAppearance } from './use-appearance';

export function FontSection() {
  const { t } = useTranslation('design');
  const { font } = useAppearance().appearance;
  const { state } = useChatFont(font);
  return (
    <Section title={t('font.title')} text={t('font.text')}>
      <Radio.Group
        aria-label={t('font.bundled')}
        value={font.kind === 'bundled' ? font.family : ''}
        onChange={(family) =>
          editAppearance({ font: { kind: 'bundled', family: family as BundledFont } })
        }
      >
        <div className={classes.fonts}>
          {CHAT_FONTS.map((family) => (
            <FontChoice key={family} family={family} />
          ))}
        </div>
      </Radio.Group>
      <Stack mt="md">
        <FontInput
          label={t('font.uploaded')}
          description={t('font.uploadedHint')}
          value={font.kind === 'uploaded' ? { name: font.name, file: font.file } : null}
          onChange={(file) =>
            editAppearance({
              font: file ? { kind: 'uploaded', ...file } : { kind: 'bundled', family: 'inter' },
            })
          }
        />
        {state === 'failed' && (
          <Alert color="orange" role="alert">
            {t('font.failed')}
          </Alert>
        )}
      </Stack>
    </Section>
  );
}

/** A family in its own letters. */
function FontChoice({ family }: { family: BundledFont }) {
  const { t } = useTranslation('design');
  const { name, load } = FACES[family];
  useEffect(() => void load(), [load]);
  return (
    <Radio.Card value={family} className={classes.font} aria-label={name}>
      <Radio.Indicator size="xs" />
      <span style={{ fontFamily: stackOf(family) }}>
        <span className={classes.fontName}>{name}</span>
        <span className={classes.fontSample}>{t('font.sample')}</span>
      </span>
    </Radio.Card>
  );
}
