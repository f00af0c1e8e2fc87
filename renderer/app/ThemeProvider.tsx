import { MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useAppStore } from './app-store';
import { cspNonce } from './csp-nonce';
import { cssVariables, theme } from './theme';

export function ThemeProvider({ children }: { children: ReactNode }) {
  const chosen = useAppStore((state) => state.preferences.colorScheme);
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={chosen === 'auto' ? system : chosen}
      getStyleNonce={cspNonce}
    >
      {children}
    </MantineProvider>
  );
}
