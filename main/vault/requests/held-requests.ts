import type { ExpressionBuilder } from 'kysely';
import type { Schema } from '../../foundation/store/schema';

/** Whether a legal hold in force is about the person who has made the request. */
export const isRequestHeld = (request: ExpressionBuilder<Schema, 'requests'>, nowMs: number) =>
  request.exists(
    request
      .selectFrom('legal_holds')
      .select('legal_holds.id')
      .where('kind', '=', 'person')
      .whereRef('subject', '=', 'requests.email_key')
      .where('approved_by', 'is not', null)
      .where('until_ms', '>', nowMs),
  );
