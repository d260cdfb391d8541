/** Brings a field into view and puts the cursor into it: where something is wrong, else the first control. */
export function showField(frame: HTMLElement | null, name: string): void {
  const field = frame?.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`)
  const wrong = field?.querySelector<HTMLElement>('[aria-invalid=true]')
  const first = field?.querySelector<HTMLElement>('input:not([type=file]), textarea, select, button, [role=spinbutton]')
  const control = wrong ?? first
  ;(control ?? field)?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}
