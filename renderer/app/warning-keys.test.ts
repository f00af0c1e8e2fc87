import { expect, it, vi } from 'vitest';
import { keepKeysOfWarning, noteTakenBack } from './warning-keys';

function press(timeStamp: number) {
  let listener: ((event: KeyboardEvent) => void) | undefined;
  keepKeysOfWarning({
    addEventListener: (_: string, added: unknown) => {
      listener = added as typeof listener;
    },
  });
  const event = { timeStamp, preventDefault: vi.fn(), stopImmediatePropagation: vi.fn() };
  listener?.(event as unknown as KeyboardEvent);
  expect(event.preventDefault.mock.calls).toEqual(event.stopImmediatePropagation.mock.calls);
  return event.preventDefault.mock.calls.length > 0;
}

it('a key that was pressed at the warning does nothing to what lies below it', () => {
  expect(press(performance.now())).toBe(false);
  const pressedMs = performance.now();
  noteTakenBack();
  expect(press(pressedMs)).toBe(true);
  expect(press(performance.now() + 1)).toBe(false);
});
