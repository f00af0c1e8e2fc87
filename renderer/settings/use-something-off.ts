import { useEffect, useState } from 'react';
import { call } from '../app/client';
import { showError } from '../app/errors';

/** Whether the workspace, a table or a module stores nothing, for those who may know the rules. */
export function useSomethingOff(storeData: boolean, mayKnow: boolean): boolean {
  const [isOff, setOff] = useState(false);

  useEffect(() => {
    let isCurrent = true;
    const ask = async () => {
      const rules = await call('retention.rules');
      if (isCurrent) setOff(rules.some(({ enabled }) => !enabled));
    };
    if (storeData && mayKnow) ask().catch(showError);
    return () => {
      isCurrent = false;
    };
  }, [storeData, mayKnow]);

  return !storeData || isOff;
}
