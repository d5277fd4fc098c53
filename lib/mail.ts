import { connect, type Socket } from 'node:net'
import { env } from './env'
import { oneLine } from './printed-text'

/** A mail in plain text. Addresses are validated by the caller; names and the subject become one line here. */
export type Mail = {
	to: { name?: string; address: string }
	fromName: string
	subject: string
	text: string
	/** URL that ends such mails at a POST without cookies (RFC 8058); marks the mail as sent by a program. */
	unsubscribe?: string
}

/** `off`: no SMTP server is set. */
export type MailOutcome = 'sent' | 'failed' | 'off'

/** Time limit of a mail in ms, from the connection to the server's receipt; a person waits for the outcome. */
const SENDING_MS = 10_000

type Server = { host: string; port: number; secure: boolean; auth?: { user: string; pass: string } }

const SMTP_PORT = 587
const SMTPS_PORT = 465

/**
 * Sends a mail within a bounded time, and never throws. The log gives the kind of a failure without the mail, whose
 * text may hold the token of a link.
 */
export async function sendMail(mail: Mail, limitMs = SENDING_MS): Promise<MailOutcome> {
	if (!env.smtpUrl) return 'off'
	const server = serverOf(env.smtpUrl)
	let socket: Socket | undefined
	const open = () => {
		socket = connect({ host: server.host, port: server.port })
		return socket
	}
	let timer: NodeJS.Timeout | undefined
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(Object.assign(new Error('Time limit'), { code: 'ETIMEDOUT' })), limitMs)
	})
	try {
		await Promise.race([late, deliver(mail, server, open)])
		return 'sent'
	} catch (error) {
		const { code = 'unknown error', responseCode } = error as { code?: string; responseCode?: number }
		console.error(`Mail was not sent by ${server.host}:${server.port}: ${responseCode ?? code}.`)
		return 'failed'
	} finally {
		clearTimeout(timer)
		// A server that answers byte by byte would otherwise keep the connection.
		socket?.destroy()
	}
}

async function deliver(mail: Mail, server: Server, open: () => Socket): Promise<void> {
	// Loaded with the first mail, since most processes send none.
	const { createTransport } = await import('nodemailer')
	const transport = createTransport({
		...server,
		getSocket: (_options: object, done: (error: Error | null, socket?: { connection: Socket }) => void) => {
			const socket = open()
			socket.once('error', done)
			socket.once('connect', () => {
				socket.off('error', done)
				done(null, { connection: socket })
			})
		},
	})
	await transport.sendMail({
		from: { name: oneLine(mail.fromName), address: env.mailFrom },
		to: { name: oneLine(mail.to.name ?? ''), address: mail.to.address },
		subject: oneLine(mail.subject),
		text: mail.text,
		headers: mail.unsubscribe ? unsubscribeHeaders(mail.unsubscribe) : {},
		disableFileAccess: true,
		disableUrlAccess: true,
	})
}

/** Headers of RFC 8058, prepared so that a long URL is not folded, and of RFC 3834, which stops automatic answers. */
const unsubscribeHeaders = (url: string) => ({
	'List-Unsubscribe': { prepared: true, value: `<${url}>` },
	'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
	'Auto-Submitted': 'auto-generated',
})

/** Parts of an SMTP URL; the options that nodemailer reads from its query, such as a log of the traffic, are ignored. */
function serverOf(smtpUrl: string): Server {
	const { protocol, hostname, port, username, password } = new URL(smtpUrl)
	const secure = protocol === 'smtps:'
	return {
		host: hostname.replace(/^\[|\]$/g, ''),
		port: Number(port) || (secure ? SMTPS_PORT : SMTP_PORT),
		secure,
		...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
	}
}
