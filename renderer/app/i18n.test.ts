import { describe, expect, it } from 'vitest';
import { ErrorCode } from '../../preload/contract';
import { i18n, resources } from './i18n';

function keysOf(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? keysOf(value, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}

function placeholdersOf(texts: object): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? placeholdersOf(value).map((placeholder) => `${key}.${placeholder}`)
      : (String(value).match(/{{[^}]+}}/g) ?? []).map((placeholder) => `${key}: ${placeholder}`),
  );
}

function within(texts: unknown, key: string): unknown {
  return typeof texts === 'object' && texts !== null ? Reflect.get(texts, key) : undefined;
}

describe('the languages', () => {
  it.each(Object.keys(resources.en) as (keyof typeof resources.en)[])(
    'have the same texts in %s',
    (namespace) => {
      expect(keysOf(resources.de[namespace]).toSorted()).toEqual(
        keysOf(resources.en[namespace]).toSorted(),
      );
    },
  );

  it.each(Object.keys(resources.en) as (keyof typeof resources.en)[])(
    'fill the same placeholders in %s',
    (namespace) => {
      expect(new Set(placeholdersOf(resources.de[namespace]))).toEqual(
        new Set(placeholdersOf(resources.en[namespace])),
      );
    },
  );

  it('say something in every text: of an empty one for zero, the text for many is said', () => {
    const empty = Object.entries(resources).flatMap(([language, namespaces]) =>
      keysOf(namespaces, `${language}.`).filter(
        (key) => key.split('.').reduce<unknown>(within, resources) === '',
      ),
    );
    expect(empty).toEqual([]);
  });

  it.each(['en', 'de'] as const)(
    'say where a published version can be started in %s',
    (language) => {
      const { flow, kiosk } = resources[language];
      expect(flow.publish.next.kiosk.title).toMatch(/kiosk/i);
      expect(kiosk.screen.intro).toMatch(/kiosk/i);
      expect(`${flow.publish.next.text}${flow.publish.hint}`).not.toMatch(/from now on|ab jetzt/);
    },
  );

  it.each(['en', 'de'])('say every error of the contract in %s', (language) => {
    const silent = ErrorCode.options.filter(
      (code) => !i18n.exists(`errors:${code}`, { lng: language, fallbackLng: [] }),
    );
    expect(silent).toEqual([]);
  });
});
