import { ActionIcon, Button, FileButton, Group, Image, Input, Stack } from '@mantine/core';
import { ImagePlus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shrinkImage } from './shrink-image';
import type { SpecialFieldProps } from './special-field';

/** A picture that becomes part of the settings, made small enough for a chat. */
export function ImageField({ input, value, onChange }: SpecialFieldProps) {
  const { t } = useTranslation('flow');
  const [hasFailed, setHasFailed] = useState(false);
  const { label, error, withAsterisk } = input;

  const choose = async (file: File | null): Promise<void> => {
    if (!file) return;
    try {
      onChange(await shrinkImage(file));
      setHasFailed(false);
    } catch {
      setHasFailed(true);
    }
  };

  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      withAsterisk={withAsterisk}
      error={hasFailed ? t('fields.image.unreadable') : error}
    >
      <Stack gap="xs" align="flex-start">
        {value && <Image src={value} alt="" radius="sm" mah={140} w="auto" fit="contain" />}
        <Group gap="xs">
          <FileButton onChange={choose} accept="image/png,image/jpeg,image/webp,image/gif">
            {(button) => (
              <Button
                {...button}
                variant="default"
                size="xs"
                leftSection={<ImagePlus size={14} aria-hidden />}
                data-field={input['data-field']}
              >
                {t(value ? 'fields.image.replace' : 'fields.image.choose')}
              </Button>
            )}
          </FileButton>
          {value && (
            <ActionIcon aria-label={t('fields.image.remove')} onClick={() => onChange('')}>
              <Trash2 size={16} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}
