import type { ChannelName } from '../../preload/contract';
import type { Screen } from './navigation';

export interface ToDo {
  /** For the badge in the navigation; 0 shows none. */
  readonly count: number;
  /** What the badge says to those who do not see it. */
  readonly words: string;
  /** Said once, when the workspace has been unlocked. */
  readonly reminder: string | null;
}

/** What waits for the user on a screen. */
export interface ToDoSource {
  readonly screen: Screen;
  /** Whoever may not use it has nothing to do there. */
  readonly needs: ChannelName;
  /** Keeps fresh what it counts, for as long as the workspace is unlocked; returns what ends that. */
  follow(): () => void;
  /** A hook; null until it is known. */
  useToDo(): ToDo | null;
}
