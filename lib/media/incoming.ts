import { createHash, randomUUID } from 'node:crypto'
import { hostname } from 'node:os'

/**
 * Incoming folders have the host and the process id in their name, so that a start can detect leftovers. Those of
 * earlier versions have no host.
 */
export const INCOMING = /^incoming-(?:(?:(?<host>[0-9a-f]{8})\.)?(?<pid>\d+)-)?/

/** This machine or container, in names of incoming folders. */
export const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

/** A name for a new incoming folder of this process. */
export const newIncomingName = (): string => `incoming-${HOST}.${process.pid}-${randomUUID()}`
