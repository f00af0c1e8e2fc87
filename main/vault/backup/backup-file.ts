import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { TextReader, TextWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';
import { z } from 'zod';
import { AppError, InstantMs } from '../../../preload/contract';
import { appendingTo, ZipFileReader } from '../../foundation/zip/zip-file';
import { MAX_SLOT_FILE_BYTES } from '../workspace/slot-file';

/**
 * A backup is a zip of stored entries: the file with the wrapped keys, the encrypted database, and
 * at the end what a restore checks them against. The zip itself is not encrypted: in the clear are
 * the names of the workspace and of its users, which the file with the keys shows on the unlock page
 * anyway, and nothing else that is personal.
 *
 * Nothing authenticates the manifest, since nobody has a key when a backup is restored. So it is
 * used for one thing only: to notice that the file was damaged or cut off. What a restored workspace
 * believes of its origin is in the database itself (`backup_of`).
 */
const SLOTS = 'workspace.json';
const DATABASE = 'vault.db';
const MANIFEST = 'manifest.json';

const VERSION = 1;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Manifest = z.strictObject({
  format: z.literal('chatvault-backup'),
  version: z.literal(VERSION),
  workspaceId: z.uuid(),
  createdAt: InstantMs,
  appVersion: z.string().max(40),
  sha256: z.strictObject({ [SLOTS]: Sha256, [DATABASE]: Sha256 }),
});
export type Manifest = z.infer<typeof Manifest>;

/** Called with the number of bytes that went by. */
export type OnBytes = (bytes: number) => void;

export interface BackupParts {
  readonly about: Pick<Manifest, 'workspaceId' | 'createdAt' | 'appVersion'>;
  readonly slots: string;
  readonly database: ReadableStream<Uint8Array>;
}

export async function writeBackupFile(
  file: FileHandle,
  { about, slots, database }: BackupParts,
  signal: AbortSignal,
  onBytes: OnBytes,
): Promise<void> {
  const zip = new ZipWriter(appendingTo(file), { level: 0, signal, zip64: true });
  await zip.add(SLOTS, new TextReader(slots));
  const tap = hashing(onBytes);
  await zip.add(DATABASE, database.pipeThrough(tap.stream));
  const sha256 = { [SLOTS]: sha256Of(slots), [DATABASE]: tap.digest() };
  const manifest: Manifest = { format: 'chatvault-backup', version: VERSION, ...about, sha256 };
  await zip.add(MANIFEST, new TextReader(JSON.stringify(manifest)));
  await zip.close();
}

export interface OpenedBackup {
  readonly manifest: Manifest;
  readonly slots: string;
  /** Of the encrypted database. */
  readonly bytes: number;
  /** Hands the database over. @throws AppError `backup.damaged` when it is not what was saved. */
  readDatabase(
    into: WritableStream<Uint8Array>,
    signal: AbortSignal,
    onBytes: OnBytes,
  ): Promise<void>;
}

/**
 * Opens a file that claims to be a backup; until its parts match, it may be anything. What is read
 * is bounded by the file's size, what is held in memory by a constant, and names inside are compared,
 * never used as paths.
 *
 * @throws AppError `backup.not_a_backup`, `backup.damaged`, `workspace.newer_version`
 */
export async function openBackupFile(file: FileHandle): Promise<OpenedBackup> {
  await requireBeginning(file);
  return orDamaged(async () => {
    const entries = await entriesOf(file);
    const manifest = parseManifest(await entries.text(MANIFEST));
    const slots = await entries.text(SLOTS);
    if (sha256Of(slots) !== manifest.sha256[SLOTS]) throw new AppError('backup.damaged');
    const { entry } = entries.named(DATABASE);
    return {
      manifest,
      slots,
      bytes: entry.compressedSize,
      readDatabase: (into, signal, onBytes) =>
        orDamaged(async () => {
          const tap = hashing(onBytes);
          const written = tap.stream.readable.pipeTo(into);
          await Promise.all([entry.getData(tap.stream.writable, { signal }), written]);
          if (tap.digest() !== manifest.sha256[DATABASE]) throw new AppError('backup.damaged');
        }, signal),
    };
  });
}

/** Tells a damaged backup from any other file: each begins with the local header of its first entry. */
async function requireBeginning(file: FileHandle): Promise<void> {
  const header = Buffer.alloc(30 + SLOTS.length);
  await file.read(header, 0, header.length, 0);
  const isZip = header.readUInt32LE(0) === 0x04034b50;
  if (!isZip || header.toString('latin1', 30) !== SLOTS) throw new AppError('backup.not_a_backup');
}

async function entriesOf(file: FileHandle) {
  const entries = await new ZipReader(new ZipFileReader(file)).getEntries();
  const named = (name: string) => {
    const [entry, ...others] = entries.filter(({ filename }) => filename === name);
    if (!entry || entry.directory || others.length > 0) throw new AppError('backup.damaged');
    // Stored entries cannot unfold into more than the file holds.
    const { compressionMethod, encrypted } = entry;
    if (compressionMethod !== 0 || encrypted) throw new AppError('backup.damaged');
    return { entry };
  };
  const text = async (name: string): Promise<string> => {
    const { entry } = named(name);
    if (entry.compressedSize > MAX_SLOT_FILE_BYTES) throw new AppError('backup.damaged');
    return entry.getData(new TextWriter());
  };
  return { named, text };
}

/** @throws AppError `workspace.newer_version`, and others when the text is no manifest. */
export function parseManifest(text: string): Manifest {
  const json: unknown = JSON.parse(text);
  const { version } = z.looseObject({ version: z.number() }).parse(json);
  if (version > VERSION) throw new AppError('workspace.newer_version');
  return Manifest.parse(json);
}

/** Whatever zip.js and the schemas object to: the file is not as it was saved. */
async function orDamaged<T>(read: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await read();
  } catch (error) {
    signal?.throwIfAborted();
    const isOther = error instanceof AppError || (error instanceof Error && 'syscall' in error);
    throw isOther ? error : new AppError('backup.damaged', {}, { cause: error });
  }
}

function hashing(onBytes: OnBytes) {
  const hash = createHash('sha256');
  const stream = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      hash.update(chunk);
      onBytes(chunk.length);
      controller.enqueue(chunk);
    },
  });
  return { stream, digest: () => hash.digest('hex') };
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
