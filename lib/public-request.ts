import { type LookupAddress, lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { parseIp } from './ip-network'

/** Whether an IP address may be contacted. */
export type IsAllowed = (address: string) => boolean

/** Whether an address belongs to the public internet, and not to this machine, its network or its provider. */
export const isPublicAddress: IsAllowed = (address) => parseIp(address)?.range() === 'unicast'

/** False for a literal IP address that is not allowed: it is not looked up. */
export function isAllowedHost({ hostname }: URL, isAllowed: IsAllowed): boolean {
	const host = hostname.replace(/^\[|\]$/g, '')
	return isIP(host) === 0 || isAllowed(host)
}

/** Looks a name up, and fails if any of its addresses is not allowed. */
export const allowedLookup =
	(isAllowed: (address: string) => boolean): LookupFunction =>
	(hostname, options, callback) =>
		lookup(hostname, { ...options, all: true }, (error, found) => {
			const addresses = (found ?? []) as LookupAddress[]
			if (error) return callback(error, '', 0)
			const [first] = addresses
			if (!first || !addresses.every(({ address }) => isAllowed(address)))
				return callback(Object.assign(new Error('A private address.'), { code: 'EPRIVATE' }), '', 0)
			if (options.all) callback(null, addresses)
			else callback(null, first.address, first.family)
		})

export type PostOptions = {
	type: string
	body: string
	/** By default public addresses. */
	isAllowed?: IsAllowed
	timeoutMs?: number
}

const TIMEOUT_MS = 10_000

/**
 * Sends a body to an address of the public internet within a bounded time, without following redirects and reading the
 * response's body. @returns the status, or the code of the error
 */
export function postPublic(address: string, options: PostOptions): Promise<number | string> {
	const { type, body, isAllowed = isPublicAddress, timeoutMs = TIMEOUT_MS } = options
	const url = new URL(address)
	if (!isAllowedHost(url, isAllowed)) return Promise.resolve('EPRIVATE')
	const send = url.protocol === 'https:' ? requestHttps : requestHttp
	const headers = {
		'User-Agent': 'Public Square',
		'Content-Type': type,
		'Content-Length': Buffer.byteLength(body),
	}
	const signal = AbortSignal.timeout(timeoutMs)
	return new Promise((resolve) => {
		const made = { method: 'POST', signal, agent: false, lookup: allowedLookup(isAllowed), headers }
		const request = send(url, made, (response) => {
			resolve(response.statusCode ?? 0)
			response.destroy()
		})
		request.on('error', ({ code, name }: Error & { code?: string }) => resolve(code ?? name))
		request.end(body)
	})
}
