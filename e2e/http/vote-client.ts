import { READER_COOKIE, readerIdIn } from '@/lib/cookies'
import { RawConnection, type RawResponse } from '../support/raw-connection'

const CONNECTIONS = 20

export type VoteForm = {
	path: string
	body: string
	/** Further header lines, such as what a proxy appends. */
	lines?: string[]
	cookie?: string
}

/** The bytes of a vote as a browser without scripts sends it. */
export const voteForm = ({ path, body, lines = [], cookie = '' }: VoteForm): string =>
	[
		`POST ${path} HTTP/1.1`,
		'Host: square.test',
		...lines,
		...(cookie ? [`Cookie: ${cookie}`] : []),
		'Content-Type: application/x-www-form-urlencoded',
		`Content-Length: ${body.length}`,
		'Accept: text/html',
		'',
		body,
	].join('\r\n')

/** The reader cookie that an answer sets; empty without one. */
export const cookieIn = ({ headers }: RawResponse): string =>
	new RegExp(`${READER_COOKIE}=[^;]+`).exec(headers['set-cookie'] ?? '')?.[0] ?? ''

export const idOf = (cookie: string): string => readerIdIn(cookie.slice(READER_COOKIE.length + 1)) ?? ''

/** Runs numbered jobs on a number of connections at once. */
export async function onConnections(
	address: string,
	jobs: number,
	run: (connection: RawConnection, job: number) => Promise<void>,
): Promise<void> {
	let next = 0
	await Promise.all(
		Array.from({ length: Math.min(CONNECTIONS, jobs) }, async () => {
			const connection = await RawConnection.open(address)
			while (next < jobs) {
				next += 1
				await run(connection, next - 1)
			}
			connection.close()
		}),
	)
}
