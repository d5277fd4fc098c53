import type { Duplex } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { writer } from './connection'

/** How the network delivers answers: as they come, several in one packet, or each message in a packet of its own. */
export const DELIVERIES = ['as sent', 'joined', 'split'] as const

/** Time for further answers to come before joined ones are delivered. */
const JOINED_WITHIN_MS = 20

/** Delivers the answers on the connection for writes in another way until the test ends. */
export async function deliver(how: (typeof DELIVERIES)[number]): Promise<void> {
	if (how === 'as sent') return
	const { client } = await writer()
	const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection
	const { emit } = stream
	let received = Buffer.alloc(0)
	let delivered: Promise<unknown> = Promise.resolve()
	const send = (data: Buffer) => emit.call(stream, 'data', data)
	const sendJoined = () => {
		const joined = received
		received = Buffer.alloc(0)
		send(joined)
	}
	const sendSplit = () => {
		for (const message of wholeMessages(received)) {
			received = received.subarray(message.length)
			delivered = delivered.then(() => turn()).then(() => send(message))
		}
	}
	stream.emit = (event: string, ...given: unknown[]) => {
		if (event !== 'data') return emit.call(stream, event, ...given)
		const isFirst = received.length === 0
		received = Buffer.concat([received, given[0] as Buffer])
		if (how === 'split') sendSplit()
		else if (isFirst) setTimeout(sendJoined, JOINED_WITHIN_MS)
		return true
	}
	onTestFinished(() => void Object.assign(stream, { emit }))
}

/** The messages of PostgreSQL's protocol that have come whole: a type of one byte, a length without it, the content. */
function wholeMessages(received: Buffer): Buffer[] {
	const messages: Buffer[] = []
	let at = 0
	while (at + 5 <= received.length) {
		const end = at + 1 + received.readInt32BE(at + 1)
		if (end > received.length) break
		messages.push(received.subarray(at, end))
		at = end
	}
	return messages
}
