import { expect, it } from 'vitest';
import { fileNameFor } from './file-name';

it.each([
  ['Hello World', 'hello-world.json'],
  ['Été à la plage!', 'ete-a-la-plage.json'],
  ['../../etc/passwd', 'etc-passwd.json'],
  ['여름 행사', '여름-행사.json'],
  ['हिन्दी', 'हिन्दी.json'],
  ['😀', 'experience.json'],
])('names the file of %j %j', (name, file) => expect(fileNameFor(name)).toBe(file));

it('is short enough for every file system, in whole letters', () => {
  const file = fileNameFor('\u{20000}'.repeat(200));
  expect(Buffer.byteLength(file)).toBeLessThan(130);
  expect(file.isWellFormed()).toBe(true);
});
