import {
  type FormField,
  type Graph,
  isSettings,
  type Problem,
  type ProblemCode,
} from '../../../preload/contract';
import { mediaIn } from '../../foundation/experience/media-mentions';
import { formOfModule } from '../modules/forms';
import type { FlowIndex } from './flow-index';

/** Ids of the assets that the workspace has. */
export type MediaFacts = ReadonlySet<string>;

/**
 * Files that are mentioned and are not there; and pictures, sounds and videos of which those who do not
 * see or hear them learn nothing.
 *
 * @param media unknown, nothing is missing
 */
export function mediaProblems(flow: FlowIndex, graph: Graph, media?: MediaFacts): Problem[] {
  const isMissing = (value: unknown): boolean =>
    media !== undefined && [...mediaIn(JSON.stringify(value ?? null))].some((id) => !media.has(id));
  const ofModules = [...flow.modules.values()].flatMap(({ node, definition }) =>
    problemsIn(formOfModule(definition), node.settings, isMissing).map(
      ([code, field]): Problem => ({
        severity: 'warning',
        code,
        moduleId: node.id,
        field,
        params: {},
      }),
    ),
  );
  if (!isMissing(graph.settings)) return ofModules;
  return [...ofModules, { severity: 'warning', code: 'look_media_missing', params: {} }];
}

type Found = [code: ProblemCode, field: string];

const UNDESCRIBED: Partial<Record<FormField['kind'], ProblemCode>> = {
  image: 'picture_undescribed',
  sound: 'media_untitled',
  video: 'media_untitled',
};

/** Each once, however many items of a list have it. */
function problemsIn(
  form: readonly FormField[],
  settings: Readonly<Record<string, unknown>>,
  isMissing: (value: unknown) => boolean,
): Found[] {
  const found = form.flatMap((field): Found[] => {
    const value = settings[field.key];
    if (field.kind === 'list') {
      const items = Array.isArray(value) ? value : [];
      return items.filter(isSettings).flatMap((item) => problemsIn(field.fields, item, isMissing));
    }
    const code = UNDESCRIBED[field.kind];
    if (code === undefined || typeof value !== 'string' || value === '') return [];
    if (isMissing(value)) return [['media_missing', field.path]];
    const by = 'describedBy' in field ? field.describedBy : undefined;
    if (by === undefined || isSaid(settings[by])) return [];
    return [[code, field.path.slice(0, -field.key.length) + by]];
  });
  return [...new Map(found.map((each) => [each.join(), each])).values()];
}

function isSaid(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
