import { totalmem } from 'node:os'

/** Where the server listens: a socket in a folder, or a port of this machine only. */
export type Listening =
  | { readonly kind: 'socket'; readonly folder: string }
  | { readonly kind: 'port'; readonly port: number }

/** The port number is part of a socket's file name too. */
export const SOCKET_PORT = 5432

const MEGABYTE = 1_048_576

/** Settings for a machine of 2 processors that also runs Homeward itself. */
const SMALL_MACHINE = {
  max_connections: '100',
  maintenance_work_mem: '64MB',
  // Fewer and longer checkpoints: a night's import does not write the same pages again and again.
  checkpoint_timeout: '15min',
  max_wal_size: '1GB',
  min_wal_size: '128MB',
  // Compressing whole pages (pglz) cost more than writing them: 1.9 instead of 0.9 ms of processor a command, measured.
  wal_compression: 'off',
  // Three processes fewer; the workload is small and mostly in memory.
  io_method: 'sync',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  password_encryption: 'scram-sha-256',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
}

/** For tests only: what is lost in a power cut does not matter. */
const FAST = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '100',
  wal_level: 'minimal',
  max_wal_senders: '0',
}

/**
 * An eighth of the machine's memory (or of what its container may use) for pages, from 128 MB to 1 GB: with 100,000
 * cases a search that must fetch its pages from the system takes three times as long (measured).
 */
function memorySettings(): Record<string, string> {
  const bytes = Math.min(totalmem(), process.constrainedMemory() || Infinity)
  const pages = Math.min(1024, Math.max(128, Math.floor(bytes / 8 / MEGABYTE)))
  return { shared_buffers: `${pages}MB`, effective_cache_size: `${pages * 4}MB` }
}

/** The arguments of the server program, without its data folder. */
export function serverArguments(listening: Listening, fast: boolean): string[] {
  const where =
    listening.kind === 'socket'
      ? { listen_addresses: '', unix_socket_directories: listening.folder, port: String(SOCKET_PORT) }
      : { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(listening.port) }
  const settings = {
    ...SMALL_MACHINE,
    ...(fast ? {} : memorySettings()),
    ...(fast ? FAST : {}),
    ...where,
    unix_socket_permissions: '0700',
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** The address of a database of the server, in the form that every PostgreSQL client and `new URL` read. */
export function addressOf(listening: Listening, password: string, database: string): string {
  const host =
    listening.kind === 'socket'
      ? `${encodeURIComponent(listening.folder)}:${SOCKET_PORT}`
      : `127.0.0.1:${listening.port}`
  return `postgres://homeward:${encodeURIComponent(password)}@${host}/${database}`
}
