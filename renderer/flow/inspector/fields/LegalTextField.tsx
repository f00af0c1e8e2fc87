import { legalIdOf, legalRef } from '../../../../preload/contract';
import { LegalTextSelect } from '../../../legal/LegalTextSelect';
import type { SpecialFieldProps } from './special-field';

/** A legal text of the kind that the field asks for. */
export function LegalTextField({ input, value, legalKind = 'terms', onChange }: SpecialFieldProps) {
  return (
    <LegalTextSelect
      input={input}
      kind={legalKind}
      value={legalIdOf(value)}
      onChange={(id) => onChange(id === null ? '' : legalRef(id))}
    />
  );
}
