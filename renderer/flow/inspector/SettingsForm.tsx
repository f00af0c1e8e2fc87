import { Accordion } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FormField, ModuleDescriptor, ModuleNode } from '../../../preload/contract';
import { editSettings } from '../draft-actions';
import { useLanguage } from '../use-language';
import classes from './Inspector.module.css';
import { SettingField } from './SettingField';
import { useFieldErrors } from './use-field-errors';
import { visibleFields } from './visible-fields';

interface Props {
  module: ModuleNode;
  descriptor: ModuleDescriptor;
}

export function SettingsForm({ module, descriptor }: Props) {
  const { t } = useTranslation('flow');
  const fields = visibleFields(descriptor.form, module.settings);
  const more = fields.filter(({ isMore }) => isMore);
  return (
    <div className={classes.group}>
      {fields
        .filter(({ isMore }) => !isMore)
        .map((field) => (
          <Setting key={field.key} field={field} module={module} descriptor={descriptor} />
        ))}
      {more.length > 0 && (
        <Accordion variant="contained" chevronPosition="left">
          <Accordion.Item value="more">
            <Accordion.Control>{t('inspector.more')}</Accordion.Control>
            <Accordion.Panel>
              <div className={classes.more}>
                {more.map((field) => (
                  <Setting key={field.key} field={field} module={module} descriptor={descriptor} />
                ))}
              </div>
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      )}
    </div>
  );
}

function Setting({ field, module, descriptor }: Props & { field: FormField }) {
  const labels = descriptor.texts[useLanguage()].fields;
  const errorAt = useFieldErrors(module.id);
  return (
    <SettingField
      key={`${module.id} ${field.key}`}
      field={field}
      value={module.settings[field.key]}
      form={{ labels, errorAt, moduleId: module.id }}
      onChange={(value, group) => {
        const { [field.key]: _, ...rest } = module.settings;
        const settings = value === undefined ? rest : { ...module.settings, [field.key]: value };
        editSettings(module.id, settings, group);
      }}
    />
  );
}
