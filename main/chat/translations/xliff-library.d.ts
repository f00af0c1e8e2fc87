declare module 'xliff' {
  /** Both of the library's ways to fail: it throws, or tells. */
  export function xliff2js(xml: string, done: (error: unknown, result: unknown) => void): void;
}
