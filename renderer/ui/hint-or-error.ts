import type { InputWrapperProps } from '@mantine/core';

type Said = Pick<
  InputWrapperProps,
  'description' | 'descriptionProps' | 'error' | 'inputWrapperOrder'
>;

/** Of a field with a hint: what is wrong takes the place of the hint, so that nothing below it moves. */
export function hintOrError(hint: string, error: string | false): Said {
  return {
    inputWrapperOrder: ['label', 'description', 'error', 'input'],
    // As high as an error; see the theme.
    descriptionProps: { fz: '12px', lh: '16px' },
    ...(error === false ? { description: hint } : { error }),
  };
}
