import { describe, expect, it } from 'vitest';
import { modules } from '../../main/chat/modules';
import { formOfModule } from '../../main/chat/modules/forms';
import { newItem } from '../../renderer/flow/inspector/list-items';

const LISTS = [...modules.values()].flatMap((definition) =>
  formOfModule(definition).flatMap((field) =>
    field.kind === 'list' ? [{ type: definition.type, definition, field }] : [],
  ),
);

describe('an item that the builder adds to a list', () => {
  it.each(LISTS)(
    'of $type has a value of the right type for each of its settings',
    ({ definition, field }) => {
      const item = newItem(field.fields);
      const { error } = definition.settings.safeParse({ [field.key]: [item] });
      const mistyped = (error?.issues ?? [])
        .filter(({ code, path }) => code === 'invalid_type' && path[0] === field.key)
        .map(({ path }) => String(path[2]));
      // A number that nobody has entered is not there.
      expect(mistyped.filter((key) => Object.hasOwn(item, key))).toEqual([]);
    },
  );
});
