export function Similar() {
  return null
}
