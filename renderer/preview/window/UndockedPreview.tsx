import { useUndockedPreview } from './undocked';

export function UndockedPreview() {
  useUndockedPreview();
  return null;
}
