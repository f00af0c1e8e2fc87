import type { ElectronApplication } from 'playwright/test';

/*
 * The desktop around the application, where a test cannot click: the file dialog, the browser and
 * the clock. Everything of ChatVault itself stays real.
 */

/** The next file dialogs answer with this path; null dismisses them. */
export async function answerFileDialog(app: ElectronApplication, path: string | null) {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({
      canceled: filePath === null,
      filePath: filePath ?? '',
    });
  }, path);
}

/** Records the addresses that would open in the browser. */
export async function watchBrowser(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ shell, app: electron }) => {
    const opened: string[] = [];
    Object.assign(electron, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  return () =>
    app.evaluate(({ app: electron }) => (electron as unknown as { opened: string[] }).opened);
}

/** Puts the application's clock ahead. */
export async function passDays(app: ElectronApplication, days: number) {
  await app.evaluate((_, aheadMs) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + aheadMs;
  }, days * 86_400_000);
}

export async function clipboardText(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ clipboard }) => clipboard.readText());
}
