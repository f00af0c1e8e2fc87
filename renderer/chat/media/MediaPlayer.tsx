import { Pause, Play, Volume2, VolumeX } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOfMedia } from '../../../preload/contract';
import { MarkedText } from '../MarkedText';
import { clock } from './clock';
import classes from './Media.module.css';

interface Props {
  kind: 'sound' | 'video';
  source: string;
  title: string;
  /** What is said or happens in it, for those who do not hear or see it. */
  transcript: string;
}

/** Only one plays at a time. */
let playing: HTMLMediaElement | null = null;

/**
 * Sound or video with controls of its own: as large as fingers need them, and without those of the
 * browser that would save the file or show it outside the chat. Nothing plays by itself.
 */
export function MediaPlayer({ kind, source, title, transcript }: Props) {
  const { t } = useTranslation('chat');
  const player = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [isMuted, setMuted] = useState(false);
  const [time, setTime] = useState(0);
  const [duration, setDuration] = useState(0);
  const [isMissing, setMissing] = useState(false);
  const captionId = useId();
  useEffect(() => {
    const element = player.current;
    return () => element?.pause();
  }, []);

  const toggle = () => {
    const element = player.current;
    if (!element) return;
    if (element.paused) void element.play().catch(() => setMissing(true));
    else element.pause();
  };
  const onPlay = () => {
    if (playing !== player.current) playing?.pause();
    playing = player.current;
    setPlaying(true);
  };
  const onTimeUpdate = () => {
    const element = player.current;
    setTime(element?.currentTime ?? 0);
    // Who listens or watches is there: what waits for input hears of it.
    if (element && !element.paused) element.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const onDuration = () => {
    const length = player.current?.duration ?? 0;
    setDuration(Number.isFinite(length) ? length : 0);
  };
  const Element = kind === 'video' ? 'video' : 'audio';
  if (isMissing) return <span className={classes.missing}>{t('media.missing')}</span>;
  return (
    <figure className={classes.player} data-kind={kind} aria-labelledby={captionId}>
      <Element
        ref={player}
        src={addressOfMedia(source)}
        preload="metadata"
        playsInline
        disablePictureInPicture
        disableRemotePlayback
        onClick={kind === 'video' ? toggle : undefined}
        onPlay={onPlay}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
        onTimeUpdate={onTimeUpdate}
        onDurationChange={onDuration}
        onError={() => setMissing(true)}
      />
      <div className={classes.controls}>
        <button
          type="button"
          aria-label={t(isPlaying ? 'media.pause' : 'media.play', { title })}
          onClick={toggle}
        >
          {isPlaying ? <Pause size="1.3em" aria-hidden /> : <Play size="1.3em" aria-hidden />}
        </button>
        <input
          type="range"
          min={0}
          max={duration || 1}
          step="any"
          value={Math.min(time, duration)}
          disabled={duration === 0}
          aria-label={t('media.position')}
          aria-valuetext={t('media.time', { time: clock(time), of: clock(duration) })}
          onChange={(event) => {
            const next = Number(event.currentTarget.value);
            if (player.current) player.current.currentTime = next;
            setTime(next);
          }}
        />
        <span className={classes.time} aria-hidden>
          {clock(duration > 0 && !isPlaying && time === 0 ? duration : time)}
        </span>
        <button
          type="button"
          aria-label={t('media.mute')}
          aria-pressed={isMuted}
          onClick={() => {
            if (player.current) player.current.muted = !isMuted;
            setMuted(!isMuted);
          }}
        >
          {isMuted ? <VolumeX size="1.3em" aria-hidden /> : <Volume2 size="1.3em" aria-hidden />}
        </button>
      </div>
      <figcaption id={captionId}>{title}</figcaption>
      {transcript !== '' && (
        <details className={classes.transcript}>
          <summary>{t('media.transcript')}</summary>
          <MarkedText text={transcript} />
        </details>
      )}
    </figure>
  );
}
