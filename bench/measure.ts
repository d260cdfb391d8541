import { readFileSync } from 'node:fs'

import autocannon from 'autocannon'

export type Figures = {
  readonly rate: number
  readonly p50: number
  readonly p99: number
  readonly failed: number
  readonly megabytes?: number
}

export type Load = {
  readonly url: string
  readonly method?: 'GET' | 'POST'
  readonly headers?: Record<string, string>
  /** The path of the next request, and its body. */
  readonly next: () => { path: string; body?: string }
}

export const connections = 20

/** Requests a second over HTTP with 20 connections; latencies in milliseconds. Anything but 2xx counts as failed. */
export async function measureHttp(load: Load, seconds: number): Promise<Figures> {
  const requests = [{ setupRequest: (request: autocannon.Request) => ({ ...request, ...load.next() }) }]
  const result = await autocannon({
    url: load.url,
    connections,
    duration: seconds,
    method: load.method ?? 'GET',
    headers: load.headers ?? {},
    requests,
  })
  const { latency, non2xx, errors, timeouts } = result
  return { rate: result.requests.average, p50: latency.p50, p99: latency.p99, failed: non2xx + errors + timeouts }
}

/** The same work straight on the database, 20 at a time. */
export async function measureDirect(run: () => Promise<unknown>, seconds: number): Promise<Figures> {
  const until = performance.now() + seconds * 1000
  const latencies: number[] = []
  const worker = async () => {
    while (performance.now() < until) {
      const began = performance.now()
      await run()
      latencies.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? 0
  return { rate: latencies.length / seconds, p50: at(0.5), p99: at(0.99), failed: 0 }
}

/** Memory a process holds now, in MB (Linux). */
export function memoryOf(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes ?? 0) / 1024)
}
