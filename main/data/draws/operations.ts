import { area } from '../../foundation/operation/operation';
import { declinePrize } from './decline';
import { discardDraw } from './discard';
import { drawableGiveaways } from './drawable-giveaways';
import { drawnPlaces } from './drawn-places';
import { readExclusions } from './exclusions';
import { followUp, takeBack } from './follow-up';
import { readLetter, setLetter } from './letter';
import { prepareDraw } from './prepare-draw';
import { saveDrawRecord } from './record';
import { setReplyBy } from './reply-by';
import { runDraw } from './run-draw';
import { listDraws } from './stored-draw';

/** What stewards do with draws. */
export const drawArea = area({
  'draws.giveaways': { lane: 'screen', run: ({ store }) => drawableGiveaways(store) },
  'draws.list': ({ store }) => listDraws(store),
  'draws.places': drawnPlaces,
  'draws.readExclusions': {
    lane: 'screen',
    run: ({ store, nowMs }, request) => readExclusions(store, request, nowMs),
  },
  'draws.prepare': { lane: 'long', work: 'draw', audit: 'draw.prepared', run: prepareDraw },
  'draws.run': {
    lane: 'deletion',
    work: 'draw',
    audit: 'draw.drawn',
    changes: ['winners'],
    run: runDraw,
  },
  'draws.discard': { audit: 'draw.discarded', run: discardDraw },
  'draws.decline': { audit: 'draw.declined', changes: ['winners'], run: declinePrize },
  'draws.followUp': { audit: 'draw.followed_up', changes: ['winners'], run: followUp },
  'draws.takeBack': { audit: 'draw.step_taken_back', changes: ['winners'], run: takeBack },
  'draws.setReplyBy': { audit: 'draw.reply_by_set', run: setReplyBy },
  'draws.letter': readLetter,
  'draws.setLetter': { audit: 'draw.letter_changed', run: setLetter },
  'draws.saveRecord': {
    lane: 'long',
    audit: 'draw.record_saved',
    savesAs: ({ nowMs }) => `chatvault-draw-${new Date(nowMs).toISOString().slice(0, 10)}.json`,
    run: saveDrawRecord,
  },
});
