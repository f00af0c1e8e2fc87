import { Tabs } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ComponentType, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { onEvent } from '../app/client';
import { useMay } from '../app/use-may';
import { Page } from '../ui/Page';
import { Pending } from '../ui/Pending';
import { AnswersPanel } from './AnswersPanel';
import { CalendarPanel } from './CalendarPanel';
import { HoldsBanner } from './HoldsBanner';
import { HoldsPanel } from './HoldsPanel';
import { ReceiptsPanel } from './ReceiptsPanel';
import { TAB_NAMES, TABS, type Tab, useRetention } from './retention-store';
import { TotalsPanel } from './TotalsPanel';

const PANELS: Record<Tab, ComponentType> = {
  policy: AnswersPanel,
  calendar: CalendarPanel,
  holds: HoldsPanel,
  receipts: ReceiptsPanel,
  totals: TotalsPanel,
};

const BURST_MS = 300;

export function RetentionScreen() {
  const { t } = useTranslation('retention');
  const tabs = useOwnTabs();
  const { tab: chosen, select, open, refresh } = useRetention();
  const tab = tabs.find((each) => each === chosen) ?? tabs[0];
  const seesHolds = tabs.includes('holds');
  const refreshSoon = useDebouncedCallback(() => {
    if (tab) void refresh(tab);
    if (seesHolds && tab !== 'holds') void refresh('holds');
  }, BURST_MS);

  useEffect(() => {
    void open();
    if (seesHolds) void refresh('holds');
  }, [open, refresh, seesHolds]);

  useEffect(() => {
    if (tab) void refresh(tab);
    const ends = [onEvent('data.changed', refreshSoon), onEvent('retention.swept', refreshSoon)];
    return () => {
      for (const end of ends) end();
    };
  }, [tab, refresh, refreshSoon]);

  if (!tab) return null;
  return (
    <Page width="wide" title={t('title')} intro={t('intro')}>
      {seesHolds && tab !== 'holds' && <HoldsBanner onShow={() => select('holds')} />}
      <Tabs value={tab} onChange={(next) => next && select(next as Tab)}>
        <Tabs.List aria-label={t('title')}>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} pt="md">
          <Panel tab={tab} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Panel({ tab }: { tab: Tab }) {
  const { t } = useTranslation(['retention', 'app']);
  const { error, refresh, [tab]: view } = useRetention();
  const View = PANELS[tab];
  if (view) return <View />;
  return (
    <Pending
      h="auto"
      mih={240}
      title={t('loadFailed')}
      error={error}
      onRetry={() => void refresh(tab)}
    />
  );
}

/** The tabs that the user's role may see. */
function useOwnTabs(): Tab[] {
  const may: Record<Tab, boolean> = {
    policy: useMay(TABS.policy),
    calendar: useMay(TABS.calendar),
    holds: useMay(TABS.holds),
    receipts: useMay(TABS.receipts),
    totals: useMay(TABS.totals),
  };
  return TAB_NAMES.filter((tab) => may[tab]);
}
