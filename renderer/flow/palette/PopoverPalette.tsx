import { useTranslation } from 'react-i18next';
import { focusNode } from '../canvas/focus-node';
import type { PaletteTarget } from '../canvas-store';
import { addModule } from '../draft-actions';
import { useLanguage } from '../use-language';
import { Palette } from './Palette';

interface Props {
  target: PaletteTarget;
  onClose: () => void;
}

/** The palette that opens where a module is to be added, and closes when it is. */
export function PopoverPalette({ target, onClose }: Props) {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  return (
    <Palette
      label={t('palette.title')}
      onChoose={(descriptor) => focusNode(addModule(target, descriptor, language))}
      onClose={onClose}
    />
  );
}
