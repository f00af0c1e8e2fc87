import { describe, expect, it } from 'vitest';
import { digitOf, isComposing, keepComposingToItself, keyOf } from './keys';

const pressed = (key: string, code = '') => ({ key, code });

describe('the key of a shortcut', () => {
  it.each([
    ['a Latin letter, whatever its case', 'Z', 'KeyZ', 'z'],
    ['German, where Z and Y change places', 'z', 'KeyY', 'z'],
    ['Dvorak', 'z', 'Slash', 'z'],
    ['AZERTY', 'a', 'KeyQ', 'a'],
    ['Cyrillic', 'я', 'KeyZ', 'z'],
    ['Cyrillic with Shift', 'Я', 'KeyZ', 'z'],
    ['Greek', 'ζ', 'KeyZ', 'z'],
    ['Hebrew', 'ז', 'KeyZ', 'z'],
    ['Arabic', 'ئ', 'KeyZ', 'z'],
    ['Arabic, a key that types two letters', 'لا', 'KeyB', 'b'],
    ['Arabic digits', '٠', 'Digit0', '0'],
    ['Thai', 'ผ', 'KeyZ', 'z'],
    ['a letter of German at a place that has none', 'ö', 'Semicolon', 'ö'],
    ['a sign', '?', 'Slash', '?'],
    ['a sign on a Cyrillic layout', '?', 'Digit7', '?'],
    ['Enter', 'Enter', 'Enter', 'Enter'],
    ['an arrow', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'],
    ['a dead key, which is none of them', 'Dead', 'KeyE', 'Dead'],
    ['a key that an input method takes', 'Process', 'KeyA', 'Process'],
    ['a key of nobody knows what', 'Unidentified', '', 'Unidentified'],
  ])('%s', (_, key, code, expected) => {
    expect(keyOf(pressed(key, code))).toBe(expected);
  });
});

it.each([
  ['1', 'Digit1', 1],
  ['&', 'Digit1', 1],
  ['é', 'Digit2', 2],
  ['3', 'Numpad3', 3],
  ['٤', 'Digit4', 4],
  ['q', 'KeyQ', null],
  ['F1', 'F1', null],
])('the digit of %s at %s is %s', (key, code, digit) => {
  expect(digitOf(pressed(key, code))).toBe(digit);
});

describe('composing', () => {
  const enter = { key: 'Enter', keyCode: 13, isComposing: false };
  const composing = [
    { ...enter, isComposing: true },
    { ...enter, keyCode: 229 },
    { ...enter, key: 'Process' },
  ];

  it('is told by each of its three signs', () => {
    expect(isComposing(enter)).toBe(false);
    for (const event of composing) expect(isComposing(event)).toBe(true);
  });

  it('is kept from all handlers, before any of them, and leaves the field its key', () => {
    const listeners = new Map<string, (event: unknown) => void>();
    const addEventListener = (name: string, listener: unknown, capture: unknown) => {
      expect(capture).toBe(true);
      listeners.set(name, listener as () => void);
    };
    keepComposingToItself({ addEventListener } as Window);
    expect([...listeners.keys()]).toEqual(['keydown', 'keyup', 'keypress']);
    const stopped = [enter, ...composing].map((event) => {
      const calls: string[] = [];
      const heard = {
        ...event,
        stopPropagation: () => calls.push('stopPropagation'),
        preventDefault: () => calls.push('preventDefault'),
      };
      listeners.get('keydown')?.(heard);
      return calls;
    });
    expect(stopped).toEqual([[], ...composing.map(() => ['stopPropagation'])]);
  });
});
