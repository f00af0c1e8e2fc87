import type { ModuleDescriptor, ModuleNode } from '../../../preload/contract';
import { editSettings } from '../draft-actions';
import { useLanguage } from '../use-language';
import { FieldGroups } from './FieldGroups';
import { SettingField } from './SettingField';
import { useFieldErrors } from './use-field-errors';

interface Props {
  module: ModuleNode;
  descriptor: ModuleDescriptor;
}

export function SettingsForm({ module, descriptor }: Props) {
  const { fields: labels, hints = {} } = descriptor.texts[useLanguage()];
  const form = { labels, hints, errorAt: useFieldErrors(module.id), moduleId: module.id };
  return (
    <div>
      <FieldGroups
        key={module.id}
        fields={descriptor.form}
        values={module.settings}
        form={form}
        render={(field) => (
          <SettingField
            key={field.key}
            field={field}
            value={module.settings[field.key]}
            form={form}
            beside={module.settings}
            onChangeAll={(values, group) =>
              editSettings(module.id, { ...module.settings, ...values }, group)
            }
            onChange={(value, group) => {
              const { [field.key]: _, ...rest } = module.settings;
              const settings =
                value === undefined ? rest : { ...module.settings, [field.key]: value };
              editSettings(module.id, settings, group);
            }}
          />
        )}
      />
    </div>
  );
}
