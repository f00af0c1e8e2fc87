import type { AriaLabelConfig } from '@xyflow/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** React Flow's own labels, in the app's language. */
export function useCanvasTexts(): Partial<AriaLabelConfig> {
  const { t } = useTranslation('flow');
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('canvas.help.node'),
      'node.a11yDescription.keyboardDisabled': t('canvas.help.node'),
      'node.a11yDescription.ariaLiveMessage': ({ x, y }) => t('canvas.help.moved', { x, y }),
      'edge.a11yDescription.default': t('canvas.help.edge'),
      'controls.ariaLabel': t('canvas.controls.label'),
      'controls.zoomIn.ariaLabel': t('canvas.controls.zoomIn'),
      'controls.zoomOut.ariaLabel': t('canvas.controls.zoomOut'),
      'controls.fitView.ariaLabel': t('canvas.controls.fitView'),
      'handle.ariaLabel': t('canvas.dragToConnect'),
    }),
    [t],
  );
}
