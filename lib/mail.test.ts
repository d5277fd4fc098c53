import { createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { listenForMail, startMailbox } from '@/e2e/support/mailbox'
import { type Mail, sendMail } from './mail'
import { eventually } from './testing'

const LINK = 'https://news.example.org/welcome?token=s3cret'
const mail: Mail = {
	to: { name: 'Ada Byron', address: 'ada@example.org' },
	fromName: 'The Courier',
	subject: 'Your account at The Courier',
	text: `Choose your password:\n\n${LINK}\n`,
}

/** A server that treats each connection by `serve`. */
async function brokenServer(serve: (socket: Socket) => void): Promise<Set<Socket>> {
	const sockets = new Set<Socket>()
	const server = createServer((socket) => {
		sockets.add(socket)
		socket.on('error', () => {})
		serve(socket)
	})
	onTestFinished(() => {
		for (const socket of sockets) socket.destroy()
	})
	await listenForMail(server)
	return sockets
}

/** Records the error log of a test, which may not hold the link. */
function errorLog(): string[] {
	const lines: string[] = []
	const log = vi.spyOn(console, 'error').mockImplementation((line) => void lines.push(String(line)))
	onTestFinished(() => log.mockRestore())
	return lines
}

test('a mail arrives as plain text in the site’s name', async () => {
	const received = await startMailbox()
	expect(await sendMail(mail)).toBe('sent')
	const [arrived] = received
	expect(arrived).toMatchObject({ from: 'newsroom@example.org', to: ['ada@example.org'], text: mail.text })
	expect(arrived?.source).toContain('From: The Courier <newsroom@example.org>')
	expect(arrived?.source).toContain('Content-Type: text/plain; charset=utf-8')
})

test('the password of the URL is sent decoded', async () => {
	const seen: unknown[] = []
	await startMailbox(
		{
			authMethods: ['PLAIN'],
			allowInsecureAuth: true,
			onAuth: ({ username, password }, _session, done) => {
				seen.push(username, password)
				done(null, { user: username })
			},
		},
		'ada%40example.org:a%2Fb%3Ac@',
	)
	expect(await sendMail(mail)).toBe('sent')
	expect(seen).toEqual(['ada@example.org', 'a/b:c'])
})

test('line ends in names and subject add no header', async () => {
	const received = await startMailbox()
	const injected = 'Ada\r\nBcc: eve@example.org\r\n\r\nHello'
	await sendMail({
		...mail,
		to: { name: injected, address: 'ada@example.org' },
		fromName: injected,
		subject: injected,
	})
	const [head = ''] = (received[0]?.source ?? '').split('\r\n\r\n')
	expect(head).not.toMatch(/^Bcc:/im)
	expect(received[0]?.to).toEqual(['ada@example.org'])
})

test('without a server mail is off', async () => {
	vi.stubEnv('SMTP_URL', '')
	expect(await sendMail(mail)).toBe('off')
})

test('a refused connection fails at once', async () => {
	const lines = errorLog()
	vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1')
	expect(await sendMail(mail)).toBe('failed')
	expect(lines).toEqual(['Mail was not sent by 127.0.0.1:1: ECONNREFUSED.'])
})

test('a refused recipient is a failure with its code', async () => {
	const lines = errorLog()
	await startMailbox({ onRcptTo: (_address, _session, done) => done(new Error(`No mailbox for ${LINK}`)) })
	expect(await sendMail(mail)).toBe('failed')
	expect(lines.join()).toContain('550')
	expect(lines.join()).not.toContain('s3cret')
})

test.each<[string, (socket: Socket) => void]>([
	['silent', () => {}],
	['garbage', (socket) => void socket.write('\u0000\u00ff HTTP/1.1 400 Bad Request\r\n\r\n')],
	['reset', (socket) => void socket.destroy()],
	[
		'slow',
		(socket) => {
			const drip = setInterval(() => socket.write('2'), 20)
			socket.on('close', () => clearInterval(drip))
		},
	],
	[
		'half',
		(socket) => {
			socket.write('220 ready\r\n')
			socket.once('data', () => socket.write('250-here\r\n'))
		},
	],
])('a %s server fails within the time limit', async (_, serve) => {
	const lines = errorLog()
	const sockets = await brokenServer(serve)
	expect(await sendMail(mail, 300)).toBe('failed')
	expect(lines).toHaveLength(1)
	expect(lines.join()).not.toContain('s3cret')
	await eventually(() => expect([...sockets].every(({ destroyed }) => destroyed)).toBe(true))
})
