import { ActionIcon, Menu } from '@mantine/core';
import { Ellipsis, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface Props {
  /** What the button is called: whose actions these are. */
  label: string;
  children: ReactNode;
}

/** What can be done with a row of a list. */
export function RowMenu({ label, children }: Props) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={label}>
          <Ellipsis size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

interface ActionProps {
  icon: LucideIcon;
  /** It takes something away. */
  isDangerous?: boolean;
  onClick(): void;
  children: ReactNode;
}

export function RowAction({ icon: Icon, isDangerous = false, onClick, children }: ActionProps) {
  return (
    <Menu.Item
      {...(isDangerous && { color: 'red' })}
      leftSection={<Icon size={16} aria-hidden />}
      onClick={onClick}
    >
      {children}
    </Menu.Item>
  );
}
