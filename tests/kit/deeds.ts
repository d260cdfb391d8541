// What a file does that some room must not do, read from its syntax tree: words in comments and texts do not count.

export type Deed = {
  readonly kind: 'time' | 'chance' | 'machine' | 'waiting' | 'environment' | 'scheme-or-country'
  readonly text: string
}

type SyntaxNode = { readonly type: string; readonly [field: string]: unknown }

const FORBIDDEN_CALLS = new Map<string, Deed['kind']>(
  Object.entries({
    'Date.now': 'time',
    'performance.now': 'time',
    'Temporal.Now': 'time',
    'Math.random': 'chance',
    'crypto.randomUUID': 'chance',
    'crypto.getRandomValues': 'chance',
  } as const),
)
const FORBIDDEN_NAMES = new Map<string, Deed['kind']>(
  Object.entries({
    process: 'machine',
    fetch: 'machine',
    setTimeout: 'waiting',
    setInterval: 'waiting',
    setImmediate: 'waiting',
    queueMicrotask: 'waiting',
  } as const),
)
const SCHEME_OR_COUNTRY = /^(scheme|country)(Id|Code)?$/

/** Walks the whole tree and names each deed once for every place it is done. */
export function readDeeds(program: unknown): Deed[] {
  const deeds: Deed[] = []
  walk(program, (node, parent) => {
    const deed = deedOf(node, parent)
    if (deed !== null) deeds.push(deed)
  })
  return deeds
}

function deedOf(node: SyntaxNode, parent: SyntaxNode | null): Deed | null {
  switch (node.type) {
    case 'MemberExpression': {
      const text = `${nameOf(node['object'])}.${nameOf(node['property'])}`
      if (text === 'process.env') return { kind: 'environment', text }
      const kind = FORBIDDEN_CALLS.get(text)
      return kind === undefined ? null : { kind, text }
    }
    case 'NewExpression': {
      const withoutArguments = Array.isArray(node['arguments']) && node['arguments'].length === 0
      return nameOf(node['callee']) === 'Date' && withoutArguments ? { kind: 'time', text: 'new Date()' } : null
    }
    case 'Identifier': {
      const kind = FORBIDDEN_NAMES.get(nameOf(node))
      return kind === undefined || isOnlyAName(node, parent) ? null : { kind, text: nameOf(node) }
    }
    case 'AwaitExpression':
      return { kind: 'waiting', text: 'await' }
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return node['async'] === true ? { kind: 'waiting', text: 'async' } : null
    case 'BinaryExpression':
      return comparison(node)
    default:
      return null
  }
}

/** `case.scheme === 'ofii-cameroon'`: the one decision that must never be code. */
function comparison(node: SyntaxNode): Deed | null {
  if (!['==', '===', '!=', '!=='].includes(String(node['operator']))) return null
  const sides = [node['left'], node['right']]
  const names = sides.map((side) => nameOf(isNode(side) && side.type === 'MemberExpression' ? side['property'] : side))
  const compared = names.find((name) => SCHEME_OR_COUNTRY.test(name))
  const text = sides.find((side) => isNode(side) && side.type === 'Literal' && typeof side['value'] === 'string')
  // Whether there is one at all is no decision about one.
  if (compared === undefined || !isNode(text) || text['value'] === '') return null
  return { kind: 'scheme-or-country', text: `${compared} ${String(node['operator'])} '${String(text['value'])}'` }
}

/** A property or a field of that name is not the global thing. */
function isOnlyAName(node: SyntaxNode, parent: SyntaxNode | null): boolean {
  if (parent === null) return false
  if (parent.type === 'MemberExpression') return parent['property'] === node && parent['computed'] !== true
  const naming = ['Property', 'PropertyDefinition', 'MethodDefinition', 'TSPropertySignature', 'TSMethodSignature']
  return naming.includes(parent.type) && parent['key'] === node && parent['shorthand'] !== true
}

function nameOf(node: unknown): string {
  return isNode(node) && node.type === 'Identifier' ? String(node['name']) : ''
}

function walk(
  value: unknown,
  visit: (node: SyntaxNode, parent: SyntaxNode | null) => void,
  parent: SyntaxNode | null = null,
) {
  if (Array.isArray(value)) {
    for (const part of value) walk(part, visit, parent)
    return
  }
  if (!isNode(value)) return
  visit(value, parent)
  for (const part of Object.values(value)) if (typeof part === 'object') walk(part, visit, value)
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
