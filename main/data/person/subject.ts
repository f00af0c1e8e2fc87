import { AppError, type PersonSubject } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { findRequest } from './requests/find-request';

/** The address of whom it is about. @throws AppError `request.not_found`, `request.address_gone` */
export async function addressOf(
  store: Store,
  subject: PersonSubject,
  nowMs: number,
): Promise<string> {
  if ('email' in subject) return subject.email;
  const { email_key } = await findRequest(store, subject.request, nowMs);
  if (email_key === null) throw new AppError('request.address_gone');
  return email_key;
}
