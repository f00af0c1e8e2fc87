import log from 'electron-log/main';

/**
 * The log holds codes, channel names and stacks. Inputs, rows, paths of exports and secrets are
 * never handed to it, so there is nothing to redact afterwards.
 */
export function logFailure(context: string, error: unknown): void {
  log.error(context, error instanceof Error ? (error.stack ?? error.message) : String(error));
}

export function startLog(file: string): void {
  log.transports.file.resolvePathFn = () => file;
  log.transports.file.level = 'warn';
  log.transports.console.level = 'warn';
  log.errorHandler.startCatching({ showDialog: false });
}
