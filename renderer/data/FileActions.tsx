import { Button, Image, ScrollArea, Text } from '@mantine/core';
import { Download, FileSearch } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Output, type RowView, VIEWABLE_TYPES } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { notify } from '../app/notify';
import { useMay } from '../app/use-may';
import { kindsOf } from '../chat/prompts/file-kinds';
import { Dialog } from '../ui/Dialog';

type OpenFile = Output<'files.view'>;

/** Looks at an upload inside the application, or saves it outside. */
export function FileActions({ row: { id, cells } }: { row: RowView }) {
  const { t } = useTranslation('data');
  const [file, setFile] = useState<OpenFile | null>(null);
  const isViewable = VIEWABLE_TYPES.includes(String(cells.mime_type));
  const mayView = useMay('files.view') && isViewable;
  const maySave = useMay('files.save');

  const save = async () => {
    const saved = await call('files.save', { id });
    if (saved.outcome === 'saved') notify(t('file.saved', { fileName: saved.fileName }));
  };

  return (
    <>
      {mayView && (
        <Button
          variant="default"
          leftSection={<FileSearch size={16} aria-hidden />}
          onClick={() => void call('files.view', { id }).then(setFile).catch(showError)}
        >
          {t('file.view')}
        </Button>
      )}
      {maySave && !isViewable && (
        <Text size="sm" c="dimmed">
          {t('file.notShown', { kind: kindsOf([String(cells.mime_type)]) })}
        </Text>
      )}
      {maySave && (
        <Button
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
          onClick={() => void save().catch(showError)}
        >
          {t('file.save')}
        </Button>
      )}
      {file && <FileDialog file={file} onClose={() => setFile(null)} />}
    </>
  );
}

function FileDialog({ file, onClose }: { file: OpenFile; onClose: () => void }) {
  return (
    <Dialog onClose={onClose} size="xl" title={file.name} scrollAreaComponent={ScrollArea.Autosize}>
      {file.mimeType === 'text/plain' ? (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {new TextDecoder().decode(file.content)}
        </Text>
      ) : (
        <Picture file={file} />
      )}
    </Dialog>
  );
}

/** From memory: the address is gone with the dialog. */
function Picture({ file: { name, mimeType, content } }: { file: OpenFile }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([new Uint8Array(content)], { type: mimeType }));
    setUrl(address);
    return () => URL.revokeObjectURL(address);
  }, [content, mimeType]);
  return url && <Image src={url} alt={name} fit="contain" mah="70vh" />;
}
