import { appearanceArea } from '../chat/appearance/operations';
import { assetArea } from '../chat/assets/operations';
import { codeArea } from '../chat/codes/operations';
import { experienceArea } from '../chat/experiences/operations';
import { exploreArea } from '../chat/explore/operations';
import { fileArea } from '../chat/files/operations';
import { kioskArea } from '../chat/kiosk/operations';
import { legalArea } from '../chat/legal/operations';
import { previewArea } from '../chat/preview/operations';
import { sessionArea } from '../chat/sessions/operations';
import { translationArea } from '../chat/translations/operations';
import { dashboardArea } from '../data/dashboard/operations';
import { drawArea } from '../data/draws/operations';
import { exportArea } from '../data/export/operations';
import { personArea } from '../data/person/operations';
import { policyArea } from '../data/policy/operations';
import { recordArea } from '../data/records/operations';
import { rowArea } from '../data/rows/operations';
import { selfTestArea } from '../data/self-test/operations';
import { auditArea } from '../vault/audit/operations';
import { backupArea } from '../vault/backup/operations';
import { maskingArea } from '../vault/masking/operations';
import { retentionArea } from '../vault/retention/operations';
import { deletionArea } from '../vault/retention/undo/operations';
import { workspaceArea } from '../vault/workspace/operations';

/** Every area of main that can do something for a page. What it can do, it says itself. */
export const areas = {
  assetArea,
  appearanceArea,
  codeArea,
  experienceArea,
  exploreArea,
  fileArea,
  kioskArea,
  legalArea,
  previewArea,
  sessionArea,
  translationArea,
  dashboardArea,
  drawArea,
  exportArea,
  personArea,
  policyArea,
  recordArea,
  rowArea,
  selfTestArea,
  auditArea,
  backupArea,
  maskingArea,
  deletionArea,
  retentionArea,
  workspaceArea,
};
