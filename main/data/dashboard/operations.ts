import { area } from '../../foundation/operation/operation';
import { conversations } from './conversations';
import { funnel } from './funnel';
import { participationDays } from './participations';
import { tableStorage } from './storage';

/** Counts over everything that is stored: nothing in them is about one person. */
export const dashboardArea = area({
  'dashboard.participations': { lane: 'screen', run: participationDays },
  'dashboard.funnel': { lane: 'screen', run: funnel },
  'dashboard.conversations': { lane: 'screen', run: conversations },
  'dashboard.storage': { lane: 'screen', run: tableStorage },
});
