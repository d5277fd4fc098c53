// @ts-check
// Image-processing child process: handles one job and exits. Plain JavaScript, so that Node runs it without a
// build step from the built site, scripts and tests.
import { readFile, writeFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { encodeIcons } from './icons.mjs'
import { encodeLogo } from './logo.mjs'
import {
	colourOf,
	decode,
	encodeThumbs,
	encodeWhole,
	ImageRejected,
	measure,
	ResourceLimitExceeded,
} from './resize.mjs'
import { drawShare } from './share.mjs'

/** Lowers the priority below the server's, so that requests get the processor first. */
const NICENESS = 5

/** @typedef {import('../process-image').ImageJob} Job */
/** @typedef {import('../process-image').LogoJob} LogoJob */
/** @typedef {import('../process-image').IconsJob} IconsJob */
/** @typedef {import('../process-image').ShareJob} ShareJob */
/** @typedef {import('../process-image').ImageResult | import('../process-image').ProcessedLogo | { pngs: Uint8Array[] } | { jpeg: Uint8Array }} Result */

setPriority(NICENESS)
process.once('disconnect', () => process.exit())
process.once('message', async (/** @type {Job | LogoJob | IconsJob | ShareJob} */ job) => {
	/** @type {Result} */
	const result = await run(job).catch(failureResult)
	process.send?.(result, () => process.exit())
})

/**
 * @param {Job | LogoJob | IconsJob | ShareJob} job
 * @returns {Promise<Result>}
 */
async function run(job) {
	if ('icons' in job) return encodeIcons(job)
	if ('share' in job) return drawShare(job)
	return 'logo' in job ? encodeLogo(job.logo) : processImage(job)
}

/**
 * @param {Job} job
 * @returns {Promise<Result>}
 */
async function processImage({ original, into, focal, thumbs, whole }) {
	const bytes = await readFile(original)
	const measured = await measure(bytes)
	const widest = await decode(bytes, Math.max(...measured.widths))
	/** @type {import('./resize.mjs').Put} */
	const put = (name, derivative) => writeFile(join(into, name), derivative, { flush: true })
	return {
		...measured,
		colour: await colourOf(widest),
		thumbWidths: await encodeThumbs(widest, thumbs, focal, put),
		avifWidths: whole ? await encodeWhole(widest, measured.widths, put) : [],
	}
}

/**
 * Maps an expected error to a result; rethrows others.
 *
 * @param {unknown} error
 * @returns {Result}
 */
function failureResult(error) {
	if (error instanceof ImageRejected) return { refused: error.message }
	if (error instanceof ResourceLimitExceeded) return { overLimits: true }
	// A system error, such as a full disk, is passed on with its code.
	if (error instanceof Error && 'code' in error && typeof error.code === 'string')
		return { failed: { code: error.code, message: error.message } }
	throw error
}
