import { useComputedColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { Branded } from '../chat/Branded';
import { useAppearance } from '../flow/design/use-appearance';
import { useDraft } from '../flow/draft-store';
import { useLanguage } from '../flow/use-language';
import { previewChat, useOption } from './preview-store';

/** The look of the draft as it is designed now, in the scheme that the preview's options ask for. */
export function PreviewLook({ children }: { children: ReactNode }) {
  const { appearance } = useAppearance();
  const chosen = useOption('colorScheme');
  const ofApp = useComputedColorScheme();
  const ofDesign = appearance.scheme === 'system' ? ofApp : appearance.scheme;
  const language = useLanguage();
  const main = useDraft(({ graph }) => graph.settings?.languages?.main);
  const asked = useOption('language');
  const spoken = previewChat.use((state) => state.language);
  return (
    <Branded
      appearance={appearance}
      language={spoken ?? asked ?? main ?? language}
      colorScheme={chosen === 'app' ? ofDesign : chosen}
    >
      {children}
    </Branded>
  );
}
