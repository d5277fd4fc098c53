import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type FocalPoint, THUMB_RATIO, thumbName } from '@/lib/photo-paths'
import { Refusal } from '@/lib/refusal'
import type { Segments } from './metadata'

/** A file to develop, and the folder for what is made of it. Both sides of the darkroom's door speak this. */
export type ImageJob = {
	original: string
	into: string
	focal: FocalPoint
	thumbs: { width: number; height: number; name: string }[]
	/** Whether the whole picture is wanted too, in every width. */
	whole: boolean
}

export type ProcessedImage = Segments & {
	width: number
	height: number
	widths: number[]
	avifWidths: number[]
	thumbWidths: number[]
	colour: string
}

export type ImageResult =
	| ProcessedImage
	| { refused: string }
	| { overLimits: true }
	| { failed: { code: string; message: string } }

export type ImageLimits = { memoryBytes: number; cpuSeconds: number; seconds: number }

/** A row of a list, a card in a column and a card on a phone, at twice the density. */
const THUMB_WIDTHS = [240, 480, 720]

/**
 * Baseline JPEG of 102 megapixels needs 219 MB, progressive JPEG of 61 without chroma subsampling 530 MB,
 * strips 10 seconds of the processor. With 290 MB for the server that stays below the unit's 1 GB. The clock
 * on the wall runs on when others are served first, so it may show more.
 */
const LIMITS: ImageLimits = { memoryBytes: 640 * 1024 * 1024, cpuSeconds: 30, seconds: 120 }

/** The shell sets what the kernel then holds the process to; `exec` leaves no shell behind. */
const WITH_ULIMITS = 'ulimit -d "$1" 2>/dev/null; ulimit -t "$2"; shift 2; exec "$@"'

/**
 * Has a picture measured, decoded and printed in a process of its own, which knows no secret and is killed
 * when it takes too much. What a damaged file may do to a decoder ends there.
 *
 * @throws Refusal for a picture that cannot be printed, and for one that is over the limits; an error with the
 *   system's code where the disk failed
 */
export async function processImage(
	{ original, into, focal, whole }: Omit<ImageJob, 'thumbs'>,
	limits = LIMITS,
): Promise<ProcessedImage> {
	const thumbs = THUMB_WIDTHS.map((width) => ({
		width,
		height: Math.round(width / THUMB_RATIO),
		name: thumbName(width, focal),
	}))
	const result = await runImageWorker({ original, into, focal, thumbs, whole }, limits)
	if ('overLimits' in result) throw imageTooLarge()
	if ('failed' in result)
		throw Object.assign(new Error(`Image process: ${result.failed.message}`), { code: result.failed.code })
	if ('refused' in result) throw new Refusal('invalid', result.refused, 'photo')
	return result
}

async function runImageWorker(job: ImageJob, limits: ImageLimits): Promise<ImageResult> {
	const worker = spawnImageWorker(limits)
	const overdue = setTimeout(() => worker.kill('SIGKILL'), limits.seconds * 1_000)
	let result: ImageResult | undefined
	worker.once('message', (message) => {
		result = message as ImageResult
	})
	try {
		// What cannot be sent has met a process that ended, and its end is what counts.
		worker.send(job, () => {})
		const [code, signal] = await once(worker, 'close')
		if (result) return result
		if (signal) return { overLimits: true }
		throw new Error(`Image worker exited with code ${code} without a result.`)
	} finally {
		clearTimeout(overdue)
	}
}

function spawnImageWorker({ memoryBytes, cpuSeconds }: ImageLimits): ChildProcess {
	// Found at run time, in the project's folder: inside the bundle this file has no place of its own.
	const program = join(/* turbopackIgnore: true */ process.cwd(), 'domain/photos/image-worker/main.mjs')
	const kilobytes = String(Math.ceil(memoryBytes / 1024))
	return spawn(
		'/bin/sh',
		['-c', WITH_ULIMITS, 'image-worker', kilobytes, String(cpuSeconds), process.execPath, program],
		// Two arenas: glibc would reserve one for each thread, and count them against the limit.
		{
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
			serialization: 'advanced',
			env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '2' },
		},
	)
}

const imageTooLarge = (): Refusal =>
	new Refusal(
		'invalid',
		'This picture takes more time or memory than one picture may. Please export it smaller, or as a JPEG that is not progressive, and try again.',
		'photo',
	)
