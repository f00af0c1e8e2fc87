import { MAX_FILE_BYTES } from '../../../../../preload/contract';
import { FILE_KINDS, type FileKind, KIND_NAMES } from '../../../files/kinds';
import { answerVariable, type BlockKind, Conversion, made, questionOf } from '../block';
import { list, number, object, text } from '../loose';
import type { Block } from '../read-typebot';

const MAX_MEGABYTES = MAX_FILE_BYTES / 1024 / 1024;

export const fileInput: BlockKind = {
  asks: true,
  convert: (block, around) => {
    const { options } = block;
    const { language, words } = around;
    const conversion = new Conversion(around);
    conversion.because('one_file', options.isMultipleAllowed === true);
    conversion.because('file_name', around.names.byId(options.variableId) !== null);
    const initial = made('file_upload', language, {});
    const { skip } = object(options.labels);
    const limit = number(options.sizeLimit);
    const settings = {
      question: questionOf(block, around, conversion, String(initial.settings.question)),
      variable: answerVariable(block, around),
      kinds: kindsOf(block, conversion),
      ...(limit !== null &&
        limit >= 1 && { maxMegabytes: Math.min(MAX_MEGABYTES, Math.round(limit)) }),
      ...(options.isRequired === false && { skip: conversion.line(text(skip)) || words.skip }),
    };
    return { modules: [made('file_upload', language, settings)], reasons: conversion.reasons };
  },
};

/** Those kinds of the file's list that ChatVault can check; all that it can where it names none of them. */
function kindsOf({ options }: Block, conversion: Conversion): string[] {
  const { isEnabled, types } = object(options.allowedFileTypes);
  const wanted = isEnabled === true ? list(types).map((type) => text(type).toLowerCase()) : [];
  const known = KIND_NAMES.filter((kind) => wanted.some((type) => isOfKind(type, kind)));
  const isUnknown = (type: string) => !known.some((kind) => isExactly(type, kind));
  conversion.because('file_kinds', wanted.length === 0 || wanted.some(isUnknown));
  return known.length > 0 ? known : [...KIND_NAMES];
}

/** `image/*` means kinds that we do not take as well. */
function isOfKind(type: string, kind: FileKind): boolean {
  return (
    isExactly(type, kind) ||
    (type.endsWith('/*') && FILE_KINDS[kind].mime.startsWith(type.slice(0, -1)))
  );
}

function isExactly(type: string, kind: FileKind): boolean {
  const { mime, endings } = FILE_KINDS[kind];
  return type === mime || endings.some((ending) => type === ending || type === `.${ending}`);
}
