import { useNavigation } from '../app/navigation';
import { useBuilder } from './builder-store';

/** From wherever the user is, to the flow of the experience that is open. */
export function showFlow(): void {
  useNavigation.getState().goTo('experiences');
  useBuilder.setState({ showsLibrary: false });
}
