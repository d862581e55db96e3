export function Crosshair({ className }: Readonly<{ className: string }>) {
  return (
    <svg className={className} viewBox="0 0 64 64" aria-hidden="true">
      <circle cx="32" cy="32" r="22" />
      <circle cx="32" cy="32" r="9" />
      <path d="M32 2v18M32 44v18M2 32h18M44 32h18" />
    </svg>
  )
}
