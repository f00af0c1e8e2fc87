import { useLayoutEffect, useState } from 'react';

/**
 * Whether something is unfolded: as `initially`, until the author decides, or until something in it has a
 * problem or is asked for. It is open before effects look for a field in it.
 */
export function useFold(
  initially: boolean,
  hasProblem: boolean,
  asked: unknown = null,
): [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const [decided, setOpen] = useState<boolean | null>(null);
  useLayoutEffect(() => {
    if (hasProblem || asked !== null) setOpen(true);
  }, [hasProblem, asked]);
  return [decided ?? initially, setOpen];
}
