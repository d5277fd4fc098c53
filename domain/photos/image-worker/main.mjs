// @ts-check
// The process in which photographs are decoded: it takes one job, answers and ends. Plain JavaScript, so
// that Node starts it as it is, whoever calls: the built site, a script or a test.
import { readFile, writeFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import {
	colourOf,
	decode,
	encodeThumbs,
	encodeWhole,
	ImageRejected,
	measure,
	ResourceLimitExceeded,
} from './resize.mjs'

/** Readers are served first when the processor is short. */
const NICENESS = 5

/** @typedef {import('../develop').ImageJob} Job */
/** @typedef {import('../develop').ImageResult} Answer */

setPriority(NICENESS)
process.once('disconnect', () => process.exit())
process.once('message', async (/** @type {Job} */ job) => {
	/** @type {Answer} */
	const answer = await processImage(job).catch(refused)
	process.send?.(answer, () => process.exit())
})

/**
 * @param {Job} job
 * @returns {Promise<Answer>}
 */
async function processImage({ original, into, focal, thumbs, whole }) {
	const bytes = await readFile(original)
	const measured = await measure(bytes)
	const widest = await decode(bytes, Math.max(...measured.widths))
	/** @type {import('./pixels.mjs').Put} */
	const put = (name, derivative) => writeFile(join(into, name), derivative, { flush: true })
	return {
		...measured,
		colour: await colourOf(widest),
		thumbWidths: await encodeThumbs(widest, thumbs, focal, put),
		avifWidths: whole ? await encodeWhole(widest, measured.widths, put) : [],
	}
}

/**
 * @param {unknown} error
 * @returns {Answer}
 */
function refused(error) {
	if (error instanceof ImageRejected) return { refused: error.message }
	if (error instanceof ResourceLimitExceeded) return { overLimits: true }
	// An error of the system, such as a full disk, is the server's to answer by its code.
	if (error instanceof Error && 'code' in error && typeof error.code === 'string')
		return { failed: { code: error.code, message: error.message } }
	throw error
}
