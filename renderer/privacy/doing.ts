import type { RequestEnd } from '../../preload/contract';

/** What a user is asked for about a request. */
export type Doing = 'identify' | 'extend' | 'answer' | 'erase' | RequestEnd['what'];
