import { useDidUpdate } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel, Separator, usePanelRef } from 'react-resizable-panels';
import classes from './Panels.module.css';
import { type Pane, usePanels } from './panels-store';

const WIDTHS: Record<Pane, { usual: number; least: number }> = {
  palette: { usual: 264, least: 220 },
  inspector: { usual: 304, least: 280 },
  preview: { usual: 284, least: 284 },
  side: { usual: 332, least: 284 },
};

interface Props {
  pane: Pane;
  label: string;
  /** On which side of the canvas. */
  side: 'left' | 'right';
  /** As wide as this at least for as long as what it shows needs it. */
  needed?: number | undefined;
  children: ReactNode;
}

/** A column beside the canvas, which is dragged wider and narrower, also by arrow keys. */
export function PanelColumn({ pane, label, side, needed = 0, children }: Props) {
  const { t } = useTranslation('flow');
  const panel = usePanelRef();
  const { usual, least } = WIDTHS[pane];
  const wanted = Math.max(usePanels(({ widths }) => widths[pane]) ?? usual, needed);

  // A new column begins in its width.
  useDidUpdate(() => {
    // Pixels that were dragged come back rounded.
    const size = panel.current?.getSize().inPixels ?? wanted;
    if (Math.abs(size - wanted) > 1) panel.current?.resize(wanted);
  }, [panel, wanted]);

  const separator = (
    <Separator
      id={`${pane}-separator`}
      className={classes.separator}
      aria-label={t('panels.resize', { panel: label })}
    />
  );
  return (
    <>
      {side === 'right' && separator}
      <Panel
        id={pane}
        panelRef={panel}
        className={classes.pane}
        defaultSize={wanted}
        minSize={least}
        maxSize="70%"
        collapsible
        groupResizeBehavior="preserve-pixel-size"
      >
        <aside
          className={classes.column}
          data-side={side}
          data-pane={pane}
          aria-label={label}
          tabIndex={-1}
        >
          {children}
        </aside>
      </Panel>
      {side === 'left' && separator}
    </>
  );
}
