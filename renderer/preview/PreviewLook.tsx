import type { ReactNode } from 'react';
import { Branded } from '../chat/Branded';
import { useAppearance } from '../flow/design/use-appearance';
import { useDraft } from '../flow/draft-store';
import { useLanguage } from '../flow/use-language';
import { previewChat, useOption } from './preview-store';

/**
 * The look of the draft as it is designed now, in the scheme that the preview's options ask for. Where they ask
 * for none it is that of a kiosk on this computer, whatever staff have chosen for the application.
 */
export function PreviewLook({ children }: { children: ReactNode }) {
  const { appearance } = useAppearance();
  const chosen = useOption('colorScheme');
  const language = useLanguage();
  const main = useDraft(({ graph }) => graph.settings?.languages?.main);
  const asked = useOption('language');
  const spoken = previewChat.use((state) => state.language);
  return (
    <Branded
      appearance={appearance}
      language={spoken ?? asked ?? main ?? language}
      colorScheme={chosen === 'app' ? undefined : chosen}
    >
      {children}
    </Branded>
  );
}
