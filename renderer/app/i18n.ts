import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../preload/contract';
import deApp from '../../resources/locales/de/app.json';
import deAudit from '../../resources/locales/de/audit.json';
import deBackup from '../../resources/locales/de/backup.json';
import deChat from '../../resources/locales/de/chat.json';
import deCodes from '../../resources/locales/de/codes.json';
import deDashboard from '../../resources/locales/de/dashboard.json';
import deData from '../../resources/locales/de/data.json';
import deDesign from '../../resources/locales/de/design.json';
import deDraw from '../../resources/locales/de/draw.json';
import deErrors from '../../resources/locales/de/errors.json';
import deExport from '../../resources/locales/de/export.json';
import deFlow from '../../resources/locales/de/flow.json';
import deKiosk from '../../resources/locales/de/kiosk.json';
import deLegal from '../../resources/locales/de/legal.json';
import deMedia from '../../resources/locales/de/media.json';
import deParticipant from '../../resources/locales/de/participant.json';
import dePreview from '../../resources/locales/de/preview.json';
import dePrivacy from '../../resources/locales/de/privacy.json';
import deRecords from '../../resources/locales/de/records.json';
import deRetention from '../../resources/locales/de/retention.json';
import deSettings from '../../resources/locales/de/settings.json';
import deUsers from '../../resources/locales/de/users.json';
import deWorkspace from '../../resources/locales/de/workspace.json';
import enApp from '../../resources/locales/en/app.json';
import enAudit from '../../resources/locales/en/audit.json';
import enBackup from '../../resources/locales/en/backup.json';
import enChat from '../../resources/locales/en/chat.json';
import enCodes from '../../resources/locales/en/codes.json';
import enDashboard from '../../resources/locales/en/dashboard.json';
import enData from '../../resources/locales/en/data.json';
import enDesign from '../../resources/locales/en/design.json';
import enDraw from '../../resources/locales/en/draw.json';
import enErrors from '../../resources/locales/en/errors.json';
import enExport from '../../resources/locales/en/export.json';
import enFlow from '../../resources/locales/en/flow.json';
import enKiosk from '../../resources/locales/en/kiosk.json';
import enLegal from '../../resources/locales/en/legal.json';
import enMedia from '../../resources/locales/en/media.json';
import enParticipant from '../../resources/locales/en/participant.json';
import enPreview from '../../resources/locales/en/preview.json';
import enPrivacy from '../../resources/locales/en/privacy.json';
import enRecords from '../../resources/locales/en/records.json';
import enRetention from '../../resources/locales/en/retention.json';
import enSettings from '../../resources/locales/en/settings.json';
import enUsers from '../../resources/locales/en/users.json';
import enWorkspace from '../../resources/locales/en/workspace.json';

const en = {
  app: enApp,
  audit: enAudit,
  backup: enBackup,
  chat: enChat,
  codes: enCodes,
  dashboard: enDashboard,
  data: enData,
  design: enDesign,
  draw: enDraw,
  errors: enErrors,
  export: enExport,
  flow: enFlow,
  kiosk: enKiosk,
  media: enMedia,
  legal: enLegal,
  participant: enParticipant,
  preview: enPreview,
  privacy: enPrivacy,
  records: enRecords,
  retention: enRetention,
  settings: enSettings,
  users: enUsers,
  workspace: enWorkspace,
};

export const resources = {
  en,
  de: {
    app: deApp,
    audit: deAudit,
    backup: deBackup,
    chat: deChat,
    codes: deCodes,
    dashboard: deDashboard,
    data: deData,
    design: deDesign,
    draw: deDraw,
    errors: deErrors,
    export: deExport,
    flow: deFlow,
    kiosk: deKiosk,
    media: deMedia,
    legal: deLegal,
    participant: deParticipant,
    preview: dePreview,
    privacy: dePrivacy,
    records: deRecords,
    retention: deRetention,
    settings: deSettings,
    users: deUsers,
    workspace: deWorkspace,
  },
} satisfies Record<Language, Record<keyof typeof en, object>>;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof en;
  }
}

export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  resources,
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'app',
  initAsync: false,
  interpolation: { escapeValue: false },
});

/** The language of the page, for `Intl` and for texts that modules bring along. */
export function currentLanguage(): Language {
  return i18n.language === 'de' ? 'de' : 'en';
}
