/**
 * What an author can name: the ids of chosen options stand beside their variable under a name with a dot,
 * which no author gives.
 */
export function namedVariables(variables: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(variables).filter(([name]) => !name.includes('.'));
}
