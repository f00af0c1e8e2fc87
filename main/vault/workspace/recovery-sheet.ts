import type { Language, ParsedInput } from '../../../preload/contract';
import { html, page } from '../../foundation/html/html';
import type { Context } from '../../foundation/operation/context';
import { openedWorkspace } from './opened-workspace';
import { preferences } from './preferences';

const WORDS = {
  en: {
    title: 'Recovery code',
    workspace: 'ChatVault workspace',
    user: 'User',
    printed: 'Printed on',
    purpose:
      'If the passphrase is forgotten, this code opens the workspace: choose “Use the recovery code” on the page that unlocks it.',
    keep: 'Keep this sheet away from the computer, where others do not find it. A new code makes this one useless.',
  },
  de: {
    title: 'Wiederherstellungscode',
    workspace: 'ChatVault-Arbeitsbereich',
    user: 'Benutzer',
    printed: 'Gedruckt am',
    purpose:
      'Ist die Passphrase vergessen, öffnet dieser Code den Arbeitsbereich: Wählen Sie auf der Seite zum Entsperren „Wiederherstellungscode verwenden“.',
    keep: 'Bewahren Sie dieses Blatt getrennt vom Computer auf, wo andere es nicht finden. Ein neuer Code macht diesen wertlos.',
  },
} satisfies Record<Language, unknown>;

const STYLE = `
body { font: 12pt/1.5 sans-serif; margin: 20mm; color: #000 }
h1 { font-size: 20pt; margin: 0 0 10mm }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2mm 8mm; margin: 0 0 10mm }
dt { color: #444 } dd { margin: 0 }
.code { font: 700 17pt/1.4 monospace; padding: 6mm; border: 1pt solid #000; overflow-wrap: anywhere }
`;

interface Sheet {
  readonly language: Language;
  readonly workspace: string;
  readonly user: string;
  readonly day: Date;
  readonly code: string;
}

export function recoverySheet({ language, workspace, user, day, code }: Sheet): string {
  const say = WORDS[language];
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(day);
  const body = html`<dl>
<dt>${say.workspace}</dt><dd>${workspace}</dd>
<dt>${say.user}</dt><dd>${user}</dd>
<dt>${say.printed}</dt><dd>${date}</dd>
</dl>
<p class="code">${code}</p>
<p>${say.purpose}</p>
<p>${say.keep}</p>`;
  return page({ language, title: say.title, style: STYLE, body });
}

/** By the dialog of the operating system; false when it is dismissed. @throws AppError `print.failed` */
export async function printRecoveryCode(
  { desktop, the, user, nowMs }: Pick<Context, 'desktop' | 'the' | 'user' | 'nowMs'>,
  { code }: ParsedInput<'me.printRecoveryCode'>,
): Promise<boolean> {
  const { language } = the(preferences).get();
  const { name: workspace } = the(openedWorkspace);
  const day = new Date(nowMs);
  return desktop.print(recoverySheet({ language, workspace, user: user.name, day, code }));
}
