import type { Graph } from '../../../preload/contract';
import { task } from '../../foundation/operation/task';
import { type PlayedTurn, playTurn, type TurnToPlay } from '../engine/play-turn';
import { compile, type Library } from '../engine/program';
import { inLanguage } from '../flow/localise';
import { moduleOf } from '../modules';
import { turnPorts } from '../writing/turn-ports';

/** A turn with the experiences that it plays. */
export interface UploadTurn extends TurnToPlay {
  readonly graph: Graph;
  readonly library: Library;
}

/** Plays a turn whose answer is a file: its content is checked, encrypted and written. */
export const playUploadTask = task<UploadTurn & { trustedMs: number }, PlayedTurn>(
  'chat.playUpload',
  'participant',
  ({ store }, { graph, library, trustedMs, ...turn }) => {
    const ports = turnPorts(store, { trustedMs: () => trustedMs });
    const speak = inLanguage(turn.language?.tag);
    return playTurn(ports, compile(graph, moduleOf, library, speak), turn);
  },
);
