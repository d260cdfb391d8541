export type Child = Node | string | undefined | false | readonly Child[]
type Attribute = string | number | boolean | undefined | ((event: Event) => void)

/**
 * One element with its attributes and children. A function is listened with (`onclick`), `true` is an attribute without
 * a value, `undefined` and `false` are left out. Text is always text: nothing given here is read as markup.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    if (typeof value === 'function') made.addEventListener(name.slice(2), value)
    else made.setAttribute(name, value === true ? '' : String(value))
  }
  append(made, children)
  return made
}

const drawn = 'http://www.w3.org/2000/svg'

/** A small drawing of one path, hidden from readers: the words beside it say the same. */
export function drawing(className: string, box: string, path: string): SVGSVGElement {
  const svg = document.createElementNS(drawn, 'svg')
  svg.setAttribute('class', className)
  svg.setAttribute('viewBox', box)
  svg.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS(drawn, 'path')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}

function append(parent: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined || child === false) continue
    if (typeof child === 'string' || child instanceof Node) parent.append(child)
    else append(parent, child)
  }
}
