import { READER_COOKIE } from '@/lib/cookies'
import { hmac, sign } from '@/lib/signing'
import { NEW_READERS_MAX } from '@/lib/vote-rules'
import { reader } from '../support/stories'

/** One attempt of a script, as it arrives at the server. */
export type Attempt = {
	/** Name of the reader in the attacker's own book; null for a request without a valid cookie, a new reader. */
	reader: string | null
	/** Network that the server has to see, whatever the request says. */
	network: string
	lines: string[]
	cookie: string
}

export type Attack = {
	name: string
	/** Attempts of 10,000. */
	share: number
	/** Whether the peer is a trusted proxy. */
	isTrusted: boolean
	attempt: (number: number) => Attempt
}

const forwarded = (address: string, forged = ''): string[] => [`X-Forwarded-For: ${forged}${address}`]
const octet = (number: number): number => number % 256
const cookieOf = (value: string): string => `${READER_COOKIE}=${value}`
const signed = (readerId: string): string => cookieOf(sign('reader', readerId))

/** Cookies that no reader was given. */
const FORGED: ((id: string) => string)[] = [
	(id) => cookieOf(id),
	(id) => cookieOf(`${id}.`),
	(id) => cookieOf(`${id}.${'A'.repeat(43)}`),
	(id) => cookieOf(sign('ad', id)),
	(id) => cookieOf(sign('known browser', id)),
	(id) => cookieOf(`${reader().readerId}.${hmac('reader', id)}`),
	(id) => cookieOf(sign('reader', id).slice(0, -1)),
	(id) => cookieOf(`${sign('reader', id)}=`),
	(id) => cookieOf(sign('reader', id).replace('.', '..')),
	(id) => cookieOf(`${id}.${hmac('Reader', id)}`),
	(id) => `${signed(id)}; ${cookieOf('x.y')}`,
	(id) => `${READER_COOKIE.toUpperCase()}=${sign('reader', id)}`,
	() => cookieOf('__proto__'),
	() => cookieOf(''),
]

/** Headers by which other systems tell of a client, from a peer that nobody trusts. */
const SPOOFED = [
	...[
		'X-Forwarded-For',
		'X-Real-IP',
		'CF-Connecting-IP',
		'True-Client-IP',
		'X-Client-IP',
		'X-Cluster-Client-IP',
	],
	...['Fastly-Client-IP', 'X-Originating-IP', 'X-Remote-Addr', 'Client-IP', 'X-ProxyUser-Ip', 'Via'],
]

const address4 = (number: number): string =>
	`203.${octet(number >> 16)}.${octet(number >> 8)}.${octet(number)}`

const fresh = (network: string, lines: string[], cookie = ''): Attempt => ({
	...{ reader: null, network, lines, cookie },
})

const RETURNING = Array.from({ length: 40 }, () => reader().readerId as string)

/** Attacks, each on a story of its own. The shares total 9,000; the races and values have the others. */
export const ATTACKS: Attack[] = [
	{
		name: 'fresh cookies',
		share: 1_500,
		isTrusted: true,
		attempt: () => fresh('198.51.100.1', forwarded('198.51.100.1')),
	},
	{
		name: 'forged cookies',
		share: 1_500,
		isTrusted: true,
		attempt: (number) => {
			const forge = FORGED[number % FORGED.length] as (typeof FORGED)[number]
			return fresh('198.51.100.2', forwarded('198.51.100.2'), forge(reader().readerId as string))
		},
	},
	{
		name: 'addresses forged before those of the proxy',
		share: 1_000,
		isTrusted: true,
		attempt: (number) =>
			fresh('198.51.100.3', [
				...forwarded('198.51.100.3', `${address4(number)}, ${number % 2 ? '127.0.0.1, ' : ''}`),
				`Forwarded: for=${address4(number)}`,
				`X-Real-IP: ${address4(number)}`,
			]),
	},
	{
		name: 'headers of an untrusted peer',
		share: 1_500,
		isTrusted: false,
		attempt: (number) =>
			fresh('127.0.0.1', [
				`${SPOOFED[number % SPOOFED.length]}: ${address4(number)}`,
				`Forwarded: for="[2001:db8::${number.toString(16)}]"`,
			]),
	},
	{
		name: 'addresses of one /64',
		share: 1_500,
		isTrusted: true,
		attempt: (number) => {
			const group = (shift: number) => ((number * 2_654_435_761) >>> shift).toString(16).slice(0, 4)
			const spelled = `2001:db8:0:42:${group(0)}:${group(8)}:${group(16)}:${number.toString(16)}`
			return fresh('2001:db8:0:42', forwarded(number % 2 ? `[${spelled}]:443` : spelled.toUpperCase()))
		},
	},
	{
		name: 'ten networks of /64',
		share: 600,
		isTrusted: true,
		attempt: (number) => {
			const network = `2001:db8:0:${(number % 10) + 16}`
			return fresh(network, forwarded(`${network}::${number.toString(16)}`))
		},
	},
	{
		name: 'an address in two spellings of IPv6',
		share: 400,
		isTrusted: true,
		attempt: (number) =>
			fresh(
				'198.51.100.4',
				forwarded(['198.51.100.4', '::ffff:198.51.100.4', '::ffff:c633:6404'][number % 3] ?? ''),
			),
	},
	{
		name: 'forty readers, replayed from many networks',
		share: 1_000,
		isTrusted: true,
		attempt: (number) => {
			const id = RETURNING[number % RETURNING.length] as string
			const address = address4(number)
			return { reader: id, network: address, lines: forwarded(address), cookie: signed(id) }
		},
	},
]

/**
 * The number of counted and waiting votes by the rule in words, without the code of the server: a new reader counts
 * while the network has fewer than `NEW_READERS_MAX` of the story, and has one vote.
 */
export function expectedVotes(attempts: Attempt[]): { counted: number; waiting: number } {
	const countedOf = new Map<string, number>()
	const known = new Set<string>()
	let waiting = 0
	for (const { reader, network } of attempts) {
		if (reader !== null && known.has(reader)) continue
		if (reader !== null) known.add(reader)
		const counted = countedOf.get(network) ?? 0
		if (counted < NEW_READERS_MAX) countedOf.set(network, counted + 1)
		else waiting += 1
	}
	return { counted: [...countedOf.values()].reduce((sum, each) => sum + each, 0), waiting }
}
