import { parentPort } from 'node:worker_threads'
import type { Asked } from '@/lib/asked'
import { newExchange, withExchange } from '@/lib/exchange'
import type { FromBooth, Receipt, Slip, ToBooth } from './booth'
import type { DirectRoute } from './direct'
import { relayChanges } from './relay'

/** Takes the seat in the booth: answers what the house hands in, until the thread is ended. */
export function takeSeat(routes: readonly DirectRoute[]): void {
	const say = (message: FromBooth): void => parentPort?.postMessage(message)
	const { repeat } = relayChanges((changes) => say({ kind: 'changes', changes }))
	parentPort?.on('message', async (message: ToBooth) => {
		if (message.kind === 'changes') return repeat(message.changes)
		const { number, slip } = message
		try {
			say({ kind: 'receipt', number, receipt: await receiptFor(slip, routes) })
		} catch (error) {
			say({ kind: 'failed', number, error: error as Error, code: codeOf(error) })
		}
	})
}

function codeOf(error: unknown): unknown {
	for (let cause = error; cause instanceof Error; cause = cause.cause) if ('code' in cause) return cause.code
	return undefined
}

async function receiptFor(slip: Slip, routes: readonly DirectRoute[]): Promise<Receipt> {
	const exchange = newExchange(slip.address)
	const route = routes[slip.route] as DirectRoute
	const response = await withExchange(exchange, () => route.answer(askedBy(slip), slip.part))
	return {
		status: response.status,
		headers: [...response.headers].filter(([name]) => name !== 'set-cookie'),
		cookies: response.headers.getSetCookie(),
		body: new Uint8Array(await response.arrayBuffer()),
		problem: exchange.answer?.kind === 'problem' ? exchange.answer : null,
	}
}

/** A request as far as routes read it: to make a whole `Request` takes longer than to count a vote. */
function askedBy({ url, headers, body }: Slip): Asked {
	const type = headers['content-type'] ?? ''
	const text = () => Buffer.from(body).toString()
	const formData = async () =>
		type.startsWith('application/x-www-form-urlencoded')
			? new URLSearchParams(text())
			: new Response(Uint8Array.from(body), { headers: { 'Content-Type': type } }).formData()
	return {
		url,
		headers: { get: (name) => headers[name] ?? null },
		json: async () => JSON.parse(text()),
		formData,
	}
}
