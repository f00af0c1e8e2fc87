import type { ComponentType } from 'react';
import type { TextFieldKind } from '../../../../preload/contract';
import { CodePoolField } from './CodePoolField';
import { DateField } from './DateField';
import { DateTimeField } from './DateTimeField';
import { ExperienceField } from './ExperienceField';
import { ExpressionField } from './ExpressionField';
import { ImageField } from './ImageField';
import { LegalTextField } from './LegalTextField';
import { SoundField, VideoField } from './MediaField';
import { ModuleField } from './ModuleField';
import type { SpecialFieldProps } from './special-field';
import { TimeField } from './TimeField';
import { TimeZoneField } from './TimeZoneField';
import { VariableField } from './VariableField';

type SpecialKind = Exclude<TextFieldKind, 'text' | 'longText' | 'url'>;

export const SPECIAL_FIELDS: Record<SpecialKind, ComponentType<SpecialFieldProps>> = {
  variable: VariableField,
  expression: ExpressionField,
  date: DateField,
  dateTime: DateTimeField,
  time: TimeField,
  timeZone: TimeZoneField,
  image: ImageField,
  sound: SoundField,
  video: VideoField,
  module: ModuleField,
  experience: ExperienceField,
  codePool: CodePoolField,
  legalText: LegalTextField,
};
