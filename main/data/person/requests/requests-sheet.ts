import type { PersonRequest } from '../../../../preload/contract';
import { type Sheet, textSheet } from '../../export/sheet';

const COLUMNS = ['reference', 'kind', 'email', 'received_on', 'due_on', 'state', 'note', 'steps'];

/** What a person has asked for, and what was done about it: data about them as well. */
export function requestsSheet(requests: readonly PersonRequest[]): Sheet {
  return textSheet('requests', COLUMNS, () =>
    requests.map((request) => [
      ...[request.reference, request.kind, request.email ?? ''],
      ...[request.receivedOn, request.dueOn, request.state, request.note],
      JSON.stringify(readableSteps(request)),
    ]),
  );
}

/** As a machine reads them; who of the staff has done them is not about the person. */
export function readableSteps({ steps }: PersonRequest) {
  return steps.map(({ at, step }) => ({ at: new Date(at).toISOString(), ...step }));
}
