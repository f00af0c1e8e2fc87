import { exportsToDo } from '../exports/exports-to-do';
import { requestsToDo } from '../privacy/requests-to-do';
import { recordsToDo } from '../records/records-to-do';
import type { ToDoSource } from './to-do-source';

/** What reminders and badges come from; a feature has one source. */
export const TO_DOS: readonly ToDoSource[] = [exportsToDo, requestsToDo, recordsToDo];
