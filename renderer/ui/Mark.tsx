/** A speech bubble with a keyhole. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M8 3h16a6 6 0 0 1 6 6v10a6 6 0 0 1-6 6h-9l-6.2 4.6A1.1 1.1 0 0 1 7 28.7V25a5.6 5.6 0 0 1-5-6V9a6 6 0 0 1 6-6Zm8 5.6a3.6 3.6 0 0 0-1.9 6.7l-.9 3.8c-.1.5.3.9.8.9h4c.5 0 .9-.4.8-.9l-.9-3.8A3.6 3.6 0 0 0 16 8.6Z"
      />
    </svg>
  );
}
