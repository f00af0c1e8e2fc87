import { Alert, Button, Divider, Group, Popover, Radio, Stack, Switch, Text } from '@mantine/core';
import { Eye, EyeOff, Lock } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MaskingRule, type TableView } from '../../preload/contract';
import { showError } from '../app/errors';
import { useMay } from '../app/use-may';
import { columnLabel } from './labels';
import { useMaskingStore } from './masking-store';
import { RevealDialog } from './RevealDialog';

/** Whether personal values are hidden, and how one gets to see them. */
export function MaskingMenu({ table }: { table: TableView }) {
  const { t } = useTranslation('data');
  const { masking, load } = useMaskingStore();
  const mayRule = useMay('masking.setRule');
  const [column, setColumn] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => void load().catch(showError), [load]);

  if (!masking) return null;
  const Icon = masking.isRequired ? Lock : masking.isMasked ? EyeOff : Eye;
  return (
    <>
      <Popover
        opened={isOpen}
        onChange={setOpen}
        position="bottom-end"
        shadow="md"
        width={300}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => setOpen(!isOpen)}
          >
            {t(masking.isMasked ? 'masking.masked' : 'masking.clear')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="sm">
            {!mayRule && <RuleNote />}
            <OwnSwitch />
            {masking.isMasked && (
              <RevealColumns
                table={table}
                onReveal={(name) => {
                  setOpen(false);
                  setColumn(name);
                }}
              />
            )}
            {mayRule && <RuleChoice />}
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {column !== null && (
        <RevealDialog
          table={table.name}
          what={{ kind: 'column', column }}
          onClose={() => setColumn(null)}
        />
      )}
    </>
  );
}

/** What the workspace has decided, for whom it is not theirs to change. */
function RuleNote() {
  const { t } = useTranslation('data');
  const { masking } = useMaskingStore();
  if (!masking) return null;
  return (
    <Alert p="xs" icon={<Lock size={16} aria-hidden />} title={t('masking.workspaceRule')}>
      {t(`masking.ruleSays.${masking.rule}`)}
    </Alert>
  );
}

function OwnSwitch() {
  const { t } = useTranslation('data');
  const { masking, setMine } = useMaskingStore();
  if (!masking) return null;
  return (
    <Switch
      label={t('masking.mine')}
      description={t(masking.isRequired ? 'masking.required' : 'masking.mineHelp')}
      checked={masking.isMasked}
      disabled={masking.isRequired}
      onChange={({ currentTarget }) => void setMine(currentTarget.checked).catch(showError)}
    />
  );
}

function RevealColumns({
  table,
  onReveal,
}: {
  table: TableView;
  onReveal: (column: string) => void;
}) {
  const { t } = useTranslation('data');
  const { masking, hide } = useMaskingStore();
  const isRevealed = (name: string) =>
    masking?.revealed.some((each) => each.table === table.name && each.column === name);
  const personal = table.columns.filter((column) => column.personal);
  if (personal.length === 0) return null;
  return (
    <Stack gap={6}>
      <Text size="xs" c="dimmed" fw={550}>
        {t('masking.revealColumn')}
      </Text>
      <Group gap={6}>
        {personal.map(({ name }) => (
          <Button
            key={name}
            size="compact-xs"
            variant={isRevealed(name) ? 'light' : 'default'}
            disabled={isRevealed(name) ?? false}
            onClick={() => onReveal(name)}
          >
            {columnLabel(name, t)}
          </Button>
        ))}
      </Group>
      <Group>
        <Button size="compact-xs" variant="subtle" onClick={() => void hide().catch(showError)}>
          {t('masking.hide')}
        </Button>
      </Group>
    </Stack>
  );
}

function RuleChoice() {
  const { t } = useTranslation('data');
  const { masking, setRule } = useMaskingStore();
  return (
    <>
      <Divider />
      <Radio.Group
        label={t('masking.rule')}
        size="xs"
        value={masking?.rule ?? 'viewers'}
        onChange={(rule) => void setRule(MaskingRule.parse(rule)).catch(showError)}
      >
        <Stack gap="xs" mt={6}>
          {MaskingRule.options.map((rule) => (
            <Radio key={rule} size="sm" value={rule} label={t(`masking.rules.${rule}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </>
  );
}
