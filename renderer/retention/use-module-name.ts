import { useCalled } from '../flow/modules/use-called';
import { useRetention } from './retention-store';

/** Names modules as their authors do, in the language of the page. */
export const useModuleName = () => useCalled(useRetention((state) => state.modules));
