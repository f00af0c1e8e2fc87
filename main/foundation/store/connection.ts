import { closeSync, existsSync, openSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';
import { AppError } from '../../../preload/contract';
import { explain, WORKSPACE_FAILURES } from './explain-error';
import { digitsOf } from './search/digits';
import { fold } from './search/fold';

export type Connection = Database.Database;

export const KEY_BYTES = 32;

export interface ConnectionOptions {
  file: string;
  /** The raw database key, {@link KEY_BYTES} bytes. The caller keeps it and zeroes it. */
  key: Uint8Array;
  /** Create the file; otherwise it has to exist, since SQLite takes a missing file for an empty one. */
  create?: boolean;
  /** Path of the native addon, where the one inside the package does not fit the runtime. */
  nativeBinding?: string | undefined;
}

/**
 * Opens an SQLCipher 4 database by its raw key and sets what every connection needs.
 *
 * @throws AppError `workspace.database_missing`, `workspace.database_damaged` when the file cannot
 * be decrypted with this key, and the other {@link WORKSPACE_FAILURES}.
 */
export function openConnection(options: ConnectionOptions): Connection {
  const connection = openFile(options);
  try {
    unlock(connection, options.key);
    configure(connection);
    return connection;
  } catch (error) {
    connection.close();
    throw explain(error, WORKSPACE_FAILURES);
  }
}

function openFile({ file, create = false, nativeBinding }: ConnectionOptions): Connection {
  if (!create && !existsSync(file)) throw new AppError('workspace.database_missing');
  try {
    // For its owner alone; the log that SQLite keeps beside it is as the database is.
    if (create) closeSync(openSync(file, 'a', 0o600));
    return new Database(file, {
      fileMustExist: !create,
      ...(nativeBinding === undefined ? {} : { nativeBinding }),
    });
  } catch (error) {
    throw explain(error, WORKSPACE_FAILURES);
  }
}

function unlock(connection: Connection, key: Uint8Array): void {
  // The driver's default cipher is ChaCha20; SQLCipher 4 is the format that other tools read.
  connection.pragma(`cipher='sqlcipher'`);
  connection.pragma('legacy=4');
  withRawKey(key, (rawKey) => connection.key(rawKey));
  connection.prepare('select count(*) from sqlite_schema').get();
}

/** Encrypts the whole file under another key. No other connection may have it open. */
export function rekey(connection: Connection, key: Uint8Array): void {
  connection.pragma('journal_mode=DELETE');
  withRawKey(key, (rawKey) => connection.rekey(rawKey));
}

function withRawKey(key: Uint8Array, use: (rawKey: Buffer) => void): void {
  const rawKey = rawKeyText(key);
  try {
    use(rawKey);
  } finally {
    rawKey.fill(0);
  }
}

function configure(connection: Connection): void {
  // SQLite's own lower() leaves every letter but A to Z as it is.
  connection.function('fold', { deterministic: true }, (text) =>
    typeof text === 'string' ? fold(text) : text,
  );
  connection.function('digits', { deterministic: true }, (text) =>
    typeof text === 'string' ? digitsOf(text) : text,
  );
  connection.pragma('journal_mode=WAL');
  // SQLite falls back to NORMAL whenever a WAL database is reopened.
  connection.pragma('synchronous=FULL');
  connection.pragma('secure_delete=ON');
  connection.pragma('foreign_keys=ON');
  connection.pragma('trusted_schema=OFF');
  // Temporary files of SQLite are not encrypted.
  connection.pragma('temp_store=MEMORY');
  // A checkpoint of what a sweep or many chats wrote would freeze the thread whose commit happens to
  // trigger it; the worker makes them.
  connection.pragma('wal_autocheckpoint=0');
  // From here on, who waits for another connection does not block the thread: PatientSqliteDriver.
  connection.pragma('busy_timeout=0');
}

/** `x'<64 hex digits>'` as bytes: a malformed raw key would silently be taken for a passphrase. */
function rawKeyText(key: Uint8Array): Buffer {
  if (key.length !== KEY_BYTES) throw new RangeError(`A database key has ${KEY_BYTES} bytes.`);
  const digits = '0123456789abcdef';
  const text = Buffer.alloc(KEY_BYTES * 2 + 3);
  text.write("x'", 0);
  key.forEach((byte, index) => {
    text[2 + index * 2] = digits.charCodeAt(byte >> 4);
    text[3 + index * 2] = digits.charCodeAt(byte & 15);
  });
  text.write("'", text.length - 1);
  return text;
}
