import { ActionIcon, Button, Group, Input, NumberInput, Stack, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { DrawPrize } from '../../preload/contract';

export const PrizeInput = z.object({ name: z.string(), winners: z.number(), key: z.string() });
export type PrizeInput = z.infer<typeof PrizeInput>;

export function newPrize(prize: DrawPrize = { name: '', winners: 1 }): PrizeInput {
  return { ...prize, key: crypto.randomUUID() };
}

interface Props {
  prizes: PrizeInput[];
  error: ReactNode;
  onChange: (prizes: PrizeInput[]) => void;
}

/** What is given away, in this order, and how often. */
export function PrizesInput({ prizes, error, onChange }: Props) {
  const { t } = useTranslation('draw');
  return (
    <Input.Wrapper label={t('prepare.prizes')} labelElement="div" error={error}>
      <Stack gap="xs" mb={4}>
        {prizes.map((prize, index) => (
          <Group key={prize.key} gap="xs" wrap="nowrap">
            <TextInput
              flex={1}
              aria-label={t('prepare.prizeName', { number: index + 1 })}
              placeholder={t('prepare.prizePlaceholder')}
              maxLength={200}
              error={Boolean(error) && !prize.name.trim()}
              value={prize.name}
              onChange={(event) =>
                onChange(prizes.with(index, { ...prize, name: event.currentTarget.value }))
              }
            />
            <NumberInput
              w={110}
              aria-label={t('prepare.prizeWinners', { number: index + 1 })}
              min={1}
              max={10_000}
              allowDecimal={false}
              value={prize.winners}
              onChange={(winners) =>
                onChange(prizes.with(index, { ...prize, winners: Number(winners) || 1 }))
              }
            />
            <ActionIcon
              aria-label={t('prepare.removePrize', { number: index + 1 })}
              disabled={prizes.length === 1}
              onClick={() => onChange(prizes.toSpliced(index, 1))}
            >
              <Trash2 size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="default"
          size="xs"
          w="fit-content"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => onChange([...prizes, newPrize()])}
        >
          {t('prepare.addPrize')}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
