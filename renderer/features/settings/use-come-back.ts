import { useEffect } from 'react'

/** Tells when the person comes back to this window. */
export function useComeBack(told: () => void): void {
  useEffect(() => {
    window.addEventListener('focus', told)
    return () => window.removeEventListener('focus', told)
  }, [told])
}
