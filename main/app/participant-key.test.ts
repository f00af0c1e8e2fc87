import type { Input } from 'electron';
import { expect, it } from 'vitest';
import { isParticipantKey } from './participant-key';

const pressed = (key: string, held: Partial<Input> = {}): Input =>
  ({ key, control: false, alt: false, meta: false, shift: false, ...held }) as Input;

it.each<[string, Partial<Input>?]>([
  ['a'],
  ['A', { shift: true }],
  ['Enter'],
  ['Tab', { shift: true }],
  ['ArrowDown'],
  ['Escape'],
  [' '],
  ['@', { control: true, alt: true }],
  ['€', { alt: true }],
  ['Dead'],
  ['Dead', { shift: true }],
  ['Dead', { alt: true }],
  ['Dead', { control: true, alt: true }],
  ['AltGraph', { control: true, alt: true }],
  ['Process'],
  ['Process', { control: true }],
  ['Process', { shift: true }],
  ['Compose'],
  ['ZenkakuHankaku', { alt: true }],
  ['HangulMode'],
  ['я'],
  ['لا'],
  ['ą', { alt: true }],
  ['𝄞', { control: true, alt: true }],
])('lets a participant press %s %j', (key, held) => {
  expect(isParticipantKey(pressed(key, held))).toBe(true);
});

it.each<[string, Partial<Input>?]>([
  ['r', { control: true }],
  ['R', { control: true, shift: true }],
  ['i', { control: true, shift: true }],
  ['q', { meta: true }],
  ['w', { control: true }],
  ['c', { control: true }],
  ['F4', { alt: true }],
  ['F5'],
  ['F11'],
  ['F12'],
  ['Tab', { alt: true }],
  ['Tab', { control: true }],
  ['ArrowLeft', { alt: true }],
  [' ', { alt: true }],
  ['я', { control: true }],
  ['Dead', { control: true }],
  ['Dead', { meta: true }],
  ['Process', { meta: true }],
  ['Delete', { control: true, alt: true }],
  ['Escape', { control: true }],
  ['Enter', { alt: true }],
  ['PrintScreen'],
  ['ContextMenu'],
  ['BrowserBack'],
])('closes %s %j to a participant', (key, held) => {
  expect(isParticipantKey(pressed(key, held))).toBe(false);
});
