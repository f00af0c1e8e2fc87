import { area } from '../../foundation/operation/operation';
import { expiryCalendar } from '../../vault/retention/calendar';
import { storedGiveaways } from '../../vault/retention/holds';
import { readReceipts } from '../../vault/retention/receipts';
import { readRules } from '../../vault/retention/rules';
import { readTotals } from '../../vault/retention/totals';
import { applyRuleTask, ruleImpact } from './apply-rule';
import { approve, end, request } from './change-holds';
import { setRule, setStoreData } from './change-policy';
import { policyView, policyViewTask } from './policy-view';
import { listHoldsTask, shownHolds } from './shown-holds';

/**
 * The retention policy, its forecast and its receipts, and the legal holds that suspend it. Neither
 * rules nor holds may pass over rows that live by the right time: they go by the trusted clock.
 */
export const policyArea = area(
  {
    'retention.rules': async ({ store }) => [...(await readRules(store))],
    'retention.policy': { lane: 'screen', clock: 'trusted', run: policyView },
    'retention.impact': {
      lane: 'screen',
      clock: 'trusted',
      run: ({ store, nowMs }, rule) => ruleImpact(store, rule, nowMs),
    },
    'retention.setRule': { clock: 'trusted', run: setRule },
    'retention.calendar': {
      lane: 'screen',
      clock: 'trusted',
      run: ({ store, nowMs }, { days }) => expiryCalendar(store, days, nowMs),
    },
    'retention.totals': ({ store }) => readTotals(store),
    'retention.receipts': ({ store }) => readReceipts(store),
    'workspace.setStoreData': { clock: 'trusted', run: setStoreData },
    'holds.list': { clock: 'trusted', run: shownHolds },
    'holds.giveaways': { lane: 'screen', run: ({ store }) => storedGiveaways(store) },
    'holds.request': { clock: 'trusted', run: request },
    'holds.approve': { clock: 'trusted', run: approve },
    'holds.end': { clock: 'trusted', run: end },
  },
  [policyViewTask, applyRuleTask, listHoldsTask],
);
