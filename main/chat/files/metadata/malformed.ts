/** What claims to be a picture and is not built like one. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

export function startsWith(content: Uint8Array, text: string): boolean {
  return [...text].every((character, index) => content[index] === character.charCodeAt(0));
}
