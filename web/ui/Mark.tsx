/**
 * The sign of Homeward: a road that comes home. One line arrives, bends and becomes a house. In right-to-left languages
 * it arrives from the other side.
 */
export function Mark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg viewBox="0 0 40 32" className={`${className} rtl:-scale-x-100`} aria-hidden="true" focusable="false">
      <path
        d="M1.5 28.5c6 0 8-2.6 8-8.2v-5L21 5l11.5 10.3v13.2H21.8v-7"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

export function Wordmark({ className = '' }: { className?: string }) {
  return (
    <span className={`inline-flex items-end gap-2 text-river ${className}`}>
      <Mark className="h-[1.35em] w-auto" />
      <bdi lang="en" className="text-[1em] leading-none font-strong tracking-[-0.015em] text-ink">
        Homeward
      </bdi>
    </span>
  )
}
