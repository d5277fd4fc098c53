import type { AddressInfo, Server } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished, vi } from 'vitest'

export type ReceivedMail = {
	/** Header and body as sent. */
	source: string
	/** Body with its transfer encoding removed. */
	text: string
	from: string
	to: string[]
}

/** Starts a server on a free port, and makes it the SMTP server of the site until the end of the test. */
export async function listenForMail(server: Server, credentials = ''): Promise<void> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	vi.stubEnv('SMTP_URL', `smtp://${credentials}127.0.0.1:${(server.address() as AddressInfo).port}`)
	vi.stubEnv('MAIL_FROM', 'newsroom@example.org')
	onTestFinished(() => void vi.unstubAllEnvs())
}

/** A mail server in this process that keeps the received mails. */
export async function startMailbox(
	options: SMTPServerOptions = {},
	credentials = '',
): Promise<ReceivedMail[]> {
	const received: ReceivedMail[] = []
	const server = new SMTPServer({
		disabledCommands: ['STARTTLS'],
		authOptional: true,
		onData(stream, { envelope }, done) {
			let source = ''
			stream.on('data', (chunk) => (source += chunk))
			stream.on('end', () => {
				const from = envelope.mailFrom ? envelope.mailFrom.address : ''
				const to = envelope.rcptTo.map(({ address }) => address)
				received.push({ source, text: bodyOf(source), from, to })
				done()
			})
		},
		...options,
	})
	// Connections that a test breaks.
	server.on('error', () => {})
	await listenForMail(server.server as Server, credentials)
	onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
	return received
}

/** The body of a mail in plain text, of which nodemailer sends long lines as quoted-printable. */
function bodyOf(source: string): string {
	const [head = '', ...rest] = source.split('\r\n\r\n')
	const body = rest.join('\r\n\r\n').replaceAll('\r\n', '\n')
	if (!/^Content-Transfer-Encoding: quoted-printable/im.test(head)) return body
	const bytes = body
		.replaceAll(/=\n/g, '')
		.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
	return Buffer.from(bytes, 'latin1').toString()
}
