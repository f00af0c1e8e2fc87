import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { encryptionOf, streamsOfPdf } from '../../../tests/support/encrypted-pdf';
import { temporaryFolder } from '../../../tests/support/folder';
import type { ZippedFile } from '../zip/verified-zip';
import { writeVerifiedPdf } from './verified-pdf';

const PASSWORD = 'ACDE-FGHJ-KLMN-PQRT';
const SECRET = 'what Ann has said';

const fileOf = (name: string, ...pieces: string[]): ZippedFile => ({
  name,
  content: async function* () {
    for (const piece of pieces) yield Buffer.from(piece);
  },
});

async function page(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage().drawText('Answer');
  document.setTitle(SECRET);
  return document.save();
}

async function written(files: readonly ZippedFile[], password = PASSWORD): Promise<Buffer> {
  const path = join(temporaryFolder(), 'answer.pdf');
  const file = await open(path, 'wx+');
  const { signal } = new AbortController();
  try {
    const request = { files, password, signal };
    const { bytes } = await writeVerifiedPdf(file, await page(), request);
    expect(readFileSync(path)).toHaveLength(bytes);
  } finally {
    await file.close();
  }
  return readFileSync(path);
}

describe('a PDF with a password', () => {
  it('is encrypted with AES-256, and another reader opens it with its password only', async () => {
    const pdf = await written([fileOf('data.json', '{"said":', `"${SECRET}"}`)]);
    expect(encryptionOf(pdf)).toEqual({ version: 5, revision: 6, method: 'AESV3' });
    const contents = streamsOfPdf(pdf, PASSWORD).map(String);
    expect(contents).toContain(`{"said":"${SECRET}"}`);
    for (const wrong of ['', 'ACDE-FGHJ-KLMN-PQRU', PASSWORD.toLowerCase()]) {
      expect(() => streamsOfPdf(pdf, wrong)).toThrow('The password is wrong.');
    }
  });

  it('says nothing of its contents in the clear, nor the names of what is attached', async () => {
    const pdf = await written([fileOf('participations.csv', SECRET)]);
    const forms = [SECRET, 'participations', 'Answer'].flatMap((text) => [
      Buffer.from(text),
      Buffer.from(text, 'utf16le').swap16(),
      Buffer.from(Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()),
    ]);
    expect(forms.filter((form) => pdf.includes(form)).map(String)).toEqual([]);
    const inside = streamsOfPdf(pdf, PASSWORD).join();
    expect(inside).toContain('(participations.csv)');
    expect(inside).toContain(forms[5]?.toString());
  });

  it('is refused where what belongs into it is too large', async () => {
    const piece = 'x'.repeat(8 * 1024 * 1024);
    const files = [fileOf('a.bin', piece, piece, piece), fileOf('b.bin', piece, piece)];
    await expect(written(files)).rejects.toMatchObject({ code: 'export.pdf_too_large' });
  });

  it('is not written without a password', async () => {
    await expect(written([], '')).rejects.toThrow('one-time password');
  });
});
