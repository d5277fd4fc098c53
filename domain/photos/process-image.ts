import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Direction } from '@/lib/direction'
import { type FocalPoint, THUMB_RATIO, thumbName } from '@/lib/photo-paths'
import { Refusal } from '@/lib/refusal'
import type { Segments } from './metadata'

/** Message to the image worker: the original's path, the output folder and the derivatives to make. */
export type ImageJob = {
	original: string
	into: string
	focal: FocalPoint
	thumbs: { width: number; height: number; name: string }[]
	/** Whether to encode the whole image in every width, not only thumbnails. */
	whole: boolean
}

/** Message to the image worker for a logo, with its bytes. */
export type LogoJob = { logo: Uint8Array }
export type ProcessedLogo = { png: Uint8Array; width: number; height: number }

/** Message to the image worker for icons with a logo in their middle, which takes a share of their side. */
export type IconsJob = { logo: Uint8Array; background: string; icons: { size: number; share: number }[] }

/** Texts and colours of the picture of link previews; absent texts are null. */
export type ShareFacts = {
	headline: string
	section: string | null
	siteName: string
	credit: string | null
	/** Notice of an old story. */
	age: string | null
	language: string
	direction: Direction
	accent: string
	accentInk: string
	paper: string
	ink: string
}

/** Message to the image worker for the picture of link previews, with the path of a JPEG. */
export type ShareJob = { share: ShareFacts; photo: { file: string; focal: FocalPoint } | null }

export type ProcessedImage = Segments & {
	width: number
	height: number
	widths: number[]
	avifWidths: number[]
	thumbWidths: number[]
	colour: string
}

export type ImageResult<T = ProcessedImage> =
	| T
	| { refused: string }
	| { overLimits: true }
	| { failed: { code: string; message: string } }

export type ImageLimits = { memoryBytes: number; cpuSeconds: number; seconds: number }

/** Pixels: a row of a list, a card in a column and a card on a phone, at twice the density. */
const THUMB_WIDTHS = [240, 480, 720]

/**
 * Baseline JPEG of 102 megapixels needs 219 MB, progressive JPEG of 61 without chroma subsampling 530 MB,
 * strips 10 seconds of processor time. With 290 MB for the server the sum stays below the unit's 1 GB. The
 * wall-clock limit is higher, because the worker has a low priority.
 */
const LIMITS: ImageLimits = { memoryBytes: 640 * 1024 * 1024, cpuSeconds: 30, seconds: 120 }

/** The shell sets the kernel's limits, then `exec` replaces it by the worker. */
const WITH_ULIMITS = 'ulimit -d "$1" 2>/dev/null; ulimit -t "$2"; shift 2; exec "$@"'

/**
 * Measures, decodes and encodes an image in a child process without secrets, killed at its resource limits, so
 * that a malicious file cannot harm the server.
 *
 * @throws Refusal `invalid` for an unacceptable image and for one over the limits; an error with the system's
 * code if the disk failed
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
	return accepted(await runImageWorker({ original, into, focal, thumbs, whole }, limits), 'photo')
}

/** Decodes a PNG in the child process, and encodes it again at the size of a logo. @throws Refusal `invalid` */
export async function processLogo(logo: Uint8Array): Promise<ProcessedLogo> {
	return accepted(await runImageWorker<ProcessedLogo>({ logo }, LIMITS), 'logo')
}

/** Limits of drawings: a request waits for them. */
const DRAWING_LIMITS: ImageLimits = { ...LIMITS, cpuSeconds: 5, seconds: 10 }

/** Draws icons of a logo in the child process. @throws Error if it cannot */
export async function processIcons(job: IconsJob): Promise<Buffer[]> {
	const { pngs } = accepted(await runImageWorker<{ pngs: Uint8Array[] }>(job, DRAWING_LIMITS), 'logo')
	return pngs.map((png) => Buffer.from(png))
}

/** Draws the picture of link previews in the child process, as JPEG. @throws Error if it cannot */
export async function processShare(job: ShareJob): Promise<Buffer> {
	return Buffer.from(accepted(await runImageWorker<{ jpeg: Uint8Array }>(job, DRAWING_LIMITS), 'photo').jpeg)
}

function accepted<T extends object>(result: ImageResult<T>, field: string): T {
	if ('overLimits' in result) throw imageTooLarge(field)
	if ('failed' in result)
		throw Object.assign(new Error(`Image worker failed: ${result.failed.message}`), {
			code: result.failed.code,
		})
	if ('refused' in result) throw new Refusal('invalid', result.refused, field)
	return result
}

async function runImageWorker<T = ProcessedImage>(
	job: ImageJob | LogoJob | IconsJob | ShareJob,
	limits: ImageLimits,
): Promise<ImageResult<T>> {
	const worker = spawnImageWorker(limits)
	const overdue = setTimeout(() => worker.kill('SIGKILL'), limits.seconds * 1_000)
	let result: ImageResult<T> | undefined
	worker.once('message', (message) => {
		result = message as ImageResult<T>
	})
	try {
		// A send error means that the worker exited; its exit code is reported below.
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
	// Resolved at run time from the working directory: the bundle does not contain the worker.
	const program = join(/* turbopackIgnore: true */ process.cwd(), 'domain/photos/image-worker/main.mjs')
	const kilobytes = String(Math.ceil(memoryBytes / 1024))
	return spawn(
		'/bin/sh',
		['-c', WITH_ULIMITS, 'image-worker', kilobytes, String(cpuSeconds), process.execPath, program],
		// Two arenas: glibc reserves one per thread and counts them against the limit.
		{
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
			serialization: 'advanced',
			env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '2' },
		},
	)
}

const imageTooLarge = (field: string): Refusal =>
	new Refusal(
		'invalid',
		'This picture takes more time or memory than one picture may. Please export it smaller, or as a JPEG that is not progressive, and try again.',
		field,
	)
