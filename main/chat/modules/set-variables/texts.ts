export const texts = {
  en: {
    name: 'Set variables',
    description: 'Gives variables a value: a fixed text, or what an expression works out.',
    fields: {
      variables: 'Variables',
      'variables.item': 'Add variable',
      'variables.variable': 'Variable',
      'variables.kind': 'Value',
      'variables.kind.text': 'A text',
      'variables.kind.expression': 'An expression',
      'variables.text': 'Text (nothing empties the variable)',
      'variables.expression': 'Expression',
    },
    branches: { next: 'Next' },
    initial: {},
  },
  de: {
    name: 'Variablen setzen',
    description: 'Gibt Variablen einen Wert: einen festen Text oder das Ergebnis eines Ausdrucks.',
    fields: {
      variables: 'Variablen',
      'variables.item': 'Variable hinzufügen',
      'variables.variable': 'Variable',
      'variables.kind': 'Wert',
      'variables.kind.text': 'Ein Text',
      'variables.kind.expression': 'Ein Ausdruck',
      'variables.text': 'Text (leer: setzt die Variable zurück)',
      'variables.expression': 'Ausdruck',
    },
    branches: { next: 'Weiter' },
    initial: {},
  },
};
