import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { filledDeskForm } from '../support/desk-form'
import { slugAt } from '../support/generate-data'
import { cookieHeader, post } from '../support/http-client'
import { holdUpload, type UploadAnswer } from './held-upload'
import { MemoryGroup } from './memory-group'
import { Readers } from './readers'
import { makeSite, OWNER, startSite } from './site'
import { control, type Finding, finding, type Trial, type TrialOptions } from './trial'
import { within } from './wait'

/** Memory limit of the systemd unit for the server and its children together. */
const MEMORY_MAX = 1024 * 1024 * 1024
const UPLOADS = 20
/** Noise, the most work that this number of pixels can make for a decoder and its encoders. */
const PICTURE = { width: 4_900, height: 3_500 }
const UPLOAD_BYTES = 16.7 * 1024 * 1024
/** Limit until at least half of the uploads are refused by their heads; long, for a busy machine. */
const HOLD_MS_MAX = 30_000
const QUIET_MS = 5_000
/** Allocates more than the group's limit. */
const GLUTTON = `const held = []; for (;;) held.push(Buffer.alloc(${MEMORY_MAX / 16}, 1))`

/** Many large uploads at once within the memory limit of the systemd unit. */
export const memory: Trial = {
	title: `${UPLOADS} uploads of 16.7 MB at once in 1 GB`,
	count: 3,
	needs: { root: true },
	run: async (options) => {
		await makeSite(join(options.folder, 'data'))
		const group = new MemoryGroup('square-memory-trial', MEMORY_MAX)
		try {
			const findings = await uploadInGroup(options, group)
			const before = group.kills
			const [command = '', ...args] = [...group.wrapper, process.execPath, '-e', GLUTTON]
			await once(spawn(command, args, { stdio: 'ignore' }), 'exit')
			return [...findings, control('a process of more than 1 GB is killed', group.kills - before)]
		} finally {
			await group.end()
		}
	},
}

async function uploadInGroup({ count, port, folder }: TrialOptions, group: MemoryGroup): Promise<Finding[]> {
	const site = await startSite(join(folder, 'data'), port, { wrapper: group.wrapper })
	const { email, password } = OWNER
	const cookie = cookieHeader(...(await post(`${site.url}/session`, { email, password })).cookies)
	const readers = new Readers([`${site.url}/news/${slugAt(1)}`]).start()
	const picture = await largePicture()
	const answers: (UploadAnswer | null)[] = []
	// The server measures an upload's duration, and accepts only as many as it can process in time.
	const [alone] = await uploadAtOnce(`${site.url}/desk/photographs`, picture, cookie, 1)
	for (let round = 0; round < count; round += 1)
		answers.push(...(await uploadAtOnce(`${site.url}/desk/photographs`, picture, cookie)))
	await readers.stop()
	const ended = site.child.exitCode !== null || site.child.signalCode !== null
	await site.close()
	const taken = answers.filter((answer) => answer?.status === 303)
	const refused = answers.filter((answer) => answer?.status === 503)
	const whileSent = refused.filter((answer) => answer?.bodySent)
	const untimed = refused.filter((answer) => !answer?.retryAfter)
	const statuses = answers.map((answer) => answer?.status ?? 0)
	console.log(
		`  statuses: ${[...new Set(statuses)].map((each) => `${statuses.filter((one) => one === each).length} × ${each}`).join(', ')}`,
	)
	return [
		finding(`servers killed for memory (peak ${group.peakMb} MB)`, ended ? 1 : 0, 0),
		finding('processes killed for memory', group.kills, 0),
		finding(`page reads failed of ${readers.asked}, slowest ${readers.slowestMs} ms`, readers.failed, 0),
		finding(
			`uploads of ${answers.length} neither accepted nor refused with 503`,
			answers.length - taken.length - refused.length,
			0,
		),
		finding('uploads refused by more than their head', whileSent.length, 0),
		finding('refusals without Retry-After', untimed.length, 0),
		finding('one upload alone: status', alone?.status ?? 0, 303),
		control('photographs accepted', taken.length),
		control('uploads refused', refused.length),
	]
}

/** Null where the connection ended without a response. */
async function uploadAtOnce(
	page: string,
	picture: Buffer,
	cookie: string,
	uploads = UPLOADS,
): Promise<(UploadAnswer | null)[]> {
	const forms = await Promise.all(
		Array.from({ length: uploads }, () => {
			const photo = new File([padded(picture)], 'large.jpg', { type: 'image/jpeg' })
			return filledDeskForm(page, { form: 'photo', changes: { photo }, button: ['then', 'add'], cookie })
		}),
	)
	const answers: (UploadAnswer | null)[] = []
	const refusals = uploads === 1 ? Promise.resolve() : quiet(() => answers.length)
	const sent = forms.map((form) =>
		holdUpload(page, form, refusals)
			.catch(() => null)
			.then((answer) => answers.push(answer)),
	)
	await Promise.all(sent)
	return answers
}

/** Resolves when at least half of the uploads are answered and no more responses arrive. */
async function quiet(answered: () => number): Promise<void> {
	await within(HOLD_MS_MAX, () => answered() >= UPLOADS / 2)
	for (let before = -1; before !== answered(); await sleep(QUIET_MS)) before = answered()
}

async function largePicture(): Promise<Buffer> {
	const { width, height } = PICTURE
	const pixels = randomBytes(width * height * 3)
	return sharp(pixels, { raw: { width, height, channels: 3 } })
		.jpeg({ quality: 92 })
		.toBuffer()
}

/** Bytes after the end of the image, which decoders ignore, make each file a different photograph. */
function padded(picture: Buffer): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(UPLOAD_BYTES)
	bytes.set(picture)
	bytes.set(randomBytes(16), bytes.length - 16)
	return bytes
}
