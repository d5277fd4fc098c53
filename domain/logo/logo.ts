import { desc, notInArray } from 'drizzle-orm'
import { write } from '@/db'
import { siteFiles } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { authorize, type Viewer } from '../permissions'
import { queueImage } from '../photos/image-queue'
import { processLogo } from '../photos/process-image'
import { changeSettings, type Logo, storeSettings } from '../settings'
import { contentName } from '../site-style'
import { SVG_BYTES_MAX, sanitizeSvg } from './sanitize-svg'

export const PNG_BYTES_MAX = 2 * 1024 * 1024
/** Ratios of width to height that fit into a masthead. */
const RATIO_MIN = 1 / 2
const RATIO_MAX = 12
/** CSS pixels; the style sheet scales it. */
const HEIGHT = 60
/** Former files that stay, for pages that a proxy or a browser still holds. */
const FILES_KEPT = 5

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Sets the site's logo. @throws Refusal `forbidden`, or `invalid` for another file than a safe SVG or a PNG */
export async function setLogo(viewer: Viewer, bytes: Uint8Array): Promise<Logo> {
	authorize(viewer, 'change settings')
	const file = Buffer.from(bytes)
	if (file.length === 0) throw new Refusal('invalid', 'Please choose an SVG or PNG file.', 'logo')
	const made = file.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)
		? await fromPng(file)
		: fromSvg(file)
	const ratio = made.width / made.height
	if (ratio < RATIO_MIN || ratio > RATIO_MAX)
		throw new Refusal(
			'invalid',
			`This logo is ${Math.round(made.width)} wide and ${Math.round(made.height)} high. A masthead has room for one from half as wide as high up to ${RATIO_MAX} times as wide.`,
			'logo',
		)
	const name = contentName(made.content, made.extension)
	const logo = { name, width: Math.round(HEIGHT * ratio), height: HEIGHT, leftOut: made.leftOut }
	await write(async (tx) => {
		await tx.lock('settings', '')
		const content = made.content.toString('base64')
		const createdAt = new Date()
		await tx
			.insert(siteFiles)
			.values({ name, content, createdAt })
			.onConflictDoUpdate({ target: siteFiles.name, set: { createdAt } })
		const kept = await tx
			.select({ name: siteFiles.name })
			.from(siteFiles)
			.orderBy(desc(siteFiles.createdAt))
			.limit(FILES_KEPT)
		await tx.delete(siteFiles).where(
			notInArray(
				siteFiles.name,
				kept.map((each) => each.name),
			),
		)
		await storeSettings(tx, viewer, { logo })
	})
	return logo
}

/** Shows the site's name in words again. */
export const removeLogo = (viewer: Viewer): Promise<void> => changeSettings(viewer, { logo: null })

async function fromPng(file: Buffer) {
	if (file.length > PNG_BYTES_MAX)
		throw new Refusal('invalid', `A PNG logo may have ${PNG_BYTES_MAX / 1024 / 1024} MB.`, 'logo')
	const { png, width, height } = await queueImage(() => processLogo(file))
	return { content: Buffer.from(png), extension: 'png', width, height, leftOut: [] }
}

function fromSvg(file: Buffer) {
	const tooLarge = file.length > SVG_BYTES_MAX
	// A larger file of another kind is refused for its kind.
	if (!/<(?:svg:)?svg[\s>]/.test(file.subarray(0, SVG_BYTES_MAX).toString()))
		throw new Refusal('invalid', 'Please choose an SVG or PNG file; this is neither.', 'logo')
	if (tooLarge) throw new Refusal('invalid', `An SVG logo may have ${SVG_BYTES_MAX / 1024} kB.`, 'logo')
	const { svg, ...safe } = sanitizeSvg(file.toString())
	return { content: Buffer.from(svg), extension: 'svg', ...safe }
}
